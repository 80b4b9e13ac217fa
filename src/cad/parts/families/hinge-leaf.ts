// One leaf of a butt hinge: plate on z = 0 from the knuckles at x = 0 outward, knuckles along Y with gaps for the other leaf.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { segmentArea } from '../plane-areas.ts';

const names = [
  'leaf_width',
  'length',
  'thickness',
  'pin_diameter',
  'knuckle_count',
  'knuckle_gap',
  'hole_count',
  'hole_diameter',
] as const;

export const hingeLeaf: Family = {
  id: 'hinge_leaf',
  title: 'Hinge leaf',
  example: 'hinge leaf 40x60x2 mm',
  called: /\b(?:butt\s+)?hinge(?:s|[\s-]+(?:lea(?:f|ves)|halves|half))?\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'hinges are usually rolled from mild steel' },
  envelope: ['leaf_width', 'length', 'thickness'],
  parameters: [
    length('leaf_width', 'Leaf from pin to edge (X)', {
      min: 8,
      words: ['leaf width', 'leaf', 'wide', 'width'],
    }),
    length('length', 'Length along the pin (Y)', { min: 8, words: ['length', 'long'] }),
    length('thickness', 'Thickness of the leaf', {
      min: 0.5,
      max: 30,
      words: ['thickness', 'thick'],
      assume: () => ({ value: 2, reason: 'a common thickness of steel hinges' }),
    }),
    length('pin_diameter', 'Pin hole', {
      min: 1,
      max: 60,
      words: ['pin', 'pin diameter'],
      assume: ({ thickness = 0 }) => ({ value: 2 * thickness, reason: 'twice the leaf, a usual proportion' }),
    }),
    count('knuckle_count', 'Knuckles of this leaf', {
      min: 1,
      max: 20,
      words: ['knuckles'],
      assume: () => ({ value: 3, reason: 'three here and two on the other leaf' }),
    }),
    length('knuckle_gap', 'Play beside each knuckle', {
      min: 0.05,
      max: 5,
      words: ['play', 'knuckle gap'],
      assume: () => ({ value: 0.2, reason: 'turns freely after bending or milling' }),
    }),
    count('hole_count', 'Screw holes', {
      max: 20,
      words: ['holes', 'hole'],
      assume: () => ({ value: 3, reason: 'three screws per leaf' }),
    }),
    length('hole_diameter', 'Screw hole diameter', {
      matters: ({ hole_count: held = 0 }) => held > 0,
      max: 50,
      words: ['hole diameter'],
      assume: () => ({ value: 4.5, reason: 'clearance for M4 screws, ISO 273 medium' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const { radius, knuckle, gap, cutBack } = hingeLayout(values);
    const disc = Math.PI * radius ** 2 - circleArea(v.pin_diameter) - segmentArea(radius, v.thickness) / 2;
    const withKnuckle = v.leaf_width * v.thickness + disc;
    const without = (v.leaf_width - cutBack) * v.thickness;
    return (
      v.knuckle_count * knuckle * withKnuckle +
      (v.knuckle_count - 1) * gap * without -
      v.hole_count * circleArea(v.hole_diameter) * v.thickness
    );
  },
  boxMm(values) {
    const v = readValues(values, 'leaf_width', 'length');
    const { radius } = hingeLayout(values);
    return [v.leaf_width + radius, v.length, 2 * radius];
  },
};

/** Knuckle radius, lengths of knuckles and gaps along the pin, how far the leaf stands back in a gap, and where the screws are; mm. */
export function hingeLayout(values: PartValues) {
  const v = readValues(values, ...names);
  const radius = v.pin_diameter / 2 + v.thickness;
  const gaps = v.knuckle_count - 1;
  const knuckle = (v.length - gaps * 2 * v.knuckle_gap) / (v.knuckle_count + gaps);
  const cutBack = radius + v.knuckle_gap;
  const screwX = (cutBack + v.leaf_width) / 2;
  const pitch = v.length / Math.max(1, v.hole_count);
  const screws = Array.from({ length: v.hole_count }, (_, index) => ({
    x: screwX,
    y: (index + 0.5) * pitch,
  }));
  return { radius, knuckle, gap: knuckle + 2 * v.knuckle_gap, cutBack, screws, pitch };
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const { knuckle, cutBack, pitch, radius } = hingeLayout(values);
  if (knuckle < 1)
    return [{ field: 'knuckle_count', message: `${v.knuckle_count} knuckles do not fit on ${v.length} mm` }];
  if (v.thickness >= radius)
    return [
      { field: 'pin_diameter', message: `${v.pin_diameter} mm is too thin for a leaf of ${v.thickness} mm` },
    ];
  if (v.leaf_width < cutBack + 3)
    return [
      {
        field: 'leaf_width',
        message: `${v.leaf_width} mm leaves no leaf beside knuckles of ${2 * radius} mm`,
      },
    ];
  if (v.hole_count === 0) return [];
  if (v.hole_diameter + 2 > v.leaf_width - cutBack || v.hole_diameter + 1 > pitch)
    return [
      {
        field: 'hole_diameter',
        message: `${v.hole_count} holes of Ø${v.hole_diameter} mm do not fit on the leaf`,
      },
    ];
  return [];
}
