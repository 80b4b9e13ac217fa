// A flat pipe flange: a ring around Z with bolt holes on a circle.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';

const names = ['outer_diameter', 'bore', 'thickness', 'hole_count', 'hole_diameter', 'bolt_circle'] as const;

export const pipeFlange: Family = {
  id: 'pipe_flange',
  title: 'Pipe flange',
  example: 'pipe flange OD 150 mm, bore 60 mm, 8 x 14 mm holes on 120 PCD',
  called: /\b(?:(?:pipe|plate|flat|blind|slip[\s-]on)\s+)?flanges?\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'plate flanges are usually mild steel' },
  envelope: ['outer_diameter', 'bore', 'thickness'],
  parameters: [
    length('outer_diameter', 'Outer diameter', {
      min: 10,
      words: ['od', 'outer diameter', 'outside diameter', 'diameter'],
    }),
    length('bore', 'Bore', {
      words: ['bore', 'id', 'inner diameter', 'inside diameter'],
      assume: ({ outer_diameter: outer = 0 }) => ({
        value: outer * 0.4,
        reason: 'two fifths of the outside',
      }),
    }),
    length('thickness', 'Thickness (Z)', {
      max: 500,
      words: ['thickness', 'thick'],
      assume: ({ outer_diameter: outer = 0 }) => ({
        value: Math.max(3, Math.round(outer / 10)),
        reason: 'a tenth of the outside, a common proportion',
      }),
    }),
    count('hole_count', 'Bolt holes', {
      max: 100,
      words: ['holes', 'hole', 'bolts'],
      assume: () => ({ value: 4, reason: 'four bolts, the least that EN 1092 flanges have' }),
    }),
    length('hole_diameter', 'Bolt hole diameter', {
      matters: ({ hole_count: held = 0 }) => held > 0,
      max: 500,
      words: ['hole diameter'],
      assume: ({ outer_diameter: outer = 0 }) => ({
        value: Math.max(3, Math.round(outer / 10)),
        reason: 'a tenth of the outside; a screw size gives its ISO 273 hole',
      }),
    }),
    length('bolt_circle', 'Bolt circle diameter', {
      matters: ({ hole_count: held = 0 }) => held > 0,
      words: [
        'bolt circle diameter',
        'pitch circle diameter',
        'bolt circle',
        'pitch circle',
        'pcd',
        'bcd',
        'bc',
      ],
      assume: ({ outer_diameter: outer = 0, bore = 0 }) => ({
        value: (outer + bore) / 2,
        reason: 'midway between the bore and the outside',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const holes = v.hole_count * circleArea(v.hole_diameter);
    return (circleArea(v.outer_diameter) - circleArea(v.bore) - holes) * v.thickness;
  },
  boxMm(values) {
    const v = readValues(values, 'outer_diameter', 'thickness');
    return [v.outer_diameter, v.outer_diameter, v.thickness];
  },
};

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.bore + 2 > v.outer_diameter)
    return [{ field: 'bore', message: `${v.bore} mm leaves no ring in ${v.outer_diameter} mm` }];
  if (v.hole_count === 0) return [];
  if (
    v.bolt_circle - v.hole_diameter < v.bore + 1 ||
    v.bolt_circle + v.hole_diameter > v.outer_diameter - 1
  ) {
    const message = `Ø${v.hole_diameter} mm holes on ${v.bolt_circle} mm run into the bore or the outside`;
    return [{ field: 'bolt_circle', message }];
  }
  const apart = v.hole_count === 1 ? Infinity : v.bolt_circle * Math.sin(Math.PI / v.hole_count);
  if (apart >= v.hole_diameter + 0.5) return [];
  const message = `${v.hole_count} holes of Ø${v.hole_diameter} mm do not fit on a circle of ${v.bolt_circle} mm`;
  return [{ field: 'hole_count', message }];
}
