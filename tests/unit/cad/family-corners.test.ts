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

const usual: Readonly<Record<string, string>> = {
  wall_mount_bracket: 'wall mount bracket 100x80x20',
  flat_plate: 'flat plate 100x80x5 with 4 holes',
  l_bracket: 'L-bracket 50x40x30',
  u_channel: 'U-channel 40x20x100',
  gusset: 'gusset 50x40x5',
  tray: 'tray 100x60x30',
  hex_standoff: 'M3 hex standoff 25 mm long',
  round_spacer: 'round spacer OD 10 mm, ID 5 mm, length 20 mm',
  washer: 'M8 washer',
  pipe_flange: 'pipe flange OD 150 mm, bore 60 mm, 8 x 14 mm holes on 120 PCD',
  heat_sink: 'heat sink 60x40x25 mm, 10 fins',
  enclosure: 'enclosure 120x80x40, gasket groove 1 mm, 4 vents',
  pcb_tray: 'PCB tray 85x56 mm',
  front_panel: 'front panel 200x120x3 with a 60x40 mm cut-out and 3 buttons',
  din_clip: 'DIN rail clip 30 mm long',
  cable_clip: 'cable clip for a 12 mm cable',
  hinge_leaf: 'hinge leaf 40x60x2',
  knob: 'knob 30 mm diameter, flat 1.5 mm, 8 flutes',
  stepped_shaft:
    'shaft first diameter 25 mm, first length 60 mm, second diameter 40 mm, second length 30 mm, keyway 40 mm',
  bearing_block: 'bearing block for a 6204 bearing',
  spur_gear: 'spur gear module 2, 24 teeth, bore 10 mm',
  v_pulley: 'V-belt pulley OD 100 mm, bore 20 mm',
};
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
      const { values } = understand(usual[family.id] ?? '').part;
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
