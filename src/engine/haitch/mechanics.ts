// Mechanics by closed forms, each step shown: a block's mass, thermal expansion, force of a pressure, stress, a bolt's load.
import { mentionedMaterials } from '../../shared/model/material.ts';
import { areas, forces, lengths, pressures, quantitiesIn, said, show } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const calculated = cite('Calculated from its definition, step by step');

/** `mass of a 100x80x20 mm block of ABS`. */
export function answerBlockMass({ text, knowledge }: Question): SkillAnswer | null {
  const size = /(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(mm|cm)\b/i.exec(
    text,
  );
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  if (size === null || material === undefined || !/mass|weigh|heavy/i.test(text)) return null;
  const toCm = size[4]?.toLowerCase() === 'cm' ? 1 : 0.1;
  const edges = size.slice(1, 4).map((edge) => Number(edge.replace(',', '.')) * toCm);
  const volume = edges.reduce((product, edge) => product * edge, 1);
  const { densityGramsPerCm3: density, name, source } = material;
  return {
    text: [
      `A solid block of ${name}:`,
      '',
      `- V = ${edges.map(said).join(' · ')} cm³ = ${show(volume)} cm³`,
      `- m = V · ρ = ${show(volume)} cm³ · ${density} g/cm³ = **${show(volume * density)} g**`,
    ].join('\n'),
    sources: [cite(source)],
  };
}

/** `how much does a 300 mm aluminium bar expand from 20 to 80 °C`, or `… by 60 K`. */
export function answerExpansion({ text, knowledge }: Question): SkillAnswer | null {
  if (!/\bexpan|\bgrow|\belongate|\bshrink|\bcontract/i.test(text)) return null;
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  const [length] = quantitiesIn(text, lengths);
  const change = temperatureChange(text);
  if (material === undefined || length === undefined || change === null)
    return {
      text: 'For thermal expansion I need a material, a length (“300 mm”) and temperatures (“from 20 to 80 °C” or “by 60 K”).',
      sources: [],
    };
  const { coefficients, sources } = knowledge.expansion;
  const found = coefficients.find((one) => one.material === material.id);
  if (found === undefined)
    return { text: `The expansion coefficient of ${material.name} is not in my table.`, sources: [] };
  const { perMillionPerK, source } = found;
  return {
    text: [
      `${material.name}, α = ${perMillionPerK} · 10⁻⁶/K:`,
      '',
      `- ΔL = α · L · ΔT = ${perMillionPerK} · 10⁻⁶/K · ${said(length)} mm · ${said(change)} K = **${show(perMillionPerK * 1e-6 * length * change)} mm**`,
    ].join('\n'),
    sources: [cite(sources[source] ?? source), calculated],
  };
}

/** In kelvin; null where none is said. */
function temperatureChange(text: string): number | null {
  const range =
    /([-−]?\d+(?:[.,]\d+)?)\s*(?:°\s?C)?\s*(?:to|and|…|\.\.)\s*([-−]?\d+(?:[.,]\d+)?)\s*°\s?C/i.exec(text);
  const number = (digits = ''): number => Number(digits.replace(',', '.').replace('−', '-'));
  if (range !== null) return number(range[2]) - number(range[1]);
  const [kelvin] = quantitiesIn(text, { K: 1, kelvin: 1, '°C': 1, '° C': 1 });
  return kelvin ?? null;
}

/** `force of 6 bar on a 50 mm piston`. */
export function answerForce({ text }: Question): SkillAnswer | null {
  const [pressure] = quantitiesIn(text, pressures);
  if (pressure === undefined || !/\bforce|\bpush|\bpiston|\bcylinder|\bload/i.test(text)) return null;
  const [area] = quantitiesIn(text, areas);
  const [diameter] = quantitiesIn(text, lengths);
  if (area === undefined && diameter === undefined) return null;
  const surface = area ?? (Math.PI * (diameter ?? 0) ** 2) / 4;
  const step =
    area === undefined ? [`- A = π·d²/4 = π·${said(diameter ?? 0)}²/4 = ${show(surface)} mm²`] : [];
  return {
    text: [
      'Force of a pressure on a surface:',
      '',
      ...step,
      `- F = p · A = ${said(pressure)} MPa · ${show(surface)} mm² = **${show(pressure * surface)} N**, without friction`,
    ].join('\n'),
    sources: [calculated],
  };
}

/** `stress of 500 N on 20 mm²`, set against the yield strength where a material is named. */
export function answerStress({ text, knowledge }: Question): SkillAnswer | null {
  const [force] = quantitiesIn(text, forces);
  const [area] = quantitiesIn(text, areas);
  if (force === undefined || area === undefined || area === 0 || !/stress|pressure|strain/i.test(text))
    return null;
  const stress = force / area;
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  const yields = material?.figures.yieldStrengthMPa;
  return {
    text: [
      `σ = F / A = ${said(force)} N / ${said(area)} mm² = **${show(stress)} MPa**`,
      ...(yields === undefined
        ? []
        : [
            '',
            `That is ${show((stress / yields.value) * 100)} % of the yield strength of ${material?.name}, ${yields.value} MPa.`,
          ]),
    ].join('\n'),
    sources: [
      calculated,
      ...(yields === undefined ? [] : [cite(knowledge.materials.sources[yields.source] ?? yields.source)]),
    ],
  };
}

/** `how strong is an M6 8.8 bolt`: the class says the strengths, the thread the area. */
export function answerBolt({ text, knowledge }: Question): SkillAnswer | null {
  const name = /\bM\s?(\d+(?:\.\d)?)\b/.exec(text)?.[1];
  const grade = /(?<![\d.])(4\.6|5\.8|8\.8|10\.9|12\.9)(?![\d.])/.exec(text)?.[1];
  const row = knowledge.standards.threads.rows.find((one) => one.name === `M${name}`);
  if (grade === undefined || row?.stressAreaMm2 === undefined) return null;
  const [hundreds = 0, tenths = 0] = grade.split('.').map(Number);
  const tensile = hundreds * 100;
  const yields = (tensile * tenths) / 10;
  const area = row.stressAreaMm2;
  return {
    text: [
      `**${row.name}, property class ${grade}**, static tension, nominal strengths, no safety factor:`,
      '',
      `- Rm = ${hundreds} · 100 = ${tensile} MPa, yield = 0.${tenths} · Rm = ${yields} MPa`,
      `- stress area ${area} mm²`,
      `- yields at ${yields} MPa · ${area} mm² = **${show((yields * area) / 1000)} kN**`,
      `- breaks at ${tensile} MPa · ${area} mm² = **${show((tensile * area) / 1000)} kN**`,
    ].join('\n'),
    sources: [
      cite('ISO 898-1:2013, mechanical properties of fasteners, property classes'),
      cite(knowledge.standards.threads.source),
    ],
  };
}
