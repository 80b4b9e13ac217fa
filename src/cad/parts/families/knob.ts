// A round knob on z = 0 with finger flutes, and a blind bore from below, with a flat for a D-shaft.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { lensArea, segmentArea } from '../plane-areas.ts';

const names = ['diameter', 'height', 'bore', 'bore_depth', 'flat', 'flute_count', 'flute_diameter'] as const;

export const knob: Family = {
  id: 'knob',
  title: 'Knob',
  example: 'knob 30 mm diameter, flat 1.5 mm, 8 flutes',
  called: /\b(?:control\s+|turning\s+|potentiometer\s+)?knobs?\b/i,
  envelope: ['diameter', 'height'],
  parameters: [
    length('diameter', 'Diameter', { min: 6, max: 300, words: ['diameter', 'od', 'dia', 'wide'] }),
    length('height', 'Height (Z)', {
      min: 4,
      max: 300,
      words: ['height', 'high', 'tall'],
      assume: ({ diameter = 0 }) => ({
        value: Math.max(10, diameter * 0.6),
        reason: 'three fifths of the diameter',
      }),
    }),
    length('bore', 'Bore for the shaft', {
      max: 100,
      words: ['bore', 'shaft', 'shaft diameter'],
      assume: () => ({ value: 6, reason: 'the 6 mm shaft of most potentiometers' }),
    }),
    length('bore_depth', 'Depth of the bore', {
      max: 299,
      words: ['bore depth', 'shaft length'],
      assume: ({ height = 0 }) => ({ value: height * 0.7, reason: 'seven tenths of the height' }),
    }),
    length('flat', 'Depth of the flat', {
      min: 0,
      max: 49,
      words: ['flat', 'd flat', 'flat depth'],
      assume: () => ({ value: 0, reason: 'no flat was asked for: a round bore' }),
    }),
    count('flute_count', 'Flutes', {
      max: 60,
      words: ['flutes', 'flute', 'grips'],
      assume: () => ({ value: 0, reason: 'no flutes were asked for' }),
    }),
    length('flute_diameter', 'Flute diameter', {
      matters: ({ flute_count: held = 0 }) => held > 0,
      max: 100,
      words: ['flute diameter'],
      serves: ['flute_count'],
      assume: ({ diameter = 0 }) => ({
        value: diameter * 0.12,
        reason: 'an eighth of the diameter, for fingertips',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const flutes = v.flute_count * lensArea(v.diameter / 2, v.flute_diameter / 2, v.diameter / 2);
    const flat = v.flat === 0 ? 0 : segmentArea(v.bore / 2, v.flat);
    return (circleArea(v.diameter) - flutes) * v.height - (circleArea(v.bore) - flat) * v.bore_depth;
  },
  boxMm(values) {
    const v = readValues(values, ...names);
    return [reach(v, 0) + reach(v, Math.PI), reach(v, Math.PI / 2) + reach(v, -Math.PI / 2), v.height];
  },
};

/** Flutes stand between the axes: half a step from X. How far the disc reaches in a direction is lost only where a flute lies there. */
function reach(v: Record<'diameter' | 'flute_count' | 'flute_diameter', number>, direction: number): number {
  if (v.flute_count === 0) return v.diameter / 2;
  const step = (2 * Math.PI) / v.flute_count;
  const to = (direction / step - 0.5) % 1;
  const away = Math.min(Math.abs(to), 1 - Math.abs(to)) * step;
  // Half of the arc that a flute centred on the rim takes: its chord from the middle is the flute's radius.
  const half = 2 * Math.asin(v.flute_diameter / 2 / v.diameter);
  return away >= half ? v.diameter / 2 : (v.diameter / 2) * Math.cos(half - away);
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.bore + 2 > v.diameter)
    return [{ field: 'bore', message: `${v.bore} mm leaves no wall in Ø${v.diameter} mm` }];
  if (v.bore_depth + 1 > v.height)
    return [{ field: 'bore_depth', message: `${v.bore_depth} mm goes through a height of ${v.height} mm` }];
  if (v.flat > 0.4 * v.bore)
    return [{ field: 'flat', message: `${v.flat} mm is more than two fifths of a Ø${v.bore} mm bore` }];
  if (v.flute_count === 0) return [];
  if (v.flute_diameter / 2 + v.bore / 2 + 1 > v.diameter / 2)
    return [{ field: 'flute_diameter', message: `flutes of Ø${v.flute_diameter} mm reach the bore` }];
  if (v.flute_count > 1 && v.diameter * Math.sin(Math.PI / v.flute_count) < v.flute_diameter + 0.3)
    return [
      {
        field: 'flute_count',
        message: `${v.flute_count} flutes of Ø${v.flute_diameter} mm run into each other`,
      },
    ];
  return [];
}
