// `Make that bracket 2 mm thicker`: the latest part of the room asked for again with one size changed, for the person to confirm.
import { z } from 'zod';
import { type Family, type ParameterDefinition, unitSign } from '../../cad/parts/family.ts';
import { findFamily } from '../../cad/parts/families.ts';
import {
  engineeringResponseDataSchema,
  type EngineeringResponseData,
} from '../../shared/protocol/engineering-response.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const number = String.raw`(\d{1,5}(?:[.,]\d{1,4})?)\s?(?:mm)?`;
/** How people compare, which way it goes, and the parameters it may mean, the likeliest first. */
const comparisons: readonly (readonly [words: RegExp, way: 1 | -1, names: readonly string[]])[] = [
  [/\bthicker\b/i, 1, ['wall', 'thickness']],
  [/\bthinner\b/i, -1, ['wall', 'thickness']],
  [/\bwider\b/i, 1, ['width', 'outer_diameter', 'diameter']],
  [/\bnarrower\b/i, -1, ['width', 'outer_diameter', 'diameter']],
  [/\blonger\b/i, 1, ['length', 'width']],
  [/\bshorter\b/i, -1, ['length', 'height']],
  [/\b(?:taller|higher)\b/i, 1, ['height', 'length']],
  [/\blower\b/i, -1, ['height']],
  [/\bdeeper\b/i, 1, ['depth']],
  [/\bshallower\b/i, -1, ['depth']],
];

interface Change {
  readonly parameter: ParameterDefinition;
  readonly value: number;
}

/** Drafts the changed request; null when the message asks for no such change or the room has no part of a family. */
export function proposeChange({ text, room }: Question): SkillAnswer | null {
  if (!/\b(?:make|change|set|increase|reduce|let)\b/i.test(text)) return null;
  const part = latestPart(room.answers.map(({ body }) => body));
  if (part === null) return null;
  const { family, body } = part;
  const values = new Map(
    (body.parameters ?? []).flatMap(({ name, value }) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const change = changeOf(text, family, values);
  if (change === null) return null;
  const { parameter, value } = change;
  const was = values.get(parameter.name);
  const next = { ...Object.fromEntries(values), [parameter.name]: value };
  const isOutside = value < parameter.min || value > parameter.max;
  // What an answer did not tell is assumed again when the request is made, and checked there.
  const isWhole = family.parameters.every(({ name }) => next[name] !== undefined);
  const [fault] = isOutside || !isWhole ? [] : family.check(next);
  const title = family.title.toLowerCase();
  const size = (mm: number | undefined): string =>
    `${mm === undefined ? '?' : Number(mm.toFixed(4))} ${unitSign(parameter.unit) === undefined ? '' : parameter.unit}`.trim();
  const source = cite(body.title ?? family.title, 'engineering result of this room');
  if (isOutside || fault !== undefined) {
    const why = fault?.message ?? `it must be from ${size(parameter.min)} to ${size(parameter.max)}`;
    return {
      text: `**${parameter.title}** cannot be ${size(value)} on this ${title}: ${why}.`,
      sources: [source],
    };
  }
  return {
    text: `The ${title} again, with **${parameter.title.toLowerCase()} ${size(value)}** instead of ${size(was)}; everything else stays. Nothing is sent until you confirm the request below.`,
    sources: [source],
    proposal: {
      code: 'engineering',
      data: {
        engineering_type: 'cad_generation',
        message: [
          `${family.title}, ${parameter.title.toLowerCase()} ${size(value)}`,
          ...changesOf(body),
        ].join('; '),
        specifications: specificationsOf(family, body, next),
      },
    },
  };
}

/** The changes that were made to the part, in the words they were read from. */
function changesOf(body: EngineeringResponseData): string[] {
  return (operationsSchema.safeParse(body).data?.operations ?? []).map(({ said }) => said);
}

const operationsSchema = z.looseObject({ operations: z.array(z.looseObject({ said: z.string() })) });

function latestPart(bodies: readonly unknown[]): { family: Family; body: EngineeringResponseData } | null {
  for (const raw of bodies.toReversed()) {
    const body = engineeringResponseDataSchema.safeParse(raw).data;
    const family = body?.part_family === undefined ? null : findFamily(body.part_family);
    if (body !== undefined && family !== null) return { family, body };
  }
  return null;
}

function changeOf(text: string, family: Family, values: ReadonlyMap<string, number>): Change | null {
  for (const [words, way, names] of comparisons) {
    if (!words.test(text)) continue;
    const by = new RegExp(`${number}\\s*(?:${words.source.replaceAll('\\b', '')})`, 'i').exec(text)?.[1];
    const parameter = names
      .map((name) => family.parameters.find((one) => one.name === name))
      .find((one) => one !== undefined);
    const was = parameter === undefined ? undefined : values.get(parameter.name);
    if (by === undefined || parameter === undefined || was === undefined) return null;
    return { parameter, value: was + way * toNumber(by) };
  }
  for (const parameter of family.parameters) {
    const called = [parameter.name.replaceAll('_', ' '), ...(parameter.words ?? [])].map((word) =>
      word.replaceAll(' ', String.raw`[\s-]+`),
    );
    const found = new RegExp(`\\b(?:${called.join('|')})\\s+(?:to|of|=)?\\s*${number}`, 'i').exec(text)?.[1];
    if (found !== undefined && values.has(parameter.name)) return { parameter, value: toNumber(found) };
  }
  return null;
}

/** The family, every size as it was but the changed one, and the material. */
function specificationsOf(
  family: Family,
  body: EngineeringResponseData,
  values: Record<string, number>,
): Record<string, string> {
  const sizes = family.parameters.flatMap(({ name, unit }) => {
    const value = values[name];
    return value === undefined ? [] : [[name, unit === 'mm' ? `${value} mm` : String(value)]];
  });
  const material = body.parameters?.find(({ name }) => name === 'material')?.value;
  return Object.fromEntries([
    ['part_family', family.id],
    ...sizes,
    ...(typeof material === 'string' ? [['material', material]] : []),
  ]);
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}
