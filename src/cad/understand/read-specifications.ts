// Reads the `specifications` of a request: each key is a parameter, a size, holes, the material, or is named as not used.
import { type Family, type ParameterDefinition, spoken } from '../parts/family.ts';
import { MarkedText } from './marked-text.ts';
import { readHoles, sayHoles } from './read-holes.ts';
import { findAmbiguousNumber, findSizes, readLength, readNumber, writeMm } from './read-length.ts';
import type { Reading } from './reading.ts';
import { readThread } from './screw-sizes.ts';
import { fieldText } from './tidy-text.ts';

const sizeKeys = new Set([
  'dimensions',
  'dimension',
  'size',
  'overall_dimensions',
  'overall_size',
  'envelope',
]);
/** Keys that others read, or that only describe. */
const elsewhere = new Set([
  'material',
  'mounting_type',
  'part_family',
  'family',
  'part',
  'type',
  'shape',
  'name',
  'title',
]);
const largestValue = 1e6;
const mostKeys = 200;

/** Reads every key; wrong values are faults that name the field. */
export function readSpecifications(
  specifications: Readonly<Record<string, unknown>>,
  family: Family,
  reading: Reading,
): void {
  const entries = Object.entries(specifications);
  if (entries.length > mostKeys)
    reading.malformed('specifications', `has ${entries.length} entries; ${mostKeys} are read at most`);
  for (const [key, value] of entries.slice(0, mostKeys)) {
    const field = `specifications.${key.slice(0, 60)}`;
    const name = key
      .slice(0, 60)
      .toLowerCase()
      .trim()
      .replaceAll(/[\s-]+/g, '_');
    if (elsewhere.has(name) || value === null || value === '') continue;
    if (typeof value === 'object') readObject({ name, field, value }, family, reading);
    else readField({ name, field, text: fieldText(value) ?? String(value) }, family, reading);
  }
}

function readField(entry: Entry & { text: string }, family: Family, reading: Reading): void {
  if (sizeKeys.has(entry.name)) readSizes(entry, family, reading);
  else if (/^holes?$|^hole_pattern$|^mounting_holes$/.test(entry.name)) readHoleField(entry, family, reading);
  else readParameter(entry, family, reading);
}

function readHoleField(
  { field, text }: { field: string; text: string },
  family: Family,
  reading: Reading,
): void {
  const holes = readHoles(text, true);
  if (holes === null)
    reading.malformed(field, `"${text.slice(0, 60)}" names no holes; write it as "4 x Ø5 mm" or "4 x M5"`);
  else {
    sayHoles({ holes, field }, { family, reading });
    leaveRest({ field, text }, holes.places, reading);
  }
}

/** Figures of a field that nothing took are told. */
function leaveRest(
  { field, text }: { field: string; text: string },
  used: readonly { readonly index: number; readonly 0: string }[],
  reading: Reading,
): void {
  const marked = new MarkedText(text);
  for (const { index, 0: words } of used) marked.use(index, words.length);
  for (const phrase of marked.unusedFigures())
    reading.leave(`${field}: ${phrase}`, 'it is not understood in this field');
}

interface Entry {
  readonly name: string;
  readonly field: string;
}

/** `{ width: 100, depth: 80, height: 20, unit: "mm" }` and lists of three. */
function readObject(
  { name, field, value }: Entry & { value: object },
  family: Family,
  reading: Reading,
): void {
  if (Array.isArray(value)) {
    const texts = value.slice(0, 4).map((inner: unknown) => fieldText(inner) ?? '?');
    readSizes({ field, text: texts.join(' x ') }, family, reading);
    return;
  }
  const entries = Object.entries(value).slice(0, mostKeys);
  const unit = fieldText(entries.find(([key]) => /^units?$/.test(key))?.[1]) ?? 'mm';
  for (const [longKey, inner] of entries) {
    const key = longKey.slice(0, 60);
    if (/^units?$/.test(key)) continue;
    const plain = fieldText(inner);
    if (plain === null) {
      reading.malformed(`${field}.${key}`, 'must be one number or text, not a list or an object');
      continue;
    }
    const text = typeof inner === 'number' ? `${inner} ${unit}` : plain;
    const path = { name: sizeKeys.has(name) ? key : `${name}_${key}`, field: `${field}.${key}`, text };
    readParameter(path, family, reading);
  }
}

/** Fills the family's envelope from two or three sizes. */
export function readSizes(
  { field, text }: { field: string; text: string },
  family: Family,
  reading: Reading,
): void {
  const doubtful = findAmbiguousNumber(text);
  if (doubtful !== null) {
    reading.fault(field, ambiguous(doubtful));
    return;
  }
  if (/(^|[x×*\s])-\s*\d/.test(text)) {
    reading.fault(field, `"${text.slice(0, 60)}" has a negative length; sizes must be positive`);
    return;
  }
  const [found] = findSizes(text);
  const single = found === undefined ? readLength(text) : null;
  const mm = found?.mm ?? (single === null ? [] : [single]);
  if (mm.length === 0) {
    const shown = text.slice(0, 60);
    reading.malformed(field, `"${shown}" is no size; write it as 100x80x20mm, with positive numbers`);
    return;
  }
  if (found !== undefined && field !== 'message')
    leaveRest({ field, text }, [{ index: found.at, 0: found.text }], reading);
  const names = mm.length === 3 ? (family.envelopeFor?.(mm) ?? family.envelope) : family.envelope;
  mm.forEach((value, place) => sayEnvelope({ value, name: names[place], field }, family, reading));
}

function sayEnvelope(
  { value, name, field }: { value: number; name: string | undefined; field: string },
  family: Family,
  reading: Reading,
): void {
  if (!Number.isFinite(value) || value <= 0)
    reading.fault(field, 'every size must be a positive, finite number');
  else if (name !== undefined) reading.say(name, { value, origin: field });
  else
    reading.leave(`${field}: ${writeMm(value)} mm`, `${spoken(family)} has ${family.envelope.length} sizes`);
}

function readParameter(
  { name, field, text }: Entry & { text: string },
  family: Family,
  reading: Reading,
): void {
  const parameter = findParameter(family, name);
  if (parameter === null) {
    reading.leave(`${field}: ${text}`, `${spoken(family)} has no such parameter`);
    return;
  }
  const doubtful = parameter.unit === 'mm' ? findAmbiguousNumber(text) : null;
  const value = readValue(text, parameter);
  if (doubtful !== null) reading.fault(field, ambiguous(doubtful));
  else if (value === null || text === '' || !Number.isFinite(value))
    reading.malformed(field, `"${text.slice(0, 60)}" is no ${unitWord(parameter)}`);
  else if (Math.abs(value) > largestValue) reading.fault(field, `${value} is out of every range`);
  else reading.say(parameter.name, { value, origin: field });
}

/** A thread such as M3, a length, or a plain number; null or NaN when the text is none. */
function readValue(text: string, { unit, isThread = false }: ParameterDefinition): number | null {
  const thread = isThread ? readThread(text) : null;
  if (thread !== null) return thread;
  return unit === 'mm' ? readSigned(text) : readNumber(text.replace(/\s?(°|deg(rees?)?)$/i, ''));
}

/** A length that may be negative, so that the range can refuse it by its value. */
function readSigned(text: string): number | null {
  const length = readLength(text.replace(/^-\s?/, ''));
  return length !== null && text.startsWith('-') ? -length : length;
}

/** Why a number with a comma before three digits is not taken. */
export function ambiguous(number: string): string {
  const plain = number.replaceAll(',', '');
  return `"${number}" may be ${plain} or ${number.replace(',', '.')}; write one of these`;
}

function unitWord({ unit }: ParameterDefinition): string {
  return {
    mm: 'length such as 2.5 or 1/4 in',
    deg: 'angle in degrees',
    count: 'number',
    ratio: 'number such as 0.44',
  }[unit];
}

/** The parameter with this name, or the one people call so. */
export function findParameter(family: Family, name: string): ParameterDefinition | null {
  const plain = name.replace(/_?mm$/, '').replaceAll('_', ' ').trim();
  return (
    family.parameters.find((parameter) => parameter.name.replaceAll('_', ' ') === plain) ??
    family.parameters.find((parameter) => parameter.words?.includes(plain) === true) ??
    null
  );
}
