// An extruded heat sink: a base on z = 0 and even fins along Y.
import { count, type Family, length, readValues } from '../family.ts';

export const heatSink: Family = {
  id: 'heat_sink',
  title: 'Heat sink',
  example: 'heat sink 60x40x25 mm, 10 fins',
  called: /\b(?:finned\s+)?heat[\s-]*sinks?\b/i,
  usualMaterial: { name: 'Aluminium 6061-T6', reason: 'heat sinks are usually extruded aluminium' },
  envelope: ['width', 'length', 'height'],
  parameters: [
    length('width', 'Width across the fins (X)', { min: 5, words: ['width', 'wide'] }),
    length('length', 'Length of the fins (Y)', {
      min: 2,
      words: ['length', 'long', 'depth', 'deep'],
      assume: ({ width = 0 }) => ({ value: width, reason: 'only one size was given: taken as square' }),
    }),
    length('height', 'Height over all (Z)', {
      min: 3,
      words: ['height', 'high', 'tall'],
      assume: ({ width = 0 }) => ({ value: width / 2, reason: 'half of the width, a usual proportion' }),
    }),
    length('base', 'Base thickness', {
      min: 0.5,
      max: 100,
      words: ['base thickness', 'base'],
      assume: ({ height = 0 }) => ({ value: Math.max(1.5, height / 8), reason: 'an eighth of the height' }),
    }),
    count('fin_count', 'Fins', {
      min: 2,
      max: 200,
      words: ['fins', 'fin'],
      assume: ({ width = 0 }) => ({
        value: Math.max(2, Math.round(width / 6)),
        reason: 'one per 6 mm, as natural convection wants gaps of about 5 mm',
      }),
    }),
    length('fin_thickness', 'Fin thickness', {
      min: 0.3,
      max: 50,
      words: ['fin thickness'],
      assume: () => ({ value: 1.5, reason: 'what extruders make without effort' }),
    }),
  ],
  check(values) {
    const v = readValues(values, 'width', 'height', 'base', 'fin_count', 'fin_thickness');
    if (v.base + 1 > v.height)
      return [{ field: 'base', message: `${v.base} mm leaves no fins in a height of ${v.height} mm` }];
    if ((v.width - v.fin_count * v.fin_thickness) / (v.fin_count - 1) >= 0.5) return [];
    const message = `${v.fin_count} fins of ${v.fin_thickness} mm leave no gaps in ${v.width} mm`;
    return [{ field: 'fin_count', message }];
  },
  volumeMm3(values) {
    const v = readValues(values, 'width', 'length', 'height', 'base', 'fin_count', 'fin_thickness');
    return (v.width * v.base + v.fin_count * v.fin_thickness * (v.height - v.base)) * v.length;
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'length', 'height');
    return [v.width, v.length, v.height];
  },
};
