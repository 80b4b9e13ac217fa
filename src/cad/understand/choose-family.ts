// Which family a request is about, and which material.
import type { Material } from '../../shared/model/material.ts';
import { findMaterial, mentionedMaterials } from '../../shared/model/material.ts';
import type { Family } from '../parts/family.ts';
import { families, findFamily } from '../parts/families.ts';
import type { MaterialChoice } from '../parts/part-specification.ts';
import { type AttachedText, pointsToFile } from './read-attached.ts';
import { nearMaterial } from './plain-words.ts';
import type { Fault } from './request-fault.ts';
import { longestField, longestMessage, tidyText } from './tidy-text.ts';

/** What a request brings: the person's words and the fields beside. */
export interface PartRequest {
  readonly message: string;
  readonly specifications: Readonly<Record<string, unknown>>;
  /** Texts of attached files, which count where the message points to them. */
  readonly attached?: readonly AttachedText[];
}

/** The family named by a field, by the mounting type, or in the text; null when nothing fits. */
export function chooseFamily({ message, specifications, attached = [] }: PartRequest): Family | null {
  const named = ['part_family', 'family', 'part', 'type', 'shape']
    .map((key) => text(specifications[key]))
    .find((word) => word !== '');
  if (named !== undefined) {
    const found = findFamily(named.toLowerCase().replaceAll(/[\s-]+/g, '_')) ?? firstCalled(named);
    if (found !== null) return found;
  }
  // The sheet that is attached is no sheet metal.
  const words = message.replaceAll(/\b(?:attached|enclosed|data|spec(?:ification)?)\s?sheets?\b/gi, ' ');
  const inText = firstCalled(words) ?? firstAttached(message, attached);
  if (inText !== null) return inText;
  return /wall/i.test(text(specifications['mounting_type'])) ? findFamily('wall_mount_bracket') : null;
}

function firstAttached(message: string, attached: readonly AttachedText[]): Family | null {
  if (!pointsToFile(message)) return null;
  return (
    attached
      .map(({ text: words }) => firstCalled(tidyText(words, longestMessage).text))
      .find((one) => one !== null) ?? null
  );
}

interface Called {
  readonly family: Family;
  readonly at: number;
  readonly end: number;
}

/**
 * The family whose words come first in the text. Of overlapping words the longer ones count; within one phrase the
 * last, since the head of an English noun phrase stands last: a "steel plate mounting bracket" is a bracket.
 */
function firstCalled(message: string): Family | null {
  const found = families.flatMap((family) => placesOf(family, message));
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  let head = found[0];
  for (const next of found.slice(1)) {
    if (head === undefined) break;
    if (next.at < head.end) {
      if (next.end - next.at > head.end - head.at) head = next;
    } else if (/^(?:[\s-]|\b(?:wall|mount|mounting|steel|metal)\b)*$/i.test(message.slice(head.end, next.at)))
      head = next;
    else break;
  }
  return head?.family ?? null;
}

function placesOf(family: Family, message: string): Called[] {
  const pattern = new RegExp(family.called.source, 'gi');
  return [...message.matchAll(pattern)]
    .slice(0, 20)
    .map(({ 0: words, index }) => ({ family, at: index, end: index + words.length }));
}

const usualMaterial = { name: 'ABS', reason: 'ABS is the usual one for housings and brackets' };

export type MaterialReading =
  | {
      readonly ok: true;
      readonly material: MaterialChoice;
      readonly origin: string;
      readonly reason?: string;
    }
  | { readonly ok: false; readonly fault: Fault };

/** A material the text names beside the one of the field; null when there is none, or both are the same. */
export function otherMaterial(
  { message, specifications }: PartRequest,
  materials: readonly Material[],
): Material | null {
  const named = text(specifications['material']);
  const field = findMaterial(materials, named) ?? mentionedMaterials(materials, named)[0];
  if (field === undefined || field === null) return null;
  const mentioned = mentionedMaterials(materials, message);
  return mentioned.some(({ id }) => id === field.id) ? null : (mentioned[0] ?? null);
}

/** The material by the field, else by the text, else ABS. An unknown name is a fault, never a guess. */
export function chooseMaterial(
  { message, specifications, attached = [] }: PartRequest,
  materials: readonly Material[],
  usual: NonNullable<Family['usualMaterial']> = usualMaterial,
): MaterialReading {
  const named = text(specifications['material']);
  if (named !== '') {
    const material = findMaterial(materials, named) ?? mentionedMaterials(materials, named)[0];
    if (material !== undefined) return chosen(material, 'specifications.material');
    const known = materials.map(({ name }) => name).join(', ');
    return {
      ok: false,
      fault: {
        field: 'specifications.material',
        message: `"${named.slice(0, 60)}" is not in the materials table; known are ${known}`,
        kind: 'value',
      },
    };
  }
  const strange = unknownGrade(message, materials);
  if (strange !== null) {
    const words = `names ${strange}, which is not in the materials table; name another in specifications.material`;
    return { ok: false, fault: { field: 'message', message: words, kind: 'value' } };
  }
  const [mentioned] = mentionedMaterials(materials, message);
  if (mentioned !== undefined) return chosen(mentioned, 'message');
  const slip = nearMaterial(message, materials);
  const meant = slip === null ? null : findMaterial(materials, slip.as);
  if (slip !== null && meant !== null)
    return { ...chosen(meant, 'message'), reason: `"${slip.word}" was read as "${slip.as}"` };
  const beside = pointsToFile(message)
    ? attached.find(({ text: words }) => mentionedMaterials(materials, words).length > 0)
    : undefined;
  const [besideMaterial] = mentionedMaterials(materials, beside?.text ?? '');
  if (beside !== undefined && besideMaterial !== undefined)
    return chosen(besideMaterial, `attached ${beside.name}`);
  const fallback = findMaterial(materials, usual.name);
  if (fallback === null)
    return {
      ok: false,
      fault: { field: 'specifications.material', message: 'name a material', kind: 'value' },
    };
  return {
    ...chosen(fallback, 'assumed'),
    reason: `no material was named; ${usual.reason}`,
  };
}

/** A grade by its standard's form, such as S355, SS316 or 1.4571, that the table does not have: it must not become a like one. */
function unknownGrade(message: string, materials: readonly Material[]): string | null {
  const grades =
    message.match(
      /\b(?:S\d{3}[A-Z]{0,3}\d?|SS\s?\d{3}L?|1\.[0-9]\d{3}|AISI\s?\d{3,4}L?|EN[\s-]?AW[\s-]?\d{4})\b/g,
    ) ?? [];
  return grades.find((grade) => mentionedMaterials(materials, grade).length === 0) ?? null;
}

function chosen(material: Material, origin: string): Extract<MaterialReading, { ok: true }> {
  const { name, densityGramsPerCm3, source } = material;
  return { ok: true, material: { name, densityGramsPerCm3, source }, origin };
}

function text(value: unknown): string {
  return typeof value === 'string' ? tidyText(value, longestField).text : '';
}
