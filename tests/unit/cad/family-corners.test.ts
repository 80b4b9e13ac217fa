// Every family at the ends of what its own check allows, one parameter after the other: a valid solid of the calculated volume, never a wrong one.
import { beforeAll, describe, expect, it } from 'vitest';
import { builders } from '../../../src/cad/kernel/builders.ts';
import { loadOpenCascade } from '../../../src/cad/kernel/open-cascade.ts';
import { checkSolid, checkVolume } from '../../../src/cad/kernel/solid-check.ts';
import type { Family, ParameterDefinition } from '../../../src/cad/parts/family.ts';
import { families } from '../../../src/cad/parts/families.ts';
import type { PartValues } from '../../../src/cad/parts/part-specification.ts';
import { understand } from './understand-parts.ts';

beforeAll(() => loadOpenCascade());

/** More of a thing than this only costs time here. */
const mostOfAThing = 30;

/** The value farthest from the usual one towards `end` that the family still allows with all others as they are. */
function extreme(
  family: Family,
  values: PartValues,
  { name, unit }: ParameterDefinition,
  end: number,
): number {
  const start = values[name] ?? 0;
  const isAllowed = (value: number): boolean => family.check({ ...values, [name]: value }).length === 0;
  if (isAllowed(end)) return end;
  let [good, bad] = [start, end];
  for (let step = 0; step < 40; step += 1) {
    const middle = unit === 'count' ? Math.trunc((good + bad) / 2) : (good + bad) / 2;
    if (middle === good || middle === bad) break;
    if (isAllowed(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

describe('at the ends of its ranges', () => {
  it.each(families.map((family) => [family.title, family] as const))(
    '%s',
    { timeout: 120_000 },
    (_, family) => {
      const { values } = understand(family.example).part;
      for (const parameter of family.parameters) {
        const most =
          parameter.unit === 'count' ? Math.min(parameter.max, mostOfAThing) : Math.min(parameter.max, 1000);
        for (const end of [parameter.min, most]) {
          if (parameter.isThread === true || parameter.name === 'bearing') continue;
          const corner = { ...values, [parameter.name]: extreme(family, values, parameter, end) };
          const shape = builders[family.id]?.(corner);
          const where = `${family.id} with ${parameter.name} = ${corner[parameter.name]}`;
          if (shape === undefined) throw new Error(`nothing builds ${family.id}`);
          try {
            checkVolume(checkSolid(shape, 'built it'), family.volumeMm3(corner), family.volumeTolerance);
          } catch (error) {
            throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
          const [low, high] = shape.boundingBox.bounds;
          family.boxMm(corner).forEach((size, axis) => {
            expect((high[axis] ?? 0) - (low[axis] ?? 0), `${where}, axis ${axis}`).toBeCloseTo(size, 3);
          });
        }
      }
    },
  );
});
