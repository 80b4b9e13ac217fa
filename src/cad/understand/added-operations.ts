// Changes asked for in one breath with a part: `plate 300x200x10, 4x Ø9 on 250x150, chamfer the edges 1 mm`.
import type { Operation } from '../modify/operation.ts';
import type { Family } from '../parts/family.ts';
import type { MarkedText } from './marked-text.ts';
import { findSizes } from './read-length.ts';
import { readClause } from './read-operations.ts';

interface Clause {
  readonly at: number;
  readonly words: string;
}

const separator = /[,;](?!\d)|\.\s|\s(?:with|and|plus|then|in\s(?:an?|the)(?=\s(?!cent|middle)))\s/gi;
const holePattern =
  /\bsquare\b|\brectangle\b|\bgrid\b|\bapart\b|\bspacing\b|\bpitch\b|\bcircle\b|\b(?:pcd|bcd|bc)\b|\bat\s\(|\b(?:cent(?:re|er)|middle)\b|\bon\s(?:an?\s)?\d[\d.,]*\s?(?:mm|cm|in|")?\s?(?:[x×]|by)\s?\d/i;

/** Reads and marks the clauses that are changes no parameter of the family stands for; the others are left to the family. */
export function readAddedOperations(message: MarkedText, family: Family): Operation[] {
  const operations: Operation[] = [];
  const clauses = clausesOf(message);
  for (let index = 0; index < clauses.length; index += 1) {
    const found = readFrom(clauses, index, { message, family });
    if (found === null) continue;
    operations.push(found.operation);
    message.use(found.at, found.words.length);
    index = found.last;
  }
  return operations;
}

/** Says more of the change before it, and begins none: `two ribs 3 mm thick, 10 mm high, 40 mm apart`. */
const goesOn = /\b(?:apart|pitch|spacing|spaced|high|tall|long|deep|rows?|grid|square|circle)\b/i;
const begins = /\b(?:holes?|drill|slots?|ribs?|chamfer|fillet|round|engrav)/i;

/** The shortest run of clauses from `first` on that is a change; null when none is. */
function readFrom(
  clauses: readonly Clause[],
  first: number,
  { message, family }: { readonly message: MarkedText; readonly family: Family },
): (Clause & { readonly operation: Operation; readonly last: number }) | null {
  const at = clauses[first]?.at ?? 0;
  for (let last = first; last < Math.min(clauses.length, first + 4); last += 1) {
    const clause = clauses[last];
    if (clause === undefined || (last > first && (!goesOn.test(clause.words) || begins.test(clause.words))))
      return null;
    const words = message.text.slice(at, clause.at + clause.words.length);
    const operation = isChangeTo(family, words) ? readClause(words) : '';
    if (typeof operation !== 'string') return { at, words, operation, last };
  }
  return null;
}

/** Parts of the message between separators, brackets and quotations whole; sizes of three end one. */
function clausesOf(message: MarkedText): Clause[] {
  const whole = message.rest.replaceAll(/\([^()]{0,200}\)|["“][^"”]{1,60}["”]/g, (inner) =>
    inner.replaceAll(/[,;.\s]/g, '_'),
  );
  const ends = findSizes(whole)
    .filter(({ mm }) => mm.length > 2)
    .map(({ at, text }) => ({ at: at + text.length, length: 0 }));
  const cuts = [
    ...[...whole.matchAll(separator)].map((match) => ({ at: match.index, length: match[0].length })),
    ...ends,
    { at: whole.length, length: 0 },
  ].sort((a, b) => a.at - b.at);
  const clauses: Clause[] = [];
  let from = 0;
  for (const { at, length } of cuts) {
    const raw = message.text.slice(from, at);
    const words = raw.replace(/^[\s,;.]+/, '').trimEnd();
    if (words !== '') clauses.push({ at: from + raw.indexOf(words), words });
    from = at + length;
  }
  return clauses;
}

function isChangeTo({ parameters }: Family, words: string): boolean {
  const has = (start: string): boolean => parameters.some(({ name }) => name.startsWith(start));
  if (/\bengrav/i.test(words)) return true;
  if (/\bribs?\b/i.test(words)) return /\d/.test(words) && !has('rib');
  if (/\bslots?\b/i.test(words)) return !has('vent');
  if (/\bchamfer/i.test(words)) return !has('chamfer') && /\d/.test(words);
  if (/\b(?:fillet|round)\w*\b.*\bedges?\b|\bedges?\b.*\b(?:fillet|round)/i.test(words))
    return /\d/.test(words);
  const isOfHoles = /\bholes?\b|\bdrill|[x×]\s?(?:[Øø⌀]|M\d)|\bbolt pattern\b/i.test(words);
  return isOfHoles && holePattern.test(words) && !has('bolt_circle') && !has('hole_spacing');
}
