// A gusset: a right-angled triangle of plate, its square corner cut off for the weld behind it.
import { type Family, length, readValues } from '../family.ts';

export const gusset: Family = {
  id: 'gusset',
  title: 'Gusset plate',
  example: 'gusset 50x40x5 mm',
  called: /\b(?:triangular\s+)?gussets?(?:\s+plates?)?\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'gussets are usually welded mild steel' },
  envelope: ['base', 'height', 'thickness'],
  parameters: [
    length('base', 'Base (X)', { min: 5, words: ['base', 'width', 'wide', 'legs', 'leg'] }),
    length('height', 'Height (Y)', {
      min: 5,
      words: ['height', 'high', 'tall'],
      assume: ({ base = 0 }) => ({ value: base, reason: 'equal legs, as only one was given' }),
    }),
    length('thickness', 'Thickness (Z)', {
      max: 200,
      words: ['thickness', 'thick'],
      assume: () => ({ value: 5, reason: 'a common plate thickness' }),
    }),
    length('corner_cut', 'Corner cut-off', {
      min: 0,
      max: 2000,
      words: ['corner cut', 'snipe', 'cut-off'],
      assume: ({ base = 0, height = 0 }) => ({
        value: Math.round(Math.min(base, height) / 8),
        reason: 'an eighth of the shorter leg, so that the weld behind can pass',
      }),
    }),
  ],
  check(values) {
    const { base, height, corner_cut: cut } = readValues(values, 'base', 'height', 'corner_cut');
    if (cut + 1 <= Math.min(base, height)) return [];
    return [{ field: 'corner_cut', message: `${cut} mm leaves nothing of the shorter leg` }];
  },
  volumeMm3(values) {
    const v = readValues(values, 'base', 'height', 'thickness', 'corner_cut');
    return ((v.base * v.height - v.corner_cut ** 2) / 2) * v.thickness;
  },
  boxMm(values) {
    const v = readValues(values, 'base', 'height', 'thickness');
    return [v.base, v.height, v.thickness];
  },
};
