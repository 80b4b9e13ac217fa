// Threads, clearance holes, IP codes, general tolerances, design rules: looked up, with the standard named.
import { findClearanceHole } from '../../cad/understand/screw-sizes.ts';
import { mentionedMaterials } from '../../shared/model/material.ts';
import type { Rule } from './knowledge.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

/** `clearance hole for M5`, `tap drill M6`, `pitch of M8`. */
export function answerThreads({ text, knowledge }: Question): SkillAnswer | null {
  const name = /\bM\s?(\d+(?:\.\d)?)\b/.exec(text)?.[1];
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

/** `What does IP67 mean?` */
export function answerIngress({ text, knowledge }: Question): SkillAnswer | null {
  const code = /\bIP\s?([0-6X])([0-9X])\b/i.exec(text);
  if (code === null) return null;
  const { solids, water, source } = knowledge.standards.ingress;
  const [, first = 'X', second = 'X'] = code;
  const say = (digit: string, list: readonly string[]): string =>
    digit.toUpperCase() === 'X' ? 'not stated' : (list[Number(digit)] ?? 'unknown');
  return {
    text: `**IP${first}${second}** after IEC 60529:\n\n- solids, first digit ${first}: ${say(first, solids)}\n- water, second digit ${second}: ${say(second, water)}`,
    sources: [cite(source)],
  };
}

/** `ISO 2768 m for 80 mm`, `general tolerance of 25 mm`. */
export function answerTolerance({ text, knowledge }: Question): SkillAnswer | null {
  if (!/\b2768\b|general tolerance/i.test(text)) return null;
  const size = /(\d+(?:[.,]\d+)?)\s*mm\b/.exec(text)?.[1];
  const { upToMm, classes, source } = knowledge.standards.generalTolerances;
  if (size === undefined) return null;
  const mm = Number(size.replace(',', '.'));
  const place = upToMm.findIndex((limit) => mm <= limit);
  if (mm < 0.5 || place < 0)
    return {
      text: `ISO 2768-1 gives no general tolerance for ${mm} mm; its table runs from 0.5 to 4000 mm.`,
      sources: [cite(source)],
    };
  const wanted = /\b2768(?:-1)?\s*-?\s*([fmcv])/i.exec(text)?.[1]?.toLowerCase();
  const shown = Object.entries(classes).filter(([name]) => wanted === undefined || name === wanted);
  const lines = shown.map(
    ([name, values]) => `- class ${name}: ${values[place] == null ? 'none' : `**±${values[place]} mm**`}`,
  );
  return {
    text: [`General tolerance of a linear dimension of ${mm} mm:`, '', ...lines].join('\n'),
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
