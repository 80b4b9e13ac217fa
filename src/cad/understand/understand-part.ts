// A request becomes a part specification: what was said, what is assumed and why, what could not be used; or every fault at once.
import type { Material } from '../../shared/model/material.ts';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import { type Assumption, type Family, type ParameterDefinition, unitSign } from '../parts/family.ts';
import { families } from '../parts/families.ts';
import type { Operation } from '../modify/operation.ts';
import type { PartSpecification, PartValues } from '../parts/part-specification.ts';
import { chooseFamily, chooseMaterial, otherMaterial, type PartRequest } from './choose-family.ts';
import { readAddedOperations } from './added-operations.ts';
import { MarkedText } from './marked-text.ts';
import { markMaterials } from './mark-materials.ts';
import { plainSizes } from './plain-sizes.ts';
import { nearFamily, spellOut } from './plain-words.ts';
import { writeMm } from './read-length.ts';
import { settleIn } from './word-in.ts';
import { pointsToFile, readAttached } from './read-attached.ts';
import { readMessage } from './read-message.ts';
import { readSpecifications } from './read-specifications.ts';
import { Reading, type Unused } from './reading.ts';
import { longestMessage, tidyText } from './tidy-text.ts';
import { RequestFault } from './request-fault.ts';

export interface UnderstoodPart {
  readonly part: PartSpecification;
  readonly parameters: readonly Parameter[];
  /** Changes to make to the part once it is built, in order. */
  readonly operations: Operation[];
  readonly unused: readonly Unused[];
}

/** Understands a request for a part; throws a `RequestFault` with every field that cannot stand. */
export function understandPart(raw: PartRequest, materials: readonly Material[]): UnderstoodPart {
  const { text: tidy, unread } = tidyText(raw.message, longestMessage);
  const settled = settleIn(spellOut(tidy), materials);
  const plain = plainSizes(settled.text);
  const reading = new Reading();
  const { message, family } = mendFamily({ ...raw, message: plain.text }, reading);
  const request = { ...raw, message };
  if (family === null) {
    const known = families.map(({ title }) => title.toLowerCase()).join(', ');
    throw new RequestFault([
      {
        field: 'message',
        message: `names no part that can be built here; known are: ${known}`,
        kind: 'value',
      },
    ]);
  }
  if (unread !== '') reading.leave(unread, `only the first ${longestMessage} characters are read`);
  for (const words of settled.doubtful)
    reading.fault('message', `"${words}" may be inches or millimetres; write "inch" or "mm"`);
  for (const said of plain.classes)
    reading.leave(said, 'tolerance classes are not modelled; sizes are nominal');
  readSpecifications(request.specifications, family, reading);
  const marked = new MarkedText(message);
  markMaterials(marked, materials);
  const operations = readAddedOperations(marked, family);
  readMessage(marked, { family, reading, field: 'message' });
  if (pointsToFile(message)) readAttached(request.attached ?? [], { family, reading, materials });
  placeHoles(operations, family, reading);
  const material = chooseMaterial(request, materials, family.usualMaterial);
  if (!material.ok) reading.faults.push(material.fault);
  const other = otherMaterial(request, materials);
  if (other !== null) reading.leave(other.name, 'specifications.material names the material');
  const { values, parameters } = complete(family, reading);
  if (reading.faults.length === 0) checkTogether(family, { values, reading });
  if (!material.ok || reading.faults.length > 0) throw new RequestFault(reading.faults);
  const { name } = material.material;
  return {
    part: { family: family.id, title: family.title, values, material: material.material },
    parameters: [
      ...parameters,
      {
        name: 'material',
        value: name,
        origin: material.origin,
        ...(material.reason === undefined ? {} : { reason: material.reason }),
      },
    ],
    operations,
    unused: reading.unused,
  };
}

/** The family of the request; where none is named, of the one that a slip of the pen is nearest to, which is told. */
function mendFamily(request: PartRequest, reading: Reading): { message: string; family: Family | null } {
  const { message } = request;
  const family = chooseFamily(request);
  const slip = family === null ? nearFamily(message) : null;
  if (slip === null) return { message, family };
  const mended = message.replace(new RegExp(`\\b${slip.word}`, 'i'), slip.as);
  const found = chooseFamily({ ...request, message: mended });
  if (found === null) return { message, family: null };
  reading.leave(slip.word, `it was read as "${slip.as}"`);
  return { message: mended, family: found };
}

/** Holes at places that were named take the place of those the family would assume. */
function placeHoles(operations: readonly Operation[], family: Family, reading: Reading): void {
  if (!operations.some(({ op }) => op === 'holes') || reading.said.has('hole_count')) return;
  const holes = family.parameters.find(({ name }) => name === 'hole_count');
  if (holes?.min === 0)
    reading.say('hole_count', { value: 0, origin: 'message', reason: 'its holes are made where it says' });
}

/** Fills in what was not said, in the order of the table, and checks each value against its range. */
function complete(family: Family, reading: Reading): { values: PartValues; parameters: Parameter[] } {
  const values: Record<string, number> = {};
  const hasFaultySize = reading.faults.some(({ field }) => /^message$|dimension|size|envelope/.test(field));
  const parameters: Parameter[] = [];
  for (const parameter of family.parameters) {
    const said = reading.said.get(parameter.name);
    const assumed = said === undefined ? assume(parameter, values) : undefined;
    // Assumptions are free of the noise of decimal fractions in binary too.
    const value = said?.value ?? (assumed === undefined ? undefined : Number(assumed.value.toFixed(9)));
    if (value === undefined) {
      // What hangs on a missing value is not missing itself, and a size that cannot be read was told already.
      if (parameter.assume !== undefined || hasFaultySize) continue;
      if (parameter.unit === 'count')
        reading.fault(
          `specifications.${parameter.name}`,
          `the number of ${parameter.title.toLowerCase()} is needed`,
        );
      else
        reading.fault(
          'specifications.dimensions',
          `the ${parameter.title.toLowerCase()} is needed, such as ${example(family)}`,
        );
      continue;
    }
    checkRange(parameter, { value, origin: said?.origin ?? `specifications.${parameter.name}` }, reading);
    values[parameter.name] = value;
    const reason = said?.reason ?? assumed?.reason;
    parameters.push({
      name: parameter.name,
      value,
      ...(unitSign(parameter.unit) === undefined ? {} : { unit: parameter.unit }),
      origin: said?.origin ?? 'assumed',
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return { values, parameters: parameters.filter((one) => isTold(one, { family, parameters, values })) };
}

/** What was assumed for values that were all said, or that has no effect, is not told. */
function isTold(
  { name, origin }: Parameter,
  { family, parameters, values }: { family: Family; parameters: readonly Parameter[]; values: PartValues },
): boolean {
  const definition = family.parameters.find((parameter) => parameter.name === name);
  if (origin === 'assumed' && definition?.matters?.(values) === false) return false;
  const serves = definition?.serves;
  if (origin !== 'assumed' || serves === undefined) return true;
  return parameters.some((other) => serves.includes(other.name) && other.origin === 'assumed');
}

/** What a family assumes from the values known so far; undefined where one that it asks for is missing. */
function assume(parameter: ParameterDefinition, values: PartValues): Assumption | undefined {
  let isMissing = false;
  const known = new Proxy(values, {
    get: (target, name: string) => {
      if (!Object.hasOwn(target, name)) isMissing = true;
      return target[name];
    },
  });
  const assumed = parameter.assume?.(known);
  return isMissing ? undefined : assumed;
}

function example(family: Family): string {
  return family.envelope.length === 3 ? '100x80x20mm' : family.envelope.length === 2 ? '60x25mm' : '25mm';
}

function checkRange(
  { title, min, max, unit }: ParameterDefinition,
  { value, origin }: { value: number; origin: string },
  reading: Reading,
): void {
  const sign = unitSign(unit);
  const suffix = sign === undefined ? '' : ` ${sign}`;
  if (unit === 'count' && !Number.isInteger(value))
    reading.fault(origin, `${title} must be a whole number, not ${value}`);
  else if (value < min || value > max) {
    reading.fault(origin, `${title} must be from ${min} to ${max}${suffix}, not ${writeMm(value)}${suffix}`);
  }
}

/** Faults of combinations name the field in which the value stood. */
function checkTogether(family: Family, { values, reading }: { values: PartValues; reading: Reading }): void {
  for (const { field, message } of family.check(values)) {
    const said = reading.said.get(field);
    if (said !== undefined) reading.fault(said.origin, message);
    else reading.fault(`specifications.${field}`, `${message}; it was assumed, so say one that fits`);
  }
}
