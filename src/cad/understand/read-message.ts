// Reads a request's free text: sizes, named lengths, holes. What the specifications say already stands.
import type { Family, ParameterDefinition } from '../parts/family.ts';
import { readHoles, sayHoles } from './read-holes.ts';
import { findSizes, millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';
import { readSizes } from './read-specifications.ts';
import type { Reading } from './reading.ts';

const longestText = 20_000;

/** Reads the message; values of the specifications win where both speak of the same parameter. */
export function readMessage(message: string, family: Family, reading: Reading): void {
  const text = message.slice(0, longestText);
  if (text.length < message.length)
    reading.leave(message.slice(longestText, longestText + 60), 'only the first 20,000 characters are read');
  const field = 'message';
  const hasSize = family.envelope.some((name) => reading.said.has(name));
  if (/\d\s*(?:mm|cm|in)?\s*[x×*]\s*-\s*\d/i.test(text))
    reading.fault(field, 'has a negative length; sizes must be positive');
  const [sizes] = findSizes(text);
  if (sizes !== undefined && !hasSize) readSizes({ field, text: sizes.text }, family, reading);
  else if (sizes !== undefined) reading.leave(sizes.text, 'the specifications give the size');
  const rest = sizes === undefined ? text : text.replace(sizes.text, ' ');
  for (const parameter of family.parameters) {
    if (parameter.name.startsWith('hole_') && parameter.name !== 'hole_edge_distance') continue;
    if (reading.said.has(parameter.name)) continue;
    const value = findNamed(rest, parameter);
    if (value !== null) reading.say(parameter.name, { value, origin: field });
  }
  const holes = readHoles(rest, false);
  const open = new Set(['hole_count', 'hole_diameter'].filter((name) => !reading.said.has(name)));
  if (holes !== null) sayHoles({ holes, field }, { family, reading }, (name) => open.has(name));
}

/** `wall 2.5 mm`, `2.5 mm wall`, `thickness of 1/4 in`; without a unit only where the name stands before the number. */
function findNamed(text: string, { words = [], unit }: ParameterDefinition): number | null {
  for (const word of words) {
    const name = word.replaceAll(' ', String.raw`[\s-]+`);
    const after = new RegExp(
      `\\b${name}\\s*(?:of|is|=|:|,)?\\s*(${numberPattern})\\s*(${unitPattern})?`,
      'i',
    ).exec(text);
    const before = new RegExp(`(${numberPattern})\\s*[-\\s]?(${unitPattern})\\s*[-\\s]?${name}\\b`, 'i').exec(
      text,
    );
    const counted =
      unit === 'count' ? new RegExp(`\\b(\\d+)\\s*(?:[x×]\\s*)?${name}\\b`, 'i').exec(text) : null;
    const found = counted ?? before ?? after;
    if (found === null) continue;
    const value = readNumber(found[1] ?? '') * (unit === 'mm' ? millimetresPer(found[2]) : 1);
    if (Number.isFinite(value)) return value;
  }
  return null;
}
