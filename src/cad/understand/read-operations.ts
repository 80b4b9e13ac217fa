// Reads changes to a part from a message: `add four M4 holes on a 60 mm square; round the vertical edges by 3 mm`.
import type { Operation, OperationOf, Side } from '../modify/operation.ts';
import { sizesOfThread } from '../parts/thread-sizes.ts';
import { readHoles } from './read-holes.ts';
import { readPattern } from './hole-pattern.ts';
import { readRib } from './read-rib.ts';
import { millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';
import { readThread } from './screw-sizes.ts';
import { longestMessage, tidyText } from './tidy-text.ts';

/** Changes in their order, and what of the message was read as none, with the reason. */
export interface ReadOperations {
  readonly operations: readonly Operation[];
  readonly faults: readonly string[];
}

const verbs =
  'add|drill|cut|move|shift|make|put|fillet|round|chamfer|bevel|break|engrave|write|mirror|flip|shell|hollow|counterbore|tap';
const length = `(${numberPattern})\\s?(${unitPattern})?`;
/** Counterbores for socket head screws ISO 4762: diameter and depth, mm, by thread (DIN 974-1 series 1, head height and 0.4). */
const counterbores: Readonly<Record<string, readonly [number, number]>> = {
  3: [6.5, 3.4],
  4: [8, 4.4],
  5: [10, 5.4],
  6: [11, 6.4],
  8: [15, 8.6],
  10: [18, 10.6],
  12: [20, 12.6],
};

/** Whether a message asks to change a part rather than to make one. */
export function asksForChange(message: string): boolean {
  const start = new RegExp(`^\\s*(?:please\\s+|now\\s+|then\\s+|and\\s+|also\\s+)*(?:${verbs})\\b`, 'i');
  const isChange =
    start.test(message) &&
    /\b(?:holes?|slots?|edges?|corners?|fillets?|chamfers?|engrave|mirror|flip|shell|hollow|text|ribs?)\b/i.test(
      message,
    );
  return (
    isChange &&
    !/^\s*(?:please\s+)?(?:make|add)\s+(?:me\s+)?an?\s+(?!\d|grid|row|pattern|hole|slot|fillet|chamfer|mirror|text|rib)/i.test(
      message,
    )
  );
}

/** Reads every clause; a clause that is none becomes a fault. */
export function readOperations(message: string): ReadOperations {
  const { text } = tidyText(message, longestMessage);
  const split = new RegExp(
    `\\s*(?:;|\\.(?=\\s|$)|,?\\s+(?:and\\s+)?then\\b|,?\\s+and(?=\\s+(?:${verbs})\\b)|,(?=\\s*(?:${verbs})\\b))\\s*`,
    'i',
  );
  const clauses = text.split(split).filter((clause) => clause.trim() !== '');
  const read = clauses.map(readClause);
  return {
    operations: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    faults: read.filter((one) => typeof one === 'string'),
  };
}

/** One change; a sentence that says what is missing when it is none. */
export function readClause(raw: string): Operation | string {
  const clause = raw.trim();
  if (
    /\b(?:move|shift|taller|higher|wider|narrower|longer|shorter|thicker|thinner|deeper|bigger|smaller|remove|delete)\b/i.test(
      clause,
    )
  )
    return `"${clause.slice(0, 60)}" cannot be made to a finished solid here; ask Haitch to change the part's sizes, or ask for it anew`;
  const quoted = /["“'‘]([^"”'’]{1,60})["”'’]/.exec(clause)?.[1];
  if (/\bengrave|\bwrite\b|\btext\b/i.test(clause)) return readEngraving(clause, quoted);
  if (/\bmirror|\bflip/i.test(clause)) return readMirror(clause);
  if (/\bshell\b|\bhollow\b/i.test(clause)) return readShell(clause);
  if (/\bfillet|\bround(?:ed)?\b.*\b(?:edge|corner)/i.test(clause)) return readEdges(clause, 'fillet');
  if (/\bchamfer|\bbevel|\bbreak\b/i.test(clause)) return readEdges(clause, 'chamfer');
  if (/\bribs?\b/i.test(clause)) return readRib(clause, sideOf(clause));
  if (/\bslots?\b/i.test(clause)) return readSlot(clause);
  if (/\bholes?\b|\bdrill\b|\bM\d|[Øø⌀]|\bbolt pattern\b/i.test(clause)) return readHoleClause(clause);
  return `"${clause.slice(0, 60)}" is no change that can be made here; known are holes, slots, ribs, fillets, chamfers, shell, mirror and engraved text`;
}

function readHoleClause(clause: string): Operation | string {
  const thread = readThread(clause);
  const isTapped = /\btap(?:ped)?\b|\bthread(?:ed)?\b/i.test(clause);
  const holes = readHoles(
    clause.replaceAll(/\b(?:tapped|threaded|blind|counter[\s-]?bored?)\s/gi, ''),
    false,
  );
  const diameterMm =
    isTapped && thread !== null ? sizesOfThread(thread).tapDrill : (holes?.diameterMm ?? null);
  if (diameterMm === null || !(diameterMm > 0))
    return `"${clause.slice(0, 60)}" names no hole diameter, such as M4 or 5 mm`;
  const count = holes?.count ?? 1;
  if (count < 1 || count > 400)
    return `"${clause.slice(0, 60)}" asks for ${count} holes; from 1 to 400 can be made`;
  const places = readPattern(withoutHoleSize(clause), count);
  if (places === null)
    return `"${clause.slice(0, 60)}" does not say where the ${count} holes go, such as "on a 60 mm square", "on a 50 mm circle", "20 mm apart" or "at (10, 5)"`;
  const counterbore = /\bcounter[\s-]?bore/i.test(clause) ? counterboreOf(thread) : null;
  if (counterbore === undefined)
    return `"${clause.slice(0, 60)}" asks for counterbores; name a screw from M3 to M12`;
  return {
    op: 'holes',
    said: clause,
    diameterMm,
    places,
    depthMm: depthOf(clause),
    side: sideOf(clause),
    counterbore,
  };
}

function counterboreOf(thread: number | null): { diameterMm: number; depthMm: number } | undefined {
  const row = counterbores[String(thread)];
  return row === undefined ? undefined : { diameterMm: row[0], depthMm: row[1] };
}

/** So that `5 mm holes` and `5 mm deep` are not taken for a pattern. */
function withoutHoleSize(clause: string): string {
  return clause
    .replace(new RegExp(`\\b\\d{1,3}\\s?[x×]\\s?(?=[Øø⌀M])`, 'i'), ' ')
    .replace(
      new RegExp(
        `[Øø⌀]?\\s?${length}\\s?(?:dia(?:meter)?\\s)?(?:through\\s|clearance\\s|tapped\\s)*holes?\\b`,
        'i',
      ),
      ' ',
    )
    .replace(new RegExp(`${length}\\s?deep\\b`, 'i'), ' ');
}

function readSlot(clause: string): Operation | string {
  const sizes = new RegExp(`${length}\\s?(?:x|×|by)\\s?${length}`, 'i').exec(clause);
  if (sizes === null) return `"${clause.slice(0, 60)}" names no slot size, such as 20x5 mm`;
  const both = [mm(sizes[1], sizes[2] ?? sizes[4]), mm(sizes[3], sizes[4])].sort((a, b) => b - a);
  const [lengthMm = 0, widthMm = 0] = both;
  if (lengthMm <= widthMm) return `"${clause.slice(0, 60)}": a slot is longer than it is wide`;
  const [place = [0, 0]] = readPattern(clause.replace(sizes[0], ' '), 1) ?? [];
  return {
    op: 'slot',
    said: clause,
    lengthMm,
    widthMm,
    place: [...place],
    depthMm: depthOf(clause),
    side: sideOf(clause),
  };
}

function readEdges(clause: string, op: 'fillet' | 'chamfer'): Operation | string {
  const found = new RegExp(`\\bR\\s?(${numberPattern})|${length}`, 'i').exec(clause);
  const sizeMm = found === null ? Number.NaN : mm(found[1] ?? found[2], found[3]);
  if (!(sizeMm > 0)) return `"${clause.slice(0, 60)}" names no size, such as 2 mm`;
  const where = /\b(vertical|upright|top|upper|bottom|lower)\b/i.exec(clause)?.[1]?.toLowerCase();
  const words: Readonly<Record<string, OperationOf<'fillet'>['edges']>> = {
    vertical: 'vertical',
    upright: 'vertical',
    top: 'top',
    upper: 'top',
    bottom: 'bottom',
    lower: 'bottom',
  };
  const isCorner = /\bcorners?\b/i.test(clause) && where === undefined;
  return { op, said: clause, sizeMm, edges: isCorner ? 'vertical' : (words[where ?? ''] ?? 'all') };
}

function readShell(clause: string): Operation | string {
  const found = new RegExp(length, 'i').exec(clause);
  const wallMm = found === null ? Number.NaN : mm(found[1], found[2]);
  if (!(wallMm > 0)) return `"${clause.slice(0, 60)}" names no wall, such as 2 mm`;
  return { op: 'shell', said: clause, wallMm, side: sideOf(clause) };
}

function readMirror(clause: string): Operation | string {
  const plane = /\b(x[\s-]?y|x[\s-]?z|y[\s-]?z|z[\s-]?y|z[\s-]?x|y[\s-]?x)\b/i
    .exec(clause)?.[1]
    ?.toUpperCase()
    .replaceAll(/[\s-]/g, '');
  const sorted = plane === undefined ? '' : [...plane].sort().join('');
  if (sorted === 'XY' || sorted === 'XZ' || sorted === 'YZ')
    return { op: 'mirror', said: clause, plane: sorted };
  return `"${clause.slice(0, 60)}" names no plane to mirror in: XY, XZ or YZ`;
}

function readEngraving(clause: string, text: string | undefined): Operation | string {
  if (text === undefined) return `"${clause.slice(0, 60)}" has no text in quotation marks`;
  const rest = clause.replace(text, ' ');
  const deep = new RegExp(`${length}\\s?deep\\b`, 'i').exec(rest);
  const high = new RegExp(`${length}\\s?(?:high|tall|letters?|text)\\b`, 'i').exec(rest);
  return {
    op: 'engrave',
    said: clause,
    text,
    heightMm: high === null ? 6 : mm(high[1], high[2]),
    depthMm: deep === null ? 0.5 : mm(deep[1], deep[2]),
    side: sideOf(rest),
  };
}

function depthOf(clause: string): number | null {
  const deep = new RegExp(`${length}\\s?deep\\b|\\bdepth\\s(?:of\\s)?${length}`, 'i').exec(clause);
  return deep === null ? null : mm(deep[1] ?? deep[3], deep[2] ?? deep[4]);
}

function sideOf(clause: string): Side {
  const side =
    /\b(?:on|in|into|from|to|at|open)\s(?:at\s)?(?:the\s)?(top|bottom|front|back|rear|left|right)\b/i
      .exec(clause)?.[1]
      ?.toLowerCase();
  if (side === 'rear') return 'back';
  return side === 'bottom' || side === 'front' || side === 'back' || side === 'left' || side === 'right'
    ? side
    : 'top';
}

function mm(number = '', unit?: string): number {
  return readNumber(number) * millimetresPer(unit);
}
