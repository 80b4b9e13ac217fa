// Threads, clearance holes, IP codes, general tolerances, design rules: looked up, with the standard named.
import { findClearanceHole } from '../../cad/understand/screw-sizes.ts';
import { mentionedMaterials } from '../../shared/model/material.ts';
import type { Knowledge, Rule } from './knowledge.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

/** `clearance hole for M5`, `tap drill M6`, `pitch of M8`. */
export function answerThreads({ text, knowledge }: Question): SkillAnswer | null {
  const fine = answerFineThread(text, knowledge);
  if (fine !== null) return fine;
  const name = /\bM\s?(\d+(?:\.\d)?)(?=\b|[x×])/.exec(text)?.[1];
  const { rows, source } = knowledge.standards.threads;
  const row = rows.find((one) => one.name === `M${name}`);
  if (
    row === undefined ||
    !/\b(hole|drill|tap|pitch|thread|clearance|screw|bolt|stress area|tensile)\b/i.test(text)
  )
    return null;
  const hole = findClearanceHole(text);
  const fits = ['fine', 'medium', 'coarse'].flatMap(
    (fit) => findClearanceHole(`${row.name} ${fit}`)?.diameterMm ?? [],
  );
  const lines = [
    ...(hole === null
      ? []
      : [
          `- clearance hole: fine **${fits[0]} mm**, medium **${fits[1]} mm**, coarse **${fits[2]} mm** (ISO 273)`,
        ]),
    `- coarse pitch: **${row.pitchMm} mm**`,
    `- tap drill: **${row.tapDrillMm} mm**`,
    ...(row.stressAreaMm2 === undefined ? [] : [`- tensile stress area: **${row.stressAreaMm2} mm²**`]),
  ];
  return {
    text: [`**${row.name}**`, '', ...lines].join('\n'),
    sources: [cite('ISO 273:1979, clearance holes for bolts and screws'), cite(source)],
  };
}

/** `tap drill for M8x1`: a pitch of the fine series; `M8x30` is a screw of 30 mm. */
function answerFineThread(text: string, { standardTables }: Knowledge): SkillAnswer | null {
  const [, size, pitch] = /\bM\s?(\d+(?:\.\d)?)\s?[x×]\s?(\d(?:[.,]\d+)?)\b/.exec(text) ?? [];
  if (pitch === undefined) return null;
  const { rows, source } = standardTables.fineThreads;
  const row = rows.find((one) => one.size === `M${size}` && one.pitchMm === Number(pitch.replace(',', '.')));
  if (row === undefined) return null;
  const area = (Math.PI / 4) * (Number(size) - 0.9382 * row.pitchMm) ** 2;
  return {
    text: [
      `**${row.size}×${row.pitchMm}**, fine pitch`,
      '',
      `- tap drill: **${row.tapDrillMm} mm**`,
      `- tensile stress area, π/4 (d − 0.9382 P)²: **${Number(area.toPrecision(3))} mm²**`,
    ].join('\n'),
    sources: [cite(source)],
  };
}

/** `What does IP67 mean?` */
export function answerIngress({ text, knowledge }: Question): SkillAnswer | null {
  const code = /\bIP\s?([0-6X])([0-9X])([A-D])?([HMSW])?\b/i.exec(text);
  if (code === null) return null;
  const { solids, water, persons, supplements, source } = knowledge.standards.ingress;
  const [, first = 'X', second = 'X', person, supplement] = code;
  const more = [
    ...(person === undefined
      ? []
      : [`- ${person}: ${persons[person.toUpperCase()]} cannot reach dangerous parts`]),
    ...(supplement === undefined ? [] : [`- ${supplement}: ${supplements[supplement.toUpperCase()]}`]),
  ];
  const say = (digit: string, list: readonly string[]): string =>
    digit.toUpperCase() === 'X' ? 'not stated' : (list[Number(digit)] ?? 'unknown');
  return {
    text: [
      `**${code[0]}** after IEC 60529:`,
      '',
      `- solids, first digit ${first}: ${say(first, solids)}`,
      `- water, second digit ${second}: ${say(second, water)}`,
      ...more,
    ].join('\n'),
    sources: [cite(source)],
  };
}

const processWords: readonly (readonly [RegExp, string])[] = [
  [/inject|mou?ld/i, 'injection moulding'],
  [/\bcnc\b|mill|machin/i, 'CNC machining'],
  [/sheet|bend|punch/i, 'sheet metal'],
  [/\bfdm\b|\bfff\b|filament/i, 'FDM'],
  [/\bsla\b|resin print/i, 'SLA'],
  [/\bsls\b|powder/i, 'SLS'],
];
/** The more particular first: "rib thickness" is about ribs. */
const topicWords: readonly (readonly [RegExp, string])[] = [
  [/\bribs?\b/i, 'rib thickness'],
  [/hole.*bend|bend.*hole/i, 'hole to bend distance'],
  [/bend/i, 'bend radius'],
  [/hole.*(deep|depth)|(deep|depth).*hole/i, 'hole depth'],
  [/overhang/i, 'overhang'],
  [/draft|taper/i, 'draft'],
  [/corner|radius|fillet/i, 'inside radius'],
  [/wall|thick|thin/i, 'wall thickness'],
  [/hole/i, 'hole diameter'],
];

/** `minimum wall for injection moulded ABS`, `why 1.2 mm?`, `draft angle`. */
export function answerRules({ text, previous, knowledge }: Question): SkillAnswer | null {
  const { rules, sources } = knowledge.rules;
  const why = /\bwhy\b.*?(\d+(?:[.,]\d+)?)\s*(mm|°|deg|%)/i.exec(text);
  const materials = mentionedMaterials(knowledge.materials.materials, `${text} ${previous ?? ''}`).map(
    ({ id }) => id,
  );
  const processes = processesIn(text);
  const topic = topicWords.find(([words]) => words.test(text))?.[1];
  const found =
    why === null
      ? topic === undefined
        ? []
        : rules.filter(
            (rule) => rule.topic === topic && (processes.length === 0 || processes.includes(rule.process)),
          )
      : rules.filter((rule) => isNear(rule, Number((why[1] ?? '').replace(',', '.'))));
  const fitting = found.filter(
    ({ material }) => material === undefined || materials.length === 0 || materials.includes(material),
  );
  if (fitting.length === 0) return null;
  const shown = fitting.slice(0, 6);
  const lines = shown.map(
    ({ text: words, process: name, source }) => `- ${words} *(${name}; ${sources[source] ?? source})*`,
  );
  const ids = [...new Set(shown.map(({ source }) => source))];
  return {
    text: ['What the design guides say:', '', ...lines].join('\n'),
    sources: ids.map((id) => cite(sources[id] ?? id)),
  };
}

/** The process a text names; printing of no named kind is any of the three. */
function processesIn(text: string): string[] {
  const named = processWords.find(([words]) => words.test(text))?.[1];
  if (named !== undefined) return [named];
  return /\b3.?d\b|\bprint(ed|ing)?\b|additive/i.test(text) ? ['FDM', 'SLA', 'SLS'] : [];
}

/** A figure people ask about may be rounded: 1.2 mm is asked where the guide prints 1.14 mm. */
function isNear({ value, text }: Rule, asked: number): boolean {
  return (
    Math.abs(value - asked) < 1e-6 ||
    new RegExp(`(?<![\\d.])${asked}(?!\\.?\\d)`).test(text.replaceAll(',', '.'))
  );
}
