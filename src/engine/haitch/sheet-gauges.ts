// Thickness of sheet by its gauge number: "16 gauge stainless thickness".
import { cite, type Question, type SkillAnswer } from './skill.ts';

const kindWords = [
  ['galvanised', /galvani[sz]ed|zinc/i],
  ['stainless', /stainless|inox|\b304L?\b|\b316L?\b/i],
  ['aluminium', /alumini?um|\b6061\b|\b5052\b/i],
  ['steel', /steel|\bDC01\b|\bS235\b/i],
] as const;
const mmPerInch = 25.4;

/** Gauge numbers mean another thickness in each metal; without one named, all are told. */
export function answerGauges({ text, knowledge }: Question): SkillAnswer | null {
  const found = /\b(\d{1,2})\s*-?\s*(?:gauge|gage|ga)\b|\b(?:gauge|gage)\s*(\d{1,2})\b/i.exec(text);
  const number = found?.[1] ?? found?.[2];
  if (number === undefined || /\bAWG\b|\bwire\b/i.test(text)) return null;
  const wanted = kindWords.find(([, words]) => words.test(text))?.[0];
  const { kinds } = knowledge.standardTables.gauges;
  const shown = kinds.filter(({ id }) => wanted === undefined || id === wanted);
  const lines = shown.map(({ title, inches }) => {
    const thickness = inches[String(Number(number))];
    return thickness === undefined
      ? `- ${title}: no gauge ${number} in my table, which has ${Object.keys(inches)[0]} to ${Object.keys(inches).at(-1)}`
      : `- ${title}: **${Number((thickness * mmPerInch).toFixed(2))} mm** (${thickness} in)`;
  });
  return {
    text: [`Sheet of ${number} gauge:`, '', ...lines].join('\n'),
    sources: shown.map(({ source }) => cite(source)),
  };
}
