// A V-belt pulley round Z: grooves by ISO 4183 (section SPZ where no other is said), plain bore.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { isPitchWidth, sectionOf, vBeltSections } from '../v-belt-sections.ts';

const names = [
  'outer_diameter',
  'bore',
  'width',
  'groove_count',
  'groove_width',
  'groove_depth',
  'groove_angle',
  'groove_pitch',
] as const;

export const vPulley: Family = {
  id: 'v_pulley',
  title: 'V-belt pulley',
  example: 'V-belt pulley OD 100 mm, bore 20 mm',
  called: /\b(?:(?:v|vee)[\s-]*(?:belt)?\s*)?(?:pulleys?|sheaves?|sheave)\b/i,
  usualMaterial: {
    name: 'Aluminium 6061-T6',
    reason: 'single pulleys are usually turned from aluminium or cast iron',
  },
  envelope: ['outer_diameter', 'width', 'bore'],
  parameters: [
    length('outer_diameter', 'Outer diameter', {
      min: 30,
      max: 2000,
      words: ['od', 'outer diameter', 'outside diameter', 'diameter'],
    }),
    length('bore', 'Bore', {
      min: 2,
      words: ['bore', 'shaft'],
      assume: ({ outer_diameter: outer = 0 }) => ({
        value: Math.max(5, Math.round(outer / 4)),
        reason: 'a quarter of the outside',
      }),
    }),
    count('groove_count', 'Grooves', {
      min: 1,
      max: 12,
      words: ['grooves', 'groove'],
      assume: () => ({ value: 1, reason: 'one belt' }),
    }),
    length('pitch_width', 'Pitch width of the belt section', {
      min: 8.5,
      max: 19,
      words: ['pitch width'],
      sayings: vBeltSections.map(({ name, pitchWidth }) => ({
        called: new RegExp(`\\b${name}\\b`, 'i'),
        value: () => pitchWidth,
        reason: `section ${name} (ISO 4183)`,
      })),
      assume: () => ({ value: 8.5, reason: 'section SPZ, the narrowest of ISO 4183' }),
    }),
    {
      name: 'groove_angle',
      title: 'Groove angle',
      unit: 'deg',
      min: 20,
      max: 60,
      words: ['groove angle'],
      assume: ({ outer_diameter: outer = 0, pitch_width: width }) => {
        const { name, above, steepUpTo } = sectionOf(width);
        const isSteep = outer - 2 * above <= steepUpTo;
        const where = `${isSteep ? 'up to' : 'above'} a pitch diameter of ${steepUpTo} mm`;
        return { value: isSteep ? 34 : 38, reason: `${name} ${where} (ISO 4183)` };
      },
    },
    length('groove_width', 'Groove width at the outside', {
      min: 3,
      max: 60,
      words: ['groove width'],
      assume: ({ pitch_width: width, groove_angle: angle = 38 }) => {
        const { name, pitchWidth, above } = sectionOf(width);
        const atOutside = pitchWidth + 2 * above * Math.tan((angle * Math.PI) / 360);
        const reason = `${name}: ${pitchWidth} mm at the pitch line, ${above} mm below the outside (ISO 4183)`;
        return { value: Number(atOutside.toFixed(2)), reason };
      },
    }),
    length('groove_depth', 'Groove depth', {
      min: 2,
      max: 60,
      words: ['groove depth'],
      assume: ({ pitch_width: width }) => {
        const { name, above, below } = sectionOf(width);
        const reason = `${name}: ${above} mm above and ${below} mm below the pitch line (ISO 4183)`;
        return { value: above + below, reason };
      },
    }),
    length('groove_pitch', 'Between grooves', {
      min: 3,
      max: 80,
      words: ['groove pitch'],
      serves: ['groove_count'],
      assume: ({ pitch_width: width }) => {
        const { name, pitch } = sectionOf(width);
        return { value: pitch, reason: `${name} (ISO 4183)` };
      },
    }),
    length('width', 'Width (Z)', {
      min: 5,
      max: 1000,
      words: ['width', 'wide', 'thick'],
      assume: ({
        groove_count: grooves = 0,
        groove_pitch: pitch = 0,
        groove_width: top = 0,
        pitch_width: width,
      }) => {
        const { name, edge } = sectionOf(width);
        if (top / 2 + 2 > edge)
          return { value: (grooves - 1) * pitch + top + 4, reason: '2 mm beside the outer grooves' };
        const reason = `${name}: ${edge} mm from the last groove to the edge (DIN 2211)`;
        return { value: (grooves - 1) * pitch + 2 * edge, reason };
      },
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    return (
      (circleArea(v.outer_diameter) - circleArea(v.bore)) * v.width - v.groove_count * grooveVolume(values)
    );
  },
  boxMm(values) {
    const v = readValues(values, 'outer_diameter', 'width');
    return [v.outer_diameter, v.outer_diameter, v.width];
  },
};

/** Width of the groove at its bottom, mm. */
export function grooveBottom(values: PartValues): number {
  const v = readValues(values, 'groove_width', 'groove_depth', 'groove_angle');
  return v.groove_width - 2 * v.groove_depth * Math.tan((v.groove_angle * Math.PI) / 360);
}

/** A trapezium turned round the axis: ∫ 2π r w(r) dr from the bottom to the outside. */
function grooveVolume(values: PartValues): number {
  const v = readValues(values, ...names);
  const outer = v.outer_diameter / 2;
  const inner = outer - v.groove_depth;
  const bottom = grooveBottom(values);
  const slope = (v.groove_width - bottom) / v.groove_depth;
  const straight = (bottom - slope * inner) * (outer ** 2 - inner ** 2) * Math.PI;
  return straight + ((2 * Math.PI) / 3) * slope * (outer ** 3 - inner ** 3);
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names, 'pitch_width');
  if (!isPitchWidth(v.pitch_width)) {
    const known = vBeltSections.map(({ name, pitchWidth }) => `${pitchWidth} (${name})`).join(', ');
    return [{ field: 'pitch_width', message: `${v.pitch_width} mm is of no section; known are ${known}` }];
  }
  if (grooveBottom(values) < 0.5)
    return [
      {
        field: 'groove_depth',
        message: `${v.groove_depth} mm at ${v.groove_angle}° brings the flanks together`,
      },
    ];
  if (v.groove_count > 1 && v.groove_pitch < v.groove_width + 0.5)
    return [
      {
        field: 'groove_pitch',
        message: `${v.groove_pitch} mm leaves nothing between grooves of ${v.groove_width} mm`,
      },
    ];
  if ((v.groove_count - 1) * v.groove_pitch + v.groove_width + 1 > v.width)
    return [{ field: 'width', message: `${v.width} mm is too narrow for ${v.groove_count} grooves` }];
  if (v.bore + 4 > v.outer_diameter - 2 * v.groove_depth)
    return [{ field: 'bore', message: `${v.bore} mm leaves no rim below the groove` }];
  return [];
}
