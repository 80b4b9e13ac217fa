// Pitch and threads per inch: the one is 25.4 mm through the other.
import type { Knowledge } from './knowledge.ts';
import { readNumber } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const inchMm = 25.4;
const exact = cite('Calculated: pitch · threads per inch = 25.4 mm, the inch being exactly that');

/** `what is 20 TPI in mm`, `how many TPI is M6`, `1.25 mm pitch in TPI`. */
export function answerPitch({ text, knowledge }: Question): SkillAnswer | null {
  if (!/\bTPI\b|threads? per inch/i.test(text)) return null;
  const given = /(\d+(?:[.,]\d+)?)\s*(?:TPI\b|threads? per inch)/i.exec(text)?.[1];
  if (given !== undefined) {
    const threads = readNumber(given);
    if (!(threads > 0)) return null;
    return {
      text: `P = 25.4 mm / ${threads} = **${digits(inchMm / threads)} mm**`,
      sources: [exact],
    };
  }
  const pitch = pitchOf(text, knowledge);
  if (pitch === null) return null;
  return {
    text: `${pitch.words}: 25.4 mm / ${pitch.mm} mm = **${digits(inchMm / pitch.mm)} threads per inch**`,
    sources: [exact, ...(pitch.source === null ? [] : [cite(pitch.source)])],
  };
}

/** A pitch in mm, or that of a metric thread: coarse unless it names another, such as M8x1. */
function pitchOf(
  text: string,
  { standards }: Knowledge,
): { words: string; mm: number; source: string | null } | null {
  const [, size, fine] = /\bM\s?(\d+(?:\.\d)?)(?:\s?[x×]\s?(\d(?:[.,]\d+)?))?(?!\d)/.exec(text) ?? [];
  if (size !== undefined && fine !== undefined)
    return { words: `M${size}×${fine}`, mm: readNumber(fine), source: null };
  const row = standards.threads.rows.find(({ name }) => name === `M${size}`);
  if (row !== undefined)
    return { words: `${row.name}, coarse pitch`, mm: row.pitchMm, source: standards.threads.source };
  const said = /(\d+(?:[.,]\d+)?)\s*mm\b/.exec(text)?.[1];
  const mm = said === undefined ? 0 : readNumber(said);
  return mm > 0 ? { words: `Pitch of ${mm} mm`, mm, source: null } : null;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
