// Calculations with units, each shown step by step: conversions, expressions, mass.
import { mentionedMaterials } from '../../shared/model/material.ts';
import { compute, toExpression } from './expression.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

/** `convert 3 in to mm`, `how many mm is 3/4 inch`, `250 N / 12 mm^2 in MPa`. */
export function answerConversion({ text }: Question): SkillAnswer | null {
  const asked =
    /(?:convert|what is|what's|how much is|calculate|compute)?\s*([\d(][\d\s.,+*/^()a-zA-Z°µ²³×·-]{0,80}?)\s+(?:to|into|in|as)\s+((?!to\b)[a-zA-Z°µ][\w°µ/^²³*·.-]{0,20}(?: [a-zA-Z]{1,4})?)\s*\??$/i.exec(
      text.trim(),
    ) ??
    swapped(
      /how many\s+([a-zA-Z°µ]+)\s+(?:is|are|in)\s+([\d][\d\s./a-zA-Z°µ]{0,40}?)\s*\??$/i.exec(text.trim()),
    );
  if (asked === null) return null;
  return computed(toExpression(asked[1] ?? ''), toExpression(`${asked[2] ?? ''} `));
}

/** `what is 12.5 * 3 / 2`, `(3 in + 2 mm) * 4`. */
export function answerExpression({ text }: Question): SkillAnswer | null {
  const asked =
    /^\s*(?:what is|what's|how much is|calculate|compute)?\s*([-(\dsqrt][^?=]{2,120}?)\s*[=?]*\s*$/i.exec(
      text,
    )?.[1];
  return asked === undefined || !/\d\W*[-+*/^×·]|sqrt/.test(asked) ? null : computed(toExpression(asked));
}

function computed(expression: string, target?: string): SkillAnswer | null {
  try {
    return {
      text: `${expression} = **${compute(expression, target)}**`,
      sources: [cite('Calculated, with exact unit definitions (SI; 1 inch = 25.4 mm)')],
    };
  } catch {
    return null;
  }
}

function swapped(found: RegExpExecArray | null): string[] | null {
  return found === null ? null : ['', found[2] ?? '', found[1] ?? ''];
}

/** `mass of 30 cm3 of ABS`. */
export function answerMass({ text, knowledge }: Question): SkillAnswer | null {
  const amount = /(\d+(?:[.,]\d+)?)\s*(cm3|cm³|mm3|mm³|l\b|litres?|m3|m³)/i.exec(text);
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  if (amount === null || material === undefined || !/mass|weigh|heavy/i.test(text)) return null;
  const perCm3 =
    { cm3: 1, 'cm³': 1, mm3: 0.001, 'mm³': 0.001, l: 1000, litre: 1000, litres: 1000, m3: 1e6, 'm³': 1e6 }[
      (amount[2] ?? '').toLowerCase()
    ] ?? 1;
  const cm3 = Number((amount[1] ?? '0').replace(',', '.')) * perCm3;
  const grams = cm3 * material.densityGramsPerCm3;
  return {
    text: `m = V · ρ = ${cm3} cm³ · ${material.densityGramsPerCm3} g/cm³ = **${Number(grams.toPrecision(3))} g** of ${material.name}`,
    sources: [cite(material.source)],
  };
}
