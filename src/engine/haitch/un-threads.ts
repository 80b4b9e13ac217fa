// Unified inch threads: "tap drill for 1/4-20", "clearance hole for #10", "3/8 UNF stress area".
import type { UnThread } from '../standards/standard-tables.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const asks = /\b(holes?|drill|tap|pitch|threads?|clearance|screws?|bolts?|stress area|major|UNC|UNF)\b/i;
const mmPerInch = 25.4;

/** A thread by size and pitch, by size and series, or by its size alone: all threads of the size. */
export function answerUnThreads({ text, knowledge }: Question): SkillAnswer | null {
  if (!asks.test(text)) return null;
  const { rows, source, clearanceSource } = knowledge.standardTables.unThreads;
  const found = threadsIn(text, rows);
  if (found.length === 0) return null;
  const clearance = found[0]?.clearanceIn;
  return {
    text: [
      ...found.flatMap((row) => ['', ...linesOf(row)]),
      ...(clearance === undefined
        ? []
        : [
            `- clearance hole: close **${both(clearance[0])}**, normal **${both(clearance[1])}**, loose **${both(clearance[2])}**`,
          ]),
    ]
      .join('\n')
      .trim(),
    sources: [cite(source), ...(clearance === undefined ? [] : [cite(clearanceSource)])],
  };
}

function threadsIn(text: string, rows: readonly UnThread[]): UnThread[] {
  const words = text
    .toLowerCase()
    .replaceAll(/["”″]|\binch(?:es)?\b|\bin\b/g, '')
    .replaceAll(/\bno\.?\s*(?=\d)|\bnumber\s+(?=\d)/g, '#')
    .replaceAll(/\s*[-–]\s*/g, '-');
  const sizeOf = (row: UnThread): string =>
    row.size.startsWith('#')
      ? `(?:#${row.size.slice(1)}|(?<![\\d/.#m-])${row.size.slice(1)})`
      : `(?<![\\d/.#m-])${row.size}`;
  const exact = rows.filter((row) =>
    new RegExp(`${sizeOf(row)}-${row.threadsPerInch}(?![\\d/.])`).test(words),
  );
  if (exact.length > 0) return exact.slice(0, 1);
  const series = /\bun[cf]\b/.exec(words)?.[0].toUpperCase();
  // A size alone is a thread only beside a screw's word: a hole may be of any size.
  if (series === undefined && !/\b(screws?|bolts?|threads?|tap|clearance)\b/.test(words)) return [];
  const ofSize = rows.filter((row) => {
    const size = row.size.startsWith('#') ? row.size : `(?<![\\d/.#m-])${row.size}`;
    if (row.size === '1' && series === undefined) return false;
    return new RegExp(`${size}(?![\\d/.-])`).test(words);
  });
  return ofSize.filter((row) => series === undefined || row.series === series);
}

/** Pitch, drill and the tensile stress area π/4 (D − 0.9743/n)², ASME B1.1 appendix B. */
function linesOf({ size, threadsPerInch, series, majorIn, tapDrill, tapDrillIn }: UnThread): string[] {
  const area = (Math.PI / 4) * (majorIn - 0.9743 / threadsPerInch) ** 2;
  return [
    `**${size}-${threadsPerInch} ${series}**`,
    '',
    `- major diameter: **${both(majorIn)}**`,
    `- pitch: 1/${threadsPerInch} in = **${Number((mmPerInch / threadsPerInch).toFixed(3))} mm**`,
    `- tap drill: **${tapDrill}**, ${both(tapDrillIn)}`,
    `- tensile stress area: **${area.toPrecision(3)} in²** = ${Number((area * mmPerInch ** 2).toPrecision(3))} mm²`,
  ];
}

function both(inches: number): string {
  return `${inches} in (${Number((inches * mmPerInch).toFixed(2))} mm)`;
}
