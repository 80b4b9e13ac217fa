// Where holes go: `on a 60 mm square`, `on a 60 x 40 rectangle`, `on a 50 mm circle`, `20 mm apart`, `in a 3 x 4 grid, 20 mm apart`, `at (10, 5)`.
import { millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';

export type Place = [number, number];

const length = `(${numberPattern})\\s?(${unitPattern})?`;
const mm = (number = '', unit?: string): number => readNumber(number) * millimetresPer(unit);
/** A number that may be negative, as in a place. */
const signed = String.raw`(-?\s?\d{1,5}(?:[.,]\d{1,4})?)`;

/** The places of `count` holes round the middle; null when the text names no pattern that gives them. */
export function readPattern(text: string, count: number): Place[] | null {
  const named = placesAt(text);
  if (named.length > 0) return named;
  const grid = readGrid(text, count);
  if (grid !== null) return grid;
  const square = new RegExp(`${length}\\s?square\\b|\\bsquare\\s(?:of\\s)?${length}`, 'i').exec(text);
  if (square !== null && count === 4) {
    const side = mm(square[1] ?? square[3], square[2] ?? square[4]);
    return rectangle(side, side);
  }
  const sides = new RegExp(
    `${length}\\s?(?:x|×|by)\\s?${length}(?:\\s?(?:rectangle|grid|pattern|spacing))?`,
    'i',
  ).exec(text);
  if (sides !== null && count === 4)
    return rectangle(mm(sides[1], sides[2] ?? sides[4]), mm(sides[3], sides[4]));
  const circle = new RegExp(
    `${length}\\s?(?:pcd|bcd|bolt\\scircle|pitch\\scircle|circle)\\b|\\b(?:pcd|bcd|bolt\\scircle|circle)\\s(?:of\\s)?${length}`,
    'i',
  ).exec(text);
  if (circle !== null) return onCircle(mm(circle[1] ?? circle[3], circle[2] ?? circle[4]), count);
  const row = new RegExp(`${length}\\s?(?:apart|spacing|pitch)\\b`, 'i').exec(text);
  if (row !== null) return inRow(mm(row[1], row[2]), count);
  // One hole goes to the middle, unless a pattern was named that does not fit the count.
  return count === 1 && sides === null && square === null ? [[0, 0]] : null;
}

/** `3 x 4 grid`, or `in 3 rows`, with one pitch; null where there is none, or where the count is another. */
function readGrid(text: string, count: number): Place[] | null {
  const pitch = new RegExp(
    `${length}\\s?(?:apart|spacing|pitch)\\b|\\b(?:pitch|spacing|spaced)\\s(?:of\\s|by\\s)?${length}`,
    'i',
  ).exec(text);
  if (pitch === null) return null;
  const both = /\b(\d{1,2})\s?(?:x|×|by)\s?(\d{1,2})\s(?:grid|array|pattern|matrix)\b/i.exec(text);
  const rowsSaid = /\b(\d{1,2})\srows?\b/i.exec(text);
  if (both === null && rowsSaid === null) return null;
  const rows = Number(both?.[2] ?? rowsSaid?.[1]);
  const columns = both === null ? count / rows : Number(both[1]);
  const isCount = count === 1 || count === rows * columns;
  if (!isCount || !Number.isInteger(columns) || rows < 1 || columns < 1 || rows * columns > 400) return null;
  const step = mm(pitch[1] ?? pitch[3], pitch[2] ?? pitch[4]);
  return Array.from({ length: rows }, (_, row) =>
    inRow(step, columns).map(([x]): Place => [x, (row - (rows - 1) / 2) * step]),
  ).flat();
}

function placesAt(text: string): Place[] {
  const pairs = new RegExp(`\\(\\s?${signed}\\s?(?:mm)?\\s?[,;]\\s?${signed}\\s?(?:mm)?\\s?\\)`, 'g');
  return [...text.matchAll(pairs)].map(([, x = '', y = '']): Place => [toNumber(x), toNumber(y)]);
}

function toNumber(text: string): number {
  return Number(text.replaceAll(/\s/g, '').replace(',', '.'));
}

function rectangle(width: number, height: number): Place[] {
  const [x, y] = [width / 2, height / 2];
  return [
    [-x, -y],
    [x, -y],
    [-x, y],
    [x, y],
  ];
}

function onCircle(diameter: number, count: number): Place[] {
  return Array.from({ length: count }, (_, index): Place => {
    const angle = (2 * Math.PI * index) / count;
    return [(diameter / 2) * Math.cos(angle), (diameter / 2) * Math.sin(angle)];
  });
}

function inRow(pitch: number, count: number): Place[] {
  return Array.from({ length: count }, (_, index): Place => [(index - (count - 1) / 2) * pitch, 0]);
}
