// Properties of materials, and materials side by side.
import { type FigureName, type Material, mentionedMaterials } from '../../shared/model/material.ts';
import { inAskedUnit } from './asked-unit.ts';
import type { Knowledge } from './knowledge.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

interface Property {
  readonly name: string;
  readonly words: RegExp;
  readonly unit: string;
  readonly figure: FigureName | 'density' | 'price';
}

const properties: readonly Property[] = [
  {
    name: 'density',
    words: /\b(densit(y|ies)|specific weight|how heavy|how dense)\b/i,
    unit: 'g/cm³',
    figure: 'density',
  },
  { name: 'elastic modulus', words: /\b(modulus|stiff(ness)?|young)/i, unit: 'GPa', figure: 'modulusGPa' },
  { name: 'yield strength', words: /\byield/i, unit: 'MPa', figure: 'yieldStrengthMPa' },
  {
    name: 'tensile strength',
    words: /\b(tensile|ultimate|uts|how strong|strength)\b/i,
    unit: 'MPa',
    figure: 'tensileStrengthMPa',
  },
  {
    name: 'highest service temperature',
    words: /\b(service temperature|temperature|heat resist|how hot)/i,
    unit: '°C',
    figure: 'maxServiceTempC',
  },
  {
    name: 'water absorption in 24 h',
    words: /\b(water absorption|absorb)/i,
    unit: '%',
    figure: 'waterAbsorptionPercent',
  },
  {
    name: 'thermal conductivity',
    words: /\b(thermal conductivity|conducts? heat|heat conduct)/i,
    unit: 'W/(m·K)',
    figure: 'thermalConductivityWPerMK',
  },
  { name: 'elongation at break', words: /\belongation|\bductil/i, unit: '%', figure: 'elongationPercent' },
  { name: 'Poisson’s ratio', words: /\bpoisson/i, unit: '', figure: 'poissonRatio' },
  {
    name: 'specific heat',
    words: /\b(specific heat|heat capacity)/i,
    unit: 'J/(kg·K)',
    figure: 'specificHeatJPerKgK',
  },
  {
    name: 'electrical conductivity',
    words: /\b(electrical(ly)? conduct|conducts? electric)/i,
    unit: 'MS/m',
    figure: 'electricalConductivityMSPerM',
  },
  { name: 'price of stock', words: /\b(prices?|per kg|per kilo)/i, unit: 'EUR/kg', figure: 'price' },
];

/** `yield of ABS`, `density of 6061?`, `PC vs ABS`, and with a question before it `and in steel?`. */
export function answerMaterials({ text, previous, knowledge }: Question): SkillAnswer | null {
  const { materials } = knowledge.materials;
  const named = mentionedMaterials(materials, text);
  if (named.length === 0) return null;
  const asked = properties.filter(({ words }) => words.test(text));
  const carried =
    asked.length === 0 && previous !== null && /^(and|what about|how about|or)\b/i.test(text.trim())
      ? properties.filter(({ words }) => words.test(previous))
      : [];
  const wanted = asked.length > 0 ? asked : carried;
  const isComparison =
    named.length > 1 || /\b(vs\.?|versus|compare|compared|better than|difference between)\b/i.test(text);
  if (wanted.length > 0 && named.length === 1 && named[0] !== undefined)
    return one(named[0], wanted, { knowledge, text });
  if (isComparison) return sideBySide(named, wanted.length > 0 ? wanted : properties, knowledge);
  return /\b(propert|data|about|tell me|what is)\b/i.test(text) && named[0] !== undefined
    ? one(named[0], properties, { knowledge, text })
    : null;
}

interface Value {
  readonly number: number;
  readonly text: string;
  readonly source: string;
}

function valueOf(material: Material, { figure, unit }: Property, knowledge: Knowledge): Value | null {
  if (figure === 'density')
    return {
      number: material.densityGramsPerCm3,
      text: `${material.densityGramsPerCm3} ${unit}`,
      source: material.source,
    };
  if (figure === 'price') {
    const { low, high, source } = material.pricePerKgEur;
    const title = knowledge.materials.sources[source] ?? source;
    return { number: low, text: `${low} to ${high} ${unit}`, source: title };
  }
  const found = material.figures[figure];
  if (found === undefined) return null;
  const range = found.range === undefined ? '' : ` (${found.range[0]} to ${found.range[1]})`;
  return {
    number: found.value,
    text: `${found.value} ${unit}`.trimEnd() + range,
    source: knowledge.materials.sources[found.source] ?? found.source,
  };
}

function one(
  material: Material,
  wanted: readonly Property[],
  { knowledge, text }: Pick<Question, 'knowledge' | 'text'>,
): SkillAnswer {
  const found = wanted.map((property) => ({ property, value: valueOf(material, property, knowledge) }));
  const lines = found.map(({ property, value }) => {
    if (value === null) return `- ${property.name}: not in my table`;
    const asked = inAskedUnit(value.number, property.unit, text);
    return `- ${property.name}: **${value.text}**${asked === null ? '' : ` = **${asked}**`}, ${value.source}`;
  });
  const sources = [...new Set(found.flatMap(({ value }) => (value === null ? [] : [value.source])))];
  return {
    text: [
      `**${material.name}**, typical values at 23 °C, in brackets the span of grades:`,
      '',
      ...lines,
    ].join('\n'),
    sources: sources.map((title) => cite(title)),
  };
}

function sideBySide(
  named: readonly Material[],
  wanted: readonly Property[],
  knowledge: Knowledge,
): SkillAnswer {
  const shown = named.slice(0, 5);
  const rows = wanted.map((property) => [
    property.name,
    ...shown.map((material) => valueOf(material, property, knowledge)?.text ?? 'not in my table'),
  ]);
  const traits = ['cost', 'impact', 'uv', 'water', 'chemical'] as const;
  const judged = traits.map((trait) => [
    `${trait} (1 poor to 5 excellent)`,
    ...shown.map((material) => String(material.traits[trait]?.score ?? 'not judged')),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const sources = new Set(
    shown.flatMap((material) =>
      wanted.flatMap((property) => valueOf(material, property, knowledge)?.source ?? []),
    ),
  );
  return {
    text: [
      line(['', ...shown.map(({ name }) => name)]),
      line(['---', ...shown.map(() => '---')]),
      ...[...rows, ...judged].map(line),
      '',
      'Typical values at 23 °C, in brackets the span of grades; the scores are judgements from the same handbooks.',
    ].join('\n'),
    sources: [...sources].map((title) => cite(title)),
  };
}
