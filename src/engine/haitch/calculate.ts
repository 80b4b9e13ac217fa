// Calculations with units, each shown step by step: conversions, expressions, mass, a loaded beam.
import { mentionedMaterials } from '../../shared/model/material.ts';
import { compute, toExpression } from './expression.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

/** `convert 3 in to mm`, `how many mm is 3/4 inch`, `250 N / 12 mm^2 in MPa`. */
export function answerConversion({ text }: Question): SkillAnswer | null {
  const asked =
    /(?:convert|what is|what's|how much is|calculate|compute)?\s*([\d(][\d\s.,+*/^()a-zA-Z°µ²³×·]{0,80}?)\s+(?:to|into|in|as)\s+((?!to\b)[a-zA-Z°µ][\w°µ/^²³*]{0,20}(?: [a-zA-Z]{1,4})?)\s*\??$/i.exec(
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

/** `deflection of a cantilever 100 mm long, 10x3 mm, ABS, 5 N`: Euler-Bernoulli, load at the end or in the middle. */
export function answerBeam({ text, knowledge }: Question): SkillAnswer | null {
  if (!/cantilever|beam|simply supported/i.test(text)) return null;
  const number = (pattern: RegExp): number | null => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? null : Number(found.replace(',', '.'));
  };
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  const force = number(/(\d+(?:[.,]\d+)?)\s*N\b/);
  const length =
    number(/(\d+(?:[.,]\d+)?)\s*mm\s*long|length\s*(?:of|=)?\s*(?:\d+)?/i) ??
    number(/long\D{0,4}(\d+(?:[.,]\d+)?)\s*mm/i);
  const section = /(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*mm/.exec(text);
  const modulus = material?.figures.modulusGPa;
  if (
    force === null ||
    length === null ||
    section === null ||
    material === undefined ||
    modulus === undefined
  ) {
    return {
      text: 'For a beam I need its length in mm (“100 mm long”), its section (“10 x 3 mm”, width x height), the force in N and the material.',
      sources: [],
    };
  }
  const [b, h] = [section[1], section[2]].map((value) => Number((value ?? '').replace(',', '.'))) as [
    number,
    number,
  ];
  const isCantilever = !/simply|both ends|supported/i.test(text);
  const inertia = (b * h ** 3) / 12;
  const divisor = isCantilever ? 3 : 48;
  const deflection = (force * length ** 3) / (divisor * modulus.value * 1000 * inertia);
  const moment = isCantilever ? force * length : (force * length) / 4;
  const stress = (moment * (h / 2)) / inertia;
  const show = (value: number): string => String(Number(value.toPrecision(3)));
  const yields = material.figures.yieldStrengthMPa?.value;
  return {
    text: [
      `${isCantilever ? 'Cantilever, load at the end' : 'Beam on two supports, load in the middle'}, ${material.name}, E = ${modulus.value} GPa:`,
      '',
      `- I = b·h³/12 = ${b}·${h}³/12 = ${show(inertia)} mm⁴`,
      `- w = F·L³/(${divisor}·E·I) = **${show(deflection)} mm**`,
      `- σ = M·(h/2)/I with M = ${isCantilever ? 'F·L' : 'F·L/4'} = ${show(moment)} N·mm: **${show(stress)} MPa**`,
      ...(yields === undefined
        ? []
        : [`- that is ${show((stress / yields) * 100)} % of the yield strength of ${yields} MPa`]),
      ...(deflection > length / 10
        ? [
            '',
            'The deflection is more than a tenth of the length: the formula, for small deflections, no longer holds.',
          ]
        : []),
    ].join('\n'),
    sources: [
      cite(
        'Euler-Bernoulli beam theory, e.g. Young and Budynas, Roark’s Formulas for Stress and Strain, table 8.1',
      ),
      cite(knowledge.materials.sources[modulus.source] ?? modulus.source),
    ],
  };
}
