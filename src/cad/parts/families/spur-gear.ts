// A spur gear with involute flanks round Z: module, teeth, pressure angle by ISO 53; roots without fillets.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import { involuteGear } from '../involute-gear.ts';
import type { PartValues } from '../part-specification.ts';

const names = ['module', 'teeth', 'pressure_angle', 'face_width', 'bore'] as const;

export const spurGear: Family = {
  id: 'spur_gear',
  title: 'Spur gear',
  example: 'spur gear module 2, 24 teeth, bore 10 mm',
  called: /\b(?:(?:spur|involute)\s+)?(?:gears?|gear\s*wheels?|pinions?)\b/i,
  usualMaterial: { name: 'POM', reason: 'small gears are usually POM or steel' },
  envelope: ['module', 'teeth', 'face_width'],
  // Flanks are curves through exact points of the involute.
  volumeTolerance: 1e-4,
  parameters: [
    length('module', 'Module', {
      min: 0.2,
      max: 25,
      words: ['module', 'mod'],
      sayings: [
        {
          called:
            /\b(?:DP|diametral pitch)\s?(?:of|is|=|:)?\s?(\d{1,3}(?:\.\d{1,3})?)|\b(\d{1,3}(?:\.\d{1,3})?)\s?(?:DP\b|diametral pitch)/i,
          value: (pitch) => 25.4 / pitch,
          reason: '25.4 mm over the diametral pitch, teeth per inch of the pitch diameter (ISO 54)',
        },
        {
          called: /\bm\s?(\d{1,2}(?:[.,]\d{1,2})?)\b(?!m)/,
          value: (module) => module,
          reason: 'm is the module',
        },
      ],
      assume: () => ({ value: 1, reason: 'module 1, the first of the preferred series of ISO 54' }),
    }),
    count('teeth', 'Teeth', {
      min: 12,
      max: 300,
      words: ['teeth', 'tooth'],
      sayings: [
        { called: /\bz\s?=?\s?(\d{1,3})\b/i, value: (teeth) => teeth, reason: 'z is the number of teeth' },
      ],
    }),
    {
      name: 'pressure_angle',
      title: 'Pressure angle',
      unit: 'deg',
      min: 14.5,
      max: 25,
      words: ['pressure angle'],
      assume: () => ({
        value: 20,
        reason: 'ISO 53; roots have no fillet, and teeth below 17 no undercut, in this model',
      }),
    },
    length('face_width', 'Face width (Z)', {
      min: 0.5,
      max: 500,
      words: ['face width', 'width', 'wide', 'thick', 'thickness', 'face'],
      assume: ({ module = 0 }) => ({ value: 10 * module, reason: 'ten modules, a usual width' }),
    }),
    length('bore', 'Bore', {
      min: 0.5,
      max: 5000,
      words: ['bore', 'shaft', 'hole'],
      assume: ({ module = 0, teeth = 0 }) => ({
        value: Math.max(1, Math.round(module * teeth * 0.3)),
        reason: 'three tenths of the pitch diameter',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    return (involuteGear(v.module, v.teeth, v.pressure_angle).areaMm2 - circleArea(v.bore)) * v.face_width;
  },
  boxMm(values) {
    const v = readValues(values, ...names);
    const { reach } = involuteGear(v.module, v.teeth, v.pressure_angle);
    return [reach.x, reach.y, v.face_width];
  },
};

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const { root, tipWidthMm } = involuteGear(v.module, v.teeth, v.pressure_angle);
  if (tipWidthMm < 0.1 * v.module)
    return [{ field: 'teeth', message: `${v.teeth} teeth at ${v.pressure_angle}° come to a point` }];
  if (v.bore + 2 * v.module > 2 * root)
    return [{ field: 'bore', message: `${v.bore} mm leaves no rim below teeth of module ${v.module}` }];
  return [];
}
