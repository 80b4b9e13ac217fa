// Clearance holes for metric screws.

export type ClearanceFit = 'fine' | 'medium' | 'coarse';

/** Clearance hole diameters, mm, by nominal thread diameter: fine, medium, coarse (ISO 273:1979, table 1). */
const clearance: Readonly<Record<string, readonly [number, number, number]>> = {
  'M1.6': [1.7, 1.8, 2],
  M2: [2.2, 2.4, 2.6],
  'M2.5': [2.7, 2.9, 3.1],
  M3: [3.2, 3.4, 3.6],
  'M3.5': [3.7, 3.9, 4.2],
  M4: [4.3, 4.5, 4.8],
  M5: [5.3, 5.5, 5.8],
  M6: [6.4, 6.6, 7],
  M8: [8.4, 9, 10],
  M10: [10.5, 11, 12],
  M12: [13, 13.5, 14.5],
  M14: [15, 15.5, 16.5],
  M16: [17, 17.5, 18.5],
  M20: [21, 22, 24],
  M24: [25, 26, 28],
  M30: [31, 33, 35],
};
/** Clearance hole diameters, in, for inch screws: close, normal, loose (ASME B18.2.8-1999, R2017). */
const inchClearance: Readonly<Record<string, readonly [number, number, number]>> = {
  '#2': [0.094, 0.102, 0.116],
  '#4': [0.12, 0.128, 0.144],
  '#6': [0.154, 0.17, 0.185],
  '#8': [0.18, 0.196, 0.213],
  '#10': [0.206, 0.221, 0.238],
  '1/4': [0.266, 0.281, 0.297],
  '5/16': [0.328, 0.344, 0.359],
  '3/8': [0.391, 0.406, 0.422],
  '7/16': [0.453, 0.469, 0.484],
  '1/2': [0.531, 0.562, 0.609],
  '5/8': [0.656, 0.688, 0.734],
  '3/4': [0.781, 0.812, 0.906],
};
/** `1/4-20`, `#10-32 UNF`: size, then threads per inch. */
const inchThread = /(?<![\d/.])(#\s?\d{1,2}|\d\/\d{1,2})\s?[-–]\s?(\d{1,2})(?:\s?UN[CF])?\b(?!\s?\/)/i;
const fits: readonly ClearanceFit[] = ['fine', 'medium', 'coarse'];

/** Words people use for the three fits. */
const fitWords: readonly [RegExp, ClearanceFit][] = [
  [/\b(fine|close|tight)\b/i, 'fine'],
  [/\b(coarse|loose|free)\b/i, 'coarse'],
];

/** A metric thread named in a text, its first group the nominal diameter; null: none named. */
export function findThread(text: string): RegExpExecArray | null {
  return /\bM\s?(\d{1,3}(?:[.,]\d)?)\b/.exec(text);
}

/** The nominal diameter, mm, of a metric thread named in a text, such as `M3` or `M2.5`; null: none named. */
export function readThread(text: string): number | null {
  const found = findThread(text)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

export interface ClearanceHole {
  readonly thread: string;
  readonly fit: ClearanceFit;
  readonly diameterMm: number;
  /** That the size is of. */
  readonly standard: string;
  /** Where in the text the thread is named. */
  readonly place: RegExpExecArray;
}

/** The clearance hole for a thread named in a text, such as `M5 clearance` or `four M4 holes, close fit`; null: none named. */
export function findClearanceHole(text: string): ClearanceHole | null {
  const inch = inchThread.exec(text);
  if (inch !== null) return inchHole(text, inch);
  const place = findThread(text);
  const thread = place?.[1]?.replace(',', '.');
  const row = thread === undefined ? undefined : clearance[`M${thread}`];
  if (place === null || thread === undefined || row === undefined) return null;
  const fit = fitWords.find(([word]) => word.test(text))?.[1] ?? 'medium';
  return {
    thread: `M${thread}`,
    fit,
    diameterMm: row[fits.indexOf(fit)] ?? row[1],
    place,
    standard: 'ISO 273',
  };
}

function inchHole(text: string, place: RegExpExecArray): ClearanceHole | null {
  const size = (place[1] ?? '').replaceAll(' ', '');
  const row = inchClearance[size];
  if (row === undefined) return null;
  const fit = fitWords.find(([word]) => word.test(text))?.[1] ?? 'medium';
  return {
    thread: `${size}-${place[2]}`,
    fit,
    diameterMm: (row[fits.indexOf(fit)] ?? row[1]) * 25.4,
    place,
    standard: 'ASME B18.2.8',
  };
}
