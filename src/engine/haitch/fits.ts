// Limits and fits by ISO 286: "limits of 20 H7/g6", "tolerance of Ø50 f7", "IT7 of 60 mm".
import { gradeOf, type Limits, limitsOf, readToleranceClass } from '../standards/iso-286.ts';
import type { Iso286Table } from '../standards/standard-tables.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const letters = '(?:JS|[CDEFGHKMNPRSU]|js|[cdefghkmnprsu])';
const named = new RegExp(`(?<![\\w.])(${letters}\\d{1,2})(?:\\s*/\\s*(${letters}\\d{1,2}))?(?![\\w.])`);
const asks = /\blimits?\b|toleranc|\bfits?\b|deviation|\biso\s?286|\bshaft|\bbore\b|\bhole\b|[øØ⌀]/i;

/** A size with a hole's, a shaft's or both classes: the deviations, the limits, and the clearance or interference of a fit. */
export function answerFits({ text, knowledge }: Question): SkillAnswer | null {
  const table = knowledge.standardTables.iso286;
  const grade = /\bIT\s?(\d{1,2})\b/.exec(text)?.[1];
  const classes = named.exec(text);
  if (grade === undefined && (classes === null || isThread(text))) return null;
  const size = sizeIn(text.replace(named, ' ').replace(/\bIT\s?\d{1,2}\b|\bISO\s?286(?:-\d)?/g, ' '));
  if (size === null) return needsSize(classes?.[0] ?? '', text);
  if (classes === null) return answerGrade(size, Number(grade), table);
  const isFit = classes[2] !== undefined;
  if (!isFit && !asks.test(text)) return null;
  const names = [classes[1] ?? '', ...(isFit ? [classes[2] ?? ''] : [])];
  const found = names.map((name) => ({ name, limits: limitsAt(size, name, table) }));
  const missing = found.find(({ limits }) => limits === null);
  const sources = [cite(table.source)];
  if (missing !== undefined)
    return {
      text: `ISO 286 gives no limits for ${missing.name} at ${size} mm in my table, which has IT5 to IT14 up to 500 mm.`,
      sources,
    };
  const lines = found.flatMap(({ name, limits }) => (limits === null ? [] : [line(size, name, limits)]));
  const fit = fitOf(found);
  return {
    text: [
      `**${size} mm ${names.join('/')}** by ISO 286:`,
      '',
      ...lines,
      ...(fit === null ? [] : [fit]),
    ].join('\n'),
    sources,
  };
}

/** `What is H7?`; letters that are threads and units too are left alone. */
function needsSize(name: string, text: string): SkillAnswer | null {
  if (!/^(?:H|JS|[NPK])\d/.test(name) || !/\bwhat\b|\blimits?\b|toleranc|\bfits?\b/i.test(text)) return null;
  return { text: `The limits of ${name} depend on the size: ask for “limits of 20 ${name}”.`, sources: [] };
}

/** `20 m6 screws` are screws. */
function isThread(text: string): boolean {
  return /\bM\d/i.test(text) && /\b(screws?|bolts?|threads?|nuts?|washers?|tap)\b/i.test(text);
}

function sizeIn(text: string): number | null {
  const found = /(\d+(?:[.,]\d+)?)/.exec(text)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

function limitsAt(size: number, name: string, table: Iso286Table): Limits | null {
  const toleranceClass = readToleranceClass(name);
  return toleranceClass === null ? null : limitsOf(size, toleranceClass, table);
}

function answerGrade(size: number, grade: number, table: Iso286Table): SkillAnswer {
  const tolerance = grade < 5 ? null : gradeOf(size, grade, table);
  return {
    text:
      tolerance === null
        ? `My table of ISO 286 has IT5 to IT14 up to 500 mm, and not IT${grade} at ${size} mm.`
        : `IT${grade} at ${size} mm is **${tolerance} µm**.`,
    sources: [cite(table.source)],
  };
}

function line(size: number, name: string, { upper, lower }: Limits): string {
  const limit = (deviation: number): string => (size + deviation / 1000).toFixed(4).replace(/0$/, '');
  return `- ${name}: **${signed(upper)} / ${signed(lower)} µm**, from ${limit(lower)} to ${limit(upper)} mm`;
}

/** What a hole and a shaft have between them at most and at least. */
function fitOf(found: readonly { readonly name: string; readonly limits: Limits | null }[]): string | null {
  const hole = found.find(({ name }) => /^[A-Z]/.test(name))?.limits;
  const shaft = found.find(({ name }) => /^[a-z]/.test(name))?.limits;
  if (hole == null || shaft == null) return null;
  const most = hole.upper - shaft.lower;
  const least = hole.lower - shaft.upper;
  if (least >= 0) return `- clearance fit: **${least} to ${most} µm** of clearance`;
  if (most <= 0) return `- interference fit: **${-most} to ${-least} µm** of interference`;
  return `- transition fit: from **${-least} µm** of interference to **${most} µm** of clearance`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
