// Reads the `specifications` of a request: each key is a parameter, a size, holes, the material, or is named as not used.
import type { Family, ParameterDefinition } from '../parts/family.ts';
import { readHoles, sayHoles } from './read-holes.ts';
import { findSizes, readLength, readNumber } from './read-length.ts';
import type { Reading } from './reading.ts';

const sizeKeys = new Set([
  'dimensions',
  'dimension',
  'size',
  'overall_dimensions',
  'overall_size',
  'envelope',
]);
/** Keys that others read, or that only describe. */
const elsewhere = new Set([
  'material',
  'mounting_type',
  'part_family',
  'family',
  'part',
  'type',
  'shape',
  'name',
  'title',
]);
const largestValue = 1e6;

/** Reads every key; wrong values are faults that name the field. */
export function readSpecifications(
  specifications: Readonly<Record<string, unknown>>,
  family: Family,
  reading: Reading,
): void {
  for (const [key, value] of Object.entries(specifications)) {
    const field = `specifications.${key}`;
    const name = key
      .toLowerCase()
      .trim()
      .replaceAll(/[\s-]+/g, '_');
    if (elsewhere.has(name) || value === null || value === '') continue;
    if (typeof value === 'object') readObject({ name, field, value }, family, reading);
    else if (sizeKeys.has(name)) readSizes({ field, text: String(value) }, family, reading);
    else if (/^holes?$|^hole_pattern$|^mounting_holes$/.test(name))
      readHoleField({ field, text: String(value) }, family, reading);
    else readParameter({ name, field, text: String(value) }, family, reading);
  }
}

function readHoleField(
  { field, text }: { field: string; text: string },
  family: Family,
  reading: Reading,
): void {
  const holes = readHoles(text, true);
  if (holes === null)
    reading.fault(field, `"${text.slice(0, 60)}" names no holes; write it as "4 x Ø5 mm" or "4 x M5"`);
  else sayHoles({ holes, field }, { family, reading });
}

interface Entry {
  readonly name: string;
  readonly field: string;
}

/** `{ width: 100, depth: 80, height: 20, unit: "mm" }` and lists of three. */
function readObject(
  { name, field, value }: Entry & { value: object },
  family: Family,
  reading: Reading,
): void {
  if (Array.isArray(value)) {
    readSizes({ field, text: value.map(String).join(' x ') }, family, reading);
    return;
  }
  const entries = Object.entries(value);
  const unit = String(entries.find(([key]) => /^units?$/.test(key))?.[1] ?? 'mm');
  for (const [key, inner] of entries) {
    if (/^units?$/.test(key)) continue;
    const text = typeof inner === 'number' ? `${inner} ${unit}` : String(inner);
    const path = { name: sizeKeys.has(name) ? key : `${name}_${key}`, field: `${field}.${key}`, text };
    readParameter(path, family, reading);
  }
}

/** Fills the family's envelope from two or three sizes. */
export function readSizes(
  { field, text }: { field: string; text: string },
  family: Family,
  reading: Reading,
): void {
  const [found] = findSizes(text);
  const single = found === undefined ? readLength(text) : null;
  const mm = found?.mm ?? (single === null ? [] : [single]);
  if (mm.length === 0) {
    reading.fault(field, `"${text.slice(0, 60)}" is no size; write it as 100x80x20mm, with positive numbers`);
    return;
  }
  if (/(^|[x×*\s])-\s*\d/.test(text))
    reading.fault(field, `"${text.slice(0, 60)}" has a negative length; sizes must be positive`);
  else mm.forEach((value, place) => sayEnvelope({ value, place, field }, family, reading));
}

function sayEnvelope(
  { value, place, field }: { value: number; place: number; field: string },
  family: Family,
  reading: Reading,
): void {
  const name = family.envelope[place];
  if (!Number.isFinite(value) || value <= 0)
    reading.fault(field, 'every size must be a positive, finite number');
  else if (name !== undefined) reading.say(name, { value, origin: field });
}

function readParameter(
  { name, field, text }: Entry & { text: string },
  family: Family,
  reading: Reading,
): void {
  const parameter = findParameter(family, name);
  if (parameter === null) {
    reading.leave(`${field}: ${text}`, `a ${family.title.toLowerCase()} has no such parameter`);
    return;
  }
  const value = parameter.unit === 'mm' ? readLength(text) : readNumber(text);
  if (value === null || !Number.isFinite(value))
    reading.fault(field, `"${text.slice(0, 60)}" is no ${unitWord(parameter)}`);
  else if (Math.abs(value) > largestValue) reading.fault(field, `${value} is out of every range`);
  else reading.say(parameter.name, { value, origin: field });
}

function unitWord({ unit }: ParameterDefinition): string {
  return { mm: 'length such as 2.5 or 1/4 in', deg: 'angle in degrees', count: 'number' }[unit];
}

/** The parameter with this name, or the one people call so. */
export function findParameter(family: Family, name: string): ParameterDefinition | null {
  const plain = name.replace(/_?mm$/, '').replaceAll('_', ' ').trim();
  return (
    family.parameters.find((parameter) => parameter.name.replaceAll('_', ' ') === plain) ??
    family.parameters.find((parameter) => parameter.words?.includes(plain) === true) ??
    null
  );
}
