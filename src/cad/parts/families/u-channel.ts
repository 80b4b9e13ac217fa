// A U-channel of bent sheet: web on z = 0, two flanges up along Z, long along X.
import { bentArea, sheetParameters } from '../bent-sheet.ts';
import { type Family, length, readValues } from '../family.ts';

export const uChannel: Family = {
  id: 'u_channel',
  title: 'U-channel',
  example: 'U-channel 40x20x100 mm',
  called: /\b(?:u|c)[\s-]*(?:channels?|brackets?|profiles?|sections?)\b|\bchannels?\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'bent channels are usually mild steel' },
  isBentSheet: true,
  envelope: ['width', 'height', 'length'],
  parameters: [
    length('width', 'Width over the flanges (Y)', { min: 5, words: ['width', 'wide', 'web'] }),
    length('height', 'Height of the flanges (Z)', {
      min: 3,
      words: ['height', 'high', 'flange', 'flanges'],
      assume: ({ width = 0 }) => ({ value: width / 2, reason: 'half of the width, a usual proportion' }),
    }),
    length('length', 'Length (X)', { words: ['length', 'long'] }),
    ...sheetParameters(2),
  ],
  check(values) {
    const v = readValues(values, 'width', 'height', 'thickness', 'bend_radius');
    const bend = v.thickness + v.bend_radius;
    if (2 * bend + 0.5 <= v.width && bend + 0.5 <= v.height) return [];
    const message = `bends of ${v.bend_radius} mm in ${v.thickness} mm leave nothing straight of ${v.width} × ${v.height} mm`;
    return [{ field: 'bend_radius', message }];
  },
  volumeMm3(values) {
    const v = readValues(values, 'width', 'height', 'length', 'thickness', 'bend_radius');
    const sides = [v.height, v.width, v.height];
    return bentArea({ sides, thickness: v.thickness, radius: v.bend_radius }) * v.length;
  },
  boxMm(values) {
    const v = readValues(values, 'length', 'width', 'height');
    return [v.length, v.width, v.height];
  },
};
