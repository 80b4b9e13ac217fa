// Sizes of screw heads, nuts and washers: "head height of M6 socket cap screw", "spanner for an M10 bolt".
import type { FastenerKind } from '../standards/standard-tables.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const asks =
  /\b(heads?|height|key|wrench|spanner|across flats|thick(ness)?|outside|outer|diameter|dimensions?|sizes?|how (big|wide|high|tall)|counterbore)\b/i;
/** Those are asked of the thread. */
const ofThread = /\b(clearance|tap|tapping|pitch|stress area|drill)\b/i;

/** The sizes of a fastener by its kind and metric thread. */
export function answerFasteners({ text, knowledge }: Question): SkillAnswer | null {
  const thread = /\bM\s?(\d{1,2}(?:\.\d)?)\b/.exec(text)?.[1];
  if (thread === undefined || !asks.test(text) || ofThread.test(text)) return null;
  const kind = kindIn(text, knowledge.standardTables.fasteners.kinds);
  const size = `M${thread}`;
  if (kind === undefined) return allHeads(text, size, knowledge.standardTables.fasteners.kinds);
  const row = kind.rows.find((one) => one.size === size);
  const source = cite(`${kind.standard}, ${kind.title}s`);
  if (row === undefined) {
    const known = kind.rows.map((one) => one.size).join(', ');
    return { text: `My table of ${kind.standard} has no ${size}; it has ${known}.`, sources: [source] };
  }
  const isFlat = kind.id === 'washer' || kind.id === 'nut';
  const lines = [
    ['head diameter', row.headMm],
    ['width across flats', row.flatsMm],
    [isFlat ? 'thickness' : 'head height', row.heightMm],
    ['hexagon key', row.keyMm],
    ['bore', row.boreMm],
    ['outside diameter', row.outsideMm],
  ].flatMap(([name, mm]) => (mm === undefined ? [] : [`- ${name}: **${mm} mm**`]));
  return {
    text: [`**${size} ${kind.title}**, ${kind.standard}, nominal or greatest sizes:`, '', ...lines].join(
      '\n',
    ),
    sources: [source],
  };
}

/** The heads of a thread, where nobody said which. */
function allHeads(text: string, size: string, kinds: readonly FastenerKind[]): SkillAnswer | null {
  if (!/\bheads?\b/i.test(text)) return null;
  const heads = kinds.flatMap((kind) => {
    const row = kind.rows.find((one) => one.size === size);
    const wide = row?.headMm ?? row?.flatsMm;
    if (row === undefined || wide === undefined || kind.id === 'nut') return [];
    const flats = row.headMm === undefined ? ' across flats' : ' wide';
    return [
      {
        line: `- ${kind.title}: **${wide} mm**${flats}, **${row.heightMm} mm** high (${kind.standard})`,
        source: cite(`${kind.standard}, ${kind.title}s`),
      },
    ];
  });
  if (heads.length === 0) return null;
  return {
    text: [`Heads of **${size}** screws:`, '', ...heads.map(({ line }) => line)].join('\n'),
    sources: heads.map(({ source }) => source),
  };
}

function kindIn(text: string, kinds: readonly FastenerKind[]): FastenerKind | undefined {
  const has = (word: string): boolean => new RegExp(`\\b${word}`, 'i').test(text);
  const named = kinds.find(({ called }) => called.some((words) => words.split(' ').every(has)));
  return (
    named ??
    (/\b(wrench|spanner|across flats)\b/i.test(text) ? kinds.find(({ id }) => id === 'hex') : undefined)
  );
}
