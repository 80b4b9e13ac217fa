// General tolerances by ISO 2768-1: sizes, broken edges and angles; and which standard took the place of its second part.
import type { Knowledge } from './knowledge.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

type Tables = Knowledge['standards']['generalTolerances'];

/** `ISO 2768 m for 80 mm`, `general tolerance of 25 mm`, `ISO 2768 angle of 30 mm side`, `what replaced ISO 2768-2`. */
export function answerTolerance({ text, knowledge }: Question): SkillAnswer | null {
  if (!/\b2768\b|\b22081\b|general tolerance/i.test(text)) return null;
  const tables = knowledge.standards.generalTolerances;
  const size = /(\d+(?:[.,]\d+)?)\s*mm\b/.exec(text)?.[1];
  if (/\b22081\b|\b2768-2\b|replac|flatness|geometr/i.test(text))
    return { text: tables.replaced, sources: [cite('ISO 22081:2021, general geometrical specifications')] };
  if (size === undefined) return null;
  const mm = Number(size.replace(',', '.'));
  const wanted = /\b2768(?:-1)?\s*-?\s*([fmcv])/i.exec(text)?.[1]?.toLowerCase();
  if (/\bangles?\b|angular/i.test(text)) return angles(mm, wanted, tables);
  if (/\bradi(us|i)\b|chamfer|\bedges?\b/i.test(text)) return edges(mm, wanted, tables);
  const { upToMm, classes, source } = tables;
  const place = upToMm.findIndex((limit) => mm <= limit);
  if (mm < 0.5 || place < 0)
    return {
      text: `ISO 2768-1 gives no general tolerance for ${mm} mm; its table runs from 0.5 to 4000 mm.`,
      sources: [cite(source)],
    };
  const lines = shown(classes, wanted).map(
    ([name, values]) => `- class ${name}: ${values[place] == null ? 'none' : `**±${values[place]} mm**`}`,
  );
  return answer(`General tolerance of a linear dimension of ${mm} mm:`, lines, source);
}

function angles(mm: number, wanted: string | undefined, { angles: table }: Tables): SkillAnswer {
  const place = table.upToMm.findIndex((limit) => limit === null || mm <= limit);
  const lines = shown(table.minutes, wanted).map(
    ([name, values]) => `- class ${name}: **±${degrees(values[place] ?? 0)}**`,
  );
  return answer(`General tolerance of an angle whose shorter side is ${mm} mm:`, lines, table.source);
}

function edges(mm: number, wanted: string | undefined, { edges: table }: Tables): SkillAnswer {
  const place = table.upToMm.findIndex((limit) => limit === null || mm <= limit);
  const lines = shown(table.classes, wanted).map(
    ([name, values]) => `- class ${name}: **±${values[place]} mm**`,
  );
  return answer(`General tolerance of a radius or chamfer of ${mm} mm:`, lines, table.source);
}

function shown<T>(classes: Readonly<Record<string, T>>, wanted: string | undefined): [string, T][] {
  return Object.entries(classes).filter(([name]) => wanted === undefined || name === wanted);
}

function answer(head: string, lines: readonly string[], source: string): SkillAnswer {
  return { text: [head, '', ...lines].join('\n'), sources: [cite(source)] };
}

function degrees(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole > 0 ? [`${whole}°`] : []), ...(rest > 0 ? [`${rest}′`] : [])].join(' ');
}
