// A front panel: plate with screw holes, one rectangular cut-out in its middle and a row of round ones below it.
import {
  circleArea,
  count,
  type Family,
  length,
  type Problem,
  readValues,
  roundedRectangleArea,
} from '../family.ts';
import { checkHoles, holeArea, holeParameters, holePlaces } from '../hole-grid.ts';
import type { PartValues } from '../part-specification.ts';

const names = [
  'width',
  'height',
  'thickness',
  'corner_radius',
  'cutout_width',
  'cutout_height',
  'cutout_radius',
  'button_count',
  'button_diameter',
] as const;

export const frontPanel: Family = {
  id: 'front_panel',
  title: 'Front panel',
  example: 'front panel 200x120x3 mm with a 60x40 mm cut-out and 3 buttons',
  called:
    /\b(?:(?:front|rear|control|instrument|face|rack|connector)[\s-]+(?:panels?|plates?)|panels?\s+with\s+(?:an?\s+)?cut[\s-]?outs?)\b/i,
  usualMaterial: { name: 'Aluminium 5052-H32', reason: 'panels are usually cut from aluminium sheet' },
  envelope: ['width', 'height', 'thickness'],
  insets: [
    {
      called: /cut[\s-]?outs?|windows?|openings?|displays?|screens?/i,
      envelope: ['cutout_width', 'cutout_height'],
    },
  ],
  parameters: [
    length('width', 'Width (X)', { min: 20, words: ['width', 'wide', 'long'] }),
    length('height', 'Height (Y)', { min: 20, words: ['height', 'high', 'tall'] }),
    length('thickness', 'Thickness (Z)', {
      min: 0.5,
      max: 20,
      words: ['thickness', 'thick', 'sheet'],
      assume: () => ({ value: 2, reason: 'a common sheet for panels' }),
    }),
    length('corner_radius', 'Corner radius', {
      min: 0,
      max: 500,
      words: ['corner radius', 'corners'],
      assume: () => ({ value: 2, reason: 'no sharp corners to a hand' }),
    }),
    ...holeParameters(4, 'one screw in each corner'),
    length('cutout_width', 'Cut-out width', {
      min: 0,
      words: ['cutout width', 'cut out width', 'window width', 'opening width'],
      assume: () => ({ value: 0, reason: 'no cut-out was asked for' }),
    }),
    length('cutout_height', 'Cut-out height', {
      min: 0,
      words: ['cutout height', 'cut out height', 'window height', 'opening height'],
      serves: ['cutout_width'],
      assume: ({ cutout_width: wide = 0 }) => ({ value: wide * 0.6, reason: 'three fifths of its width' }),
    }),
    length('cutout_radius', 'Cut-out corner radius', {
      min: 0,
      max: 500,
      words: ['cutout radius', 'cutout corner radius'],
      serves: ['cutout_width'],
      assume: ({ cutout_width: wide = 0 }) => ({
        value: wide === 0 ? 0 : 1,
        reason: 'a milling cutter of 2 mm',
      }),
    }),
    count('button_count', 'Round cut-outs', {
      max: 50,
      words: ['buttons', 'button', 'switches', 'leds', 'round cutouts', 'jacks'],
      assume: () => ({ value: 0, reason: 'none were asked for' }),
    }),
    length('button_diameter', 'Round cut-out diameter', {
      matters: ({ button_count: held = 0 }) => held > 0,
      max: 200,
      words: ['button diameter', 'button holes', 'buttons'],
      serves: ['button_count'],
      assume: () => ({ value: 16, reason: 'the 16 mm series of push buttons' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const area =
      roundedRectangleArea(v.width, v.height, v.corner_radius) -
      roundedRectangleArea(v.cutout_width, v.cutout_height, v.cutout_radius) -
      v.button_count * circleArea(v.button_diameter) -
      holeArea(values);
    return area * v.thickness;
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'height', 'thickness');
    return [v.width, v.height, v.thickness];
  },
};

/** Centres of the round cut-outs: one row midway between the cut-out, or the middle, and the lower edge; mm from the middle. */
export function buttonPlaces(values: PartValues): { readonly x: number; readonly y: number }[] {
  const v = readValues(values, ...names);
  const y = -(v.height / 2 + v.cutout_height / 2) / 2;
  const pitch = (v.width * 0.8) / Math.max(1, v.button_count);
  return Array.from({ length: v.button_count }, (_, index) => ({
    x: (index - (v.button_count - 1) / 2) * pitch,
    y,
  }));
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const fits = { width: v.width, height: v.height, cornerRadius: v.corner_radius };
  if (2 * v.corner_radius > Math.min(v.width, v.height))
    return [
      { field: 'corner_radius', message: `${v.corner_radius} mm is more than half of the shorter side` },
    ];
  const holes = checkHoles(values, fits);
  if (holes.length > 0) return holes;
  return [...checkCutout(values), ...checkButtons(values)];
}

function checkCutout(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.cutout_width === 0 || v.cutout_height === 0) {
    if (v.cutout_width === v.cutout_height && v.cutout_radius === 0) return [];
    return [{ field: 'cutout_height', message: 'a cut-out has a width, a height, or neither' }];
  }
  if (2 * v.cutout_radius > Math.min(v.cutout_width, v.cutout_height))
    return [{ field: 'cutout_radius', message: `${v.cutout_radius} mm is more than half of the cut-out` }];
  const isInside = v.cutout_width + 2 <= v.width && v.cutout_height + 2 <= v.height;
  if (isInside && holesOf(values).every((hole) => isBesideCutout(hole, v))) return [];
  const size = `${v.cutout_width} × ${v.cutout_height} mm`;
  return [{ field: 'cutout_width', message: `a cut-out of ${size} does not fit between the screws` }];
}

function checkButtons(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.button_count === 0) return [];
  const buttons = buttonPlaces(values).map((place) => ({ ...place, diameter: v.button_diameter }));
  const holes = holesOf(values);
  const pitch = (v.width * 0.8) / v.button_count;
  const areFree = buttons.every(
    (button) =>
      isBesideCutout(button, v) &&
      Math.abs(button.y) + v.button_diameter / 2 + 1 <= v.height / 2 &&
      holes.every(
        (hole) =>
          Math.hypot(hole.x - button.x, hole.y - button.y) >= (hole.diameter + button.diameter) / 2 + 0.5,
      ),
  );
  if (areFree && v.button_diameter + 1 <= pitch) return [];
  const message = `${v.button_count} round cut-outs of Ø${v.button_diameter} mm do not fit below the middle`;
  return [{ field: 'button_count', message }];
}

interface RoundHole {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
}

function holesOf(values: PartValues): RoundHole[] {
  const { width, height, hole_diameter: diameter } = readValues(values, 'width', 'height', 'hole_diameter');
  return holePlaces(values, width, height).map((place) => ({ ...place, diameter }));
}

/** Half a millimetre and more away from the rectangular cut-out, if there is one. */
function isBesideCutout(
  { x, y, diameter }: RoundHole,
  cutout: Record<'cutout_width' | 'cutout_height', number>,
): boolean {
  if (cutout.cutout_width === 0) return true;
  const [overX, overY] = [Math.abs(x) - cutout.cutout_width / 2, Math.abs(y) - cutout.cutout_height / 2];
  return Math.hypot(Math.max(0, overX), Math.max(0, overY)) >= diameter / 2 + 0.5;
}
