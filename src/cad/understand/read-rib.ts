// Ribs in words: `a rib 3 mm thick and 10 mm high along y`, `two ribs 2 mm thick, 8 mm high, 30 mm apart`.
import type { OperationOf, Side } from '../modify/operation.ts';
import { millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';

const length = `(${numberPattern})\\s?(${unitPattern})?`;
const counts = ['one', 'two', 'three', 'four', 'five', 'six'];

/** The ribs; a sentence when thickness or height is missing. */
export function readRib(clause: string, side: Side): OperationOf<'rib'> | string {
  const thicknessMm = named(clause, 'thick') ?? named(clause, 'wide') ?? named(clause, 'ribs?');
  const heightMm = named(clause, '(?:high|tall)');
  if (thicknessMm === null || heightMm === null)
    return `"${clause.slice(0, 60)}" needs a thickness and a height, such as "3 mm thick and 10 mm high"`;
  const count = countOf(clause);
  const apart = named(clause, '(?:apart|spacing|pitch)');
  if (count > 1 && apart === null)
    return `"${clause.slice(0, 60)}" does not say how far apart the ${count} ribs stand`;
  const along = /\balong\s(?:the\s)?(?:y\b|depth\b)/i.test(clause) ? 'y' : 'x';
  const places = Array.from({ length: count }, (_, index): [number, number] => {
    const across = (index - (count - 1) / 2) * (apart ?? 0);
    return along === 'x' ? [0, across] : [across, 0];
  });
  return {
    op: 'rib',
    said: clause,
    thicknessMm,
    heightMm,
    lengthMm: named(clause, 'long'),
    along,
    places,
    side,
  };
}

/** The positive length before a word, mm. */
function named(clause: string, word: string): number | null {
  const found = new RegExp(`${length}\\s?${word}\\b`, 'i').exec(clause);
  const mm = found === null ? Number.NaN : readNumber(found[1] ?? '') * millimetresPer(found[2]);
  return mm > 0 && Number.isFinite(mm) ? mm : null;
}

function countOf(clause: string): number {
  const found = /\b(\d{1,2}|one|two|three|four|five|six)\s(?:[a-z]+\s)?ribs\b/i.exec(clause)?.[1];
  if (found === undefined) return 1;
  const word = counts.indexOf(found.toLowerCase());
  return word >= 0 ? word + 1 : Math.min(50, Math.max(1, Number(found)));
}
