// A shaft of up to three steps along Z, the first at z = 0, with a square-ended keyway open at the first end.
import { circleArea, type Family, length, type Problem, readValues } from '../family.ts';
import { keyOfShaft } from '../key-sizes.ts';
import type { PartValues } from '../part-specification.ts';
import { edgeStripArea } from '../plane-areas.ts';

const names = [
  'diameter_1',
  'length_1',
  'diameter_2',
  'length_2',
  'diameter_3',
  'length_3',
  'key_width',
  'key_depth',
  'key_length',
] as const;

const step = (number: number, word: string, optional = false) => [
  length(`diameter_${number}`, `Diameter of step ${number}`, {
    max: 500,
    words: [`${word} diameter`, `diameter ${number}`, ...(optional ? [] : ['diameter', 'dia'])],
    ...(optional
      ? {
          assume: (known: PartValues) => ({ value: known['diameter_1'] ?? 0, reason: 'as the first step' }),
          serves: [`length_${number}`],
        }
      : {}),
  }),
  length(`length_${number}`, `Length of step ${number}`, {
    min: optional ? 0 : 0.5,
    max: 3000,
    words: [`${word} length`, `length ${number}`, ...(optional ? [] : ['length', 'long'])],
    ...(optional ? { assume: () => ({ value: 0, reason: `no ${word} step was asked for` }) } : {}),
  }),
];

export const steppedShaft: Family = {
  id: 'stepped_shaft',
  title: 'Stepped shaft',
  example:
    'shaft: first diameter 25 mm, first length 60 mm, second diameter 40 mm, second length 30 mm, keyway 40 mm',
  called: /\b(?:stepped\s+)?(?:shafts?|axles?|spindles?)\b/i,
  usualMaterial: {
    name: 'Mild steel S235JR',
    reason: 'plain shafts are usually mild or heat-treatable steel',
  },
  series: [
    ['diameter_1', 'length_1'],
    ['diameter_2', 'length_2'],
    ['diameter_3', 'length_3'],
  ],
  envelope: ['diameter_1', 'length_1', 'diameter_2', 'length_2', 'diameter_3', 'length_3'],
  parameters: [
    ...step(1, 'first'),
    ...step(2, 'second', true),
    ...step(3, 'third', true),
    length('key_length', 'Keyway length', {
      min: 0,
      max: 3000,
      words: ['keyway length', 'key length'],
      sayings: [
        {
          called: /\bkey(?:way)?\s?(?:of\s|,\s?)?(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:mm)?(?:\s?long)?\b/i,
          value: (long) => long,
          reason: 'what stands after the keyway is its length',
        },
      ],
      assume: () => ({ value: 0, reason: 'no keyway was asked for' }),
    }),
    length('key_width', 'Keyway width', {
      max: 60,
      words: ['keyway width', 'key width'],
      sayings: [
        {
          called: /\b(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:mm)?\s?(?:wide\s)?key(?:way)?\b/i,
          value: (wide) => wide,
          reason: 'what stands before the keyway is its width',
        },
      ],
      serves: ['key_length'],
      assume: ({ diameter_1: d = 0 }) => ({
        value: keyOfShaft(d).width,
        reason: 'DIN 6885-1 for this diameter',
      }),
    }),
    length('key_depth', 'Keyway depth', {
      max: 40,
      words: ['keyway depth', 'key depth'],
      serves: ['key_length'],
      assume: ({ diameter_1: d = 0 }) => ({
        value: keyOfShaft(d).depth,
        reason: 'depth in the shaft, DIN 6885-1 for this diameter',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const steps =
      circleArea(v.diameter_1) * v.length_1 +
      circleArea(v.diameter_2) * v.length_2 +
      circleArea(v.diameter_3) * v.length_3;
    if (v.key_length === 0) return steps;
    return steps - edgeStripArea(v.diameter_1 / 2, v.key_width, v.key_depth) * v.key_length;
  },
  boxMm(values) {
    const v = readValues(values, ...names);
    const second = v.length_2 === 0 ? 0 : v.diameter_2;
    const third = v.length_3 === 0 ? 0 : v.diameter_3;
    const across = Math.max(v.diameter_1, second, third);
    const cut = v.key_length === v.length_1 && v.diameter_1 === across && Math.max(second, third) < across;
    // A keyway along the only thickest step takes the highest point of the disc away.
    const high = cut ? across / 2 + Math.sqrt((across / 2) ** 2 - (v.key_width / 2) ** 2) : across;
    return [across, high, v.length_1 + v.length_2 + v.length_3];
  },
};

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.key_length === 0) return [];
  if (v.key_length > v.length_1)
    return [{ field: 'key_length', message: `${v.key_length} mm is longer than the first step` }];
  if (v.key_width >= v.diameter_1 * 0.7)
    return [{ field: 'key_width', message: `${v.key_width} mm is too wide for Ø${v.diameter_1} mm` }];
  if (v.key_depth >= v.diameter_1 / 2)
    return [{ field: 'key_depth', message: `${v.key_depth} mm reaches the middle of Ø${v.diameter_1} mm` }];
  // Shallower than its own corners the cut would not be a slot.
  const radius = v.diameter_1 / 2;
  if (radius - Math.sqrt(radius ** 2 - (v.key_width / 2) ** 2) + 0.05 > v.key_depth)
    return [
      { field: 'key_depth', message: `${v.key_depth} mm leaves no walls to a slot ${v.key_width} mm wide` },
    ];
  return [];
}
