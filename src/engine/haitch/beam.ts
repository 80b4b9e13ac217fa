// A loaded beam by closed forms, each step shown: deflection and bending stress of a solid bar.
import type { Material } from '../../shared/model/material.ts';
import { mentionedMaterials } from '../../shared/model/material.ts';
import { forces, lengths, quantitiesIn, readNumber, said, show } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const inchMm = 25.4;

/** How a beam is held and loaded: w = F·L³/(divisor·E·I), M = F·L/leverage; F is the whole load. */
const cases = {
  cantileverEnd: { title: 'Cantilever, load at the end', divisor: 3, leverage: 1 },
  cantileverEven: { title: 'Cantilever, load spread evenly', divisor: 8, leverage: 2 },
  supportsMiddle: { title: 'Beam on two supports, load in the middle', divisor: 48, leverage: 4 },
  supportsEven: { title: 'Beam on two supports, load spread evenly', divisor: 384 / 5, leverage: 8 },
} as const;

/** Lengths in mm; `steps` shows how the second moment of area came about, mm⁴. */
interface Section {
  readonly words: string;
  readonly steps: string;
  readonly inertia: number;
  /** From the neutral axis to the outermost fibre. */
  readonly edge: number;
  readonly note: string;
}

/** `300 mm cantilever of 20x5 aluminium with 50 N at the end`: Euler-Bernoulli, small deflections, own weight left out. */
export function answerBeam({ text, knowledge }: Question): SkillAnswer | null {
  if (!/cantilever|\bbeam\b|simply supported/i.test(text)) return null;
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  const { section, rest } = readSection(text);
  const [force] = quantitiesIn(rest, forces);
  const [length] = quantitiesIn(rest, lengths);
  const modulus = material?.figures.modulusGPa;
  const missing = [
    ...(length === undefined ? ['its length (“300 mm”)'] : []),
    ...(section === null ? ['its section (“20 x 5 mm”, width x height, or “8 mm diameter”)'] : []),
    ...(force === undefined ? ['the load (“50 N”)'] : []),
    ...(material === undefined ? ['the material'] : []),
  ];
  if (material !== undefined && modulus === undefined)
    return { text: `The elastic modulus of ${material.name} is not in my table.`, sources: [] };
  if (!(length !== undefined && section !== null && force !== undefined && material && modulus))
    return { text: `For a beam I also need ${missing.join(', ')}.`, sources: [] };
  return {
    text: solve({ text, length, force, section, material, gpa: modulus.value }),
    sources: [
      cite(
        'Euler-Bernoulli beam theory; Young and Budynas, Roark’s Formulas for Stress and Strain, table 8.1',
      ),
      cite(knowledge.materials.sources[modulus.source] ?? modulus.source),
    ],
  };
}

interface Loaded {
  readonly text: string;
  readonly length: number;
  readonly force: number;
  readonly section: Section;
  readonly material: Material;
  readonly gpa: number;
}

function solve({ text, length, force, section, material, gpa }: Loaded): string {
  const { title, divisor, leverage } = caseOf(text);
  const { inertia, edge } = section;
  const deflection = (force * length ** 3) / (divisor * gpa * 1000 * inertia);
  const moment = (force * length) / leverage;
  const stress = (moment * edge) / inertia;
  const yields = material.figures.yieldStrengthMPa?.value;
  const inches = /\b(?:in|inch|inches|ft)\b|"/.test(text) ? ` = ${show(deflection / inchMm)} in` : '';
  return [
    `${title}, ${section.words}, ${material.name}, E = ${gpa} GPa:`,
    '',
    `- ${section.steps} = ${said(Number(inertia.toPrecision(5)))} mm⁴`,
    `- w = F·L³/(${show(divisor)}·E·I) = ${said(force)} N · (${said(length)} mm)³ / (${show(divisor)} · ${said(gpa * 1000)} MPa · ${said(Number(inertia.toPrecision(5)))} mm⁴) = **${show(deflection)} mm**${inches}`,
    `- M = F·L${leverage === 1 ? '' : `/${leverage}`} = ${show(moment)} N·mm`,
    `- σ = M·c/I with c = ${said(edge)} mm: **${show(stress)} MPa**`,
    ...(yields === undefined
      ? []
      : [
          `- that is ${show((stress / yields) * 100)} % of the yield strength of ${yields} MPa${stress > yields ? ': **it yields**' : ''}`,
        ]),
    ...(section.note === '' ? [] : ['', section.note]),
    ...(deflection > length / 10
      ? [
          '',
          'The deflection is more than a tenth of the length: the formula, for small deflections, no longer holds.',
        ]
      : []),
  ].join('\n');
}

function caseOf(text: string): (typeof cases)[keyof typeof cases] {
  const isHeldTwice = /simply|both ends|two supports|supported/i.test(text);
  const isEven = /uniform|evenly|distributed|spread/i.test(text);
  if (isHeldTwice) return isEven ? cases.supportsEven : cases.supportsMiddle;
  return isEven ? cases.cantileverEven : cases.cantileverEnd;
}

/** The section, and the text without its figures: what is left has the length. */
function readSection(text: string): { section: Section | null; rest: string } {
  const pair =
    /(\d+(?:[.,]\d+)?)\s*(?:mm|in(?:ch(?:es)?)?)?\s*[x×*]\s*(\d+(?:[.,]\d+)?)(?:\s*(mm|in(?:ch(?:es)?)?)\b)?(?!\s*[x×*]\s*\d)/i.exec(
      text,
    );
  if (pair !== null) {
    const scale = /^in/i.test(pair[3] ?? '') ? inchMm : 1;
    const [b, h] = [readNumber(pair[1] ?? '') * scale, readNumber(pair[2] ?? '') * scale];
    return { section: rectangle(b, h, pair[3] === undefined), rest: without(text, pair) };
  }
  const round =
    /(?:⌀|ø|Ø|diameter\s*(?:of\s*)?)\s*(\d+(?:[.,]\d+)?)\s*(mm|in)?|(\d+(?:[.,]\d+)?)\s*(mm|in(?:ch)?)\s*(?:diameter|dia\b|round|rod)/.exec(
      text,
    );
  if (round === null) return { section: null, rest: text };
  const scale = (round[2] ?? round[4] ?? '').startsWith('in') ? inchMm : 1;
  return { section: circle(readNumber(round[1] ?? round[3] ?? '') * scale), rest: without(text, round) };
}

function without(text: string, { index, 0: found }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + found.length)}`;
}

function rectangle(b: number, h: number, isUnitAssumed: boolean): Section {
  return {
    words: `${said(b)} wide, ${said(h)} high in mm`,
    steps: `I = b·h³/12 = ${said(b)}·${said(h)}³/12`,
    inertia: (b * h ** 3) / 12,
    edge: h / 2,
    note: `The second figure of the section is taken as its height, in the direction of the load${isUnitAssumed ? '; both as millimetres' : ''}.`,
  };
}

function circle(d: number): Section {
  return {
    words: `round, ${said(d)} mm`,
    steps: `I = π·d⁴/64 = π·${said(d)}⁴/64`,
    inertia: (Math.PI * d ** 4) / 64,
    edge: d / 2,
    note: '',
  };
}
