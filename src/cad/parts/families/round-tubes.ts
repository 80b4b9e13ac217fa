// Round spacers and flat washers: a ring around Z, told apart by what their sizes follow from.
import {
  circleArea,
  type Family,
  length,
  type ParameterDefinition,
  type Problem,
  readValues,
} from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { checkThread, sizesOfThread } from '../thread-sizes.ts';

const thread = (...serves: readonly string[]): ParameterDefinition =>
  length('thread', 'Screw', {
    isThread: true,
    serves,
    min: 2,
    max: 36,
    words: ['thread', 'screw'],
    assume: () => ({ value: 3, reason: 'M3, as no screw and no size was named' }),
  });
const bore = (assume: ParameterDefinition['assume']): ParameterDefinition =>
  length('bore', 'Bore', {
    max: 2000,
    words: ['bore', 'id', 'inner diameter', 'inside diameter', 'hole'],
    ...(assume === undefined ? {} : { assume }),
  });
const outside = (assume: ParameterDefinition['assume']): ParameterDefinition =>
  length('outer_diameter', 'Outer diameter', {
    max: 2000,
    words: ['od', 'outer diameter', 'outside diameter', 'diameter', 'dia'],
    ...(assume === undefined ? {} : { assume }),
  });

export const roundSpacer: Family = {
  id: 'round_spacer',
  title: 'Round spacer',
  example: 'round spacer OD 10 mm, ID 5 mm, length 20 mm',
  called: /\b(?:round\s+)?(?:stand-?offs?|spacers?|bushings?|bushes|sleeves?|distance\s+tubes?)\b/i,
  usualMaterial: { name: 'Aluminium 6061-T6', reason: 'spacers are usually aluminium' },
  envelope: ['outer_diameter', 'bore', 'length'],
  parameters: [
    thread('bore'),
    length('length', 'Length (Z)', { max: 2000, words: ['length', 'long', 'tall', 'high', 'height'] }),
    bore(({ thread: size }) => ({
      value: sizesOfThread(size).clearance,
      reason: 'clearance for this screw, ISO 273 medium',
    })),
    outside(({ bore: inside = 3.4 }) => ({
      value: Math.ceil(inside * 1.8),
      reason: 'about 1.8 bores: enough to bear a screw head',
    })),
  ],
  check: (values) => checkRing(values),
  volumeMm3: (values) => ringArea(values) * readValues(values, 'length').length,
  boxMm(values) {
    const v = readValues(values, 'outer_diameter', 'length');
    return [v.outer_diameter, v.outer_diameter, v.length];
  },
};

export const washer: Family = {
  id: 'washer',
  title: 'Flat washer',
  example: 'M8 washer',
  called: /\b(?:flat\s+|plain\s+)?(?:washers?|shims?)\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'washers are usually plain steel' },
  envelope: ['outer_diameter', 'bore', 'thickness'],
  parameters: [
    thread('bore', 'outer_diameter', 'thickness'),
    bore(({ thread: size }) => ({ value: sizesOfThread(size).washer[0], reason: 'ISO 7089' })),
    outside(({ thread: size, bore: inside = 0 }) => {
      const standard = sizesOfThread(size).washer[1];
      return inside * 1.4 <= standard
        ? { value: standard, reason: 'ISO 7089' }
        : { value: Math.ceil(inside * 1.8), reason: 'about 1.8 bores, as ISO 7089 washers are' };
    }),
    length('thickness', 'Thickness (Z)', {
      max: 200,
      words: ['thickness', 'thick'],
      assume: ({ thread: size }) => ({ value: sizesOfThread(size).washer[2], reason: 'ISO 7089' }),
    }),
  ],
  check: (values) => checkRing(values),
  volumeMm3: (values) => ringArea(values) * readValues(values, 'thickness').thickness,
  boxMm(values) {
    const v = readValues(values, 'outer_diameter', 'thickness');
    return [v.outer_diameter, v.outer_diameter, v.thickness];
  },
};

function ringArea(values: PartValues): number {
  const { outer_diameter: outer, bore: inner } = readValues(values, 'outer_diameter', 'bore');
  return circleArea(outer) - circleArea(inner);
}

function checkRing(values: PartValues): Problem[] {
  const v = readValues(values, 'thread', 'outer_diameter', 'bore');
  const problems = checkThread(v.thread);
  if (problems.length > 0 || v.bore + 0.2 <= v.outer_diameter) return problems;
  const message = `${v.outer_diameter} mm leaves no wall around a bore of ${v.bore} mm`;
  return [{ field: 'outer_diameter', message }];
}
