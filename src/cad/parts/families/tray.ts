// An open tray: a box with rounded upright edges, hollow from above.
import { type Family, length, readValues, roundedRectangleArea } from '../family.ts';
import type { PartValues } from '../part-specification.ts';

export const tray: Family = {
  id: 'tray',
  title: 'Open tray',
  example: 'tray 100x60x30 mm',
  called: /\b(?:open\s+)?(?:trays?|bins?)\b|\bopen[\s-]+(?:top(?:ped)?\s+)?box(?:es)?\b|\bbox(?:es)?\b/i,
  envelope: ['width', 'depth', 'height'],
  parameters: [
    length('width', 'Width (X)', { min: 5, words: ['width', 'wide', 'long', 'length'] }),
    length('depth', 'Depth (Y)', { min: 5, words: ['depth', 'deep'] }),
    length('height', 'Height (Z)', { min: 2, words: ['height', 'high', 'tall'] }),
    length('wall', 'Wall thickness', {
      min: 0.4,
      max: 100,
      words: ['wall thickness', 'walls', 'wall', 'thickness', 'thick'],
      assume: () => ({ value: 2, reason: 'within the 1.2 to 3.5 mm that moulding guides give for ABS' }),
    }),
    length('floor', 'Floor thickness', {
      min: 0.4,
      max: 100,
      words: ['floor thickness', 'floor', 'bottom'],
      assume: ({ wall = 2 }) => ({ value: wall, reason: 'as thick as the wall: even walls cool evenly' }),
    }),
    length('corner_radius', 'Outer corner radius', {
      min: 0,
      max: 1000,
      words: ['corner radius', 'corner radii', 'corners', 'rounded corners'],
      assume: ({ width = 0, depth = 0 }) => ({
        value: Math.min(6, Math.floor(Math.min(width, depth) / 10)),
        reason: 'no sharp corners to a hand',
      }),
    }),
  ],
  check(values) {
    const v = readValues(values, 'width', 'depth', 'height', 'wall', 'floor', 'corner_radius');
    const shorter = Math.min(v.width, v.depth);
    if (2 * v.wall + 1 > shorter)
      return [{ field: 'wall', message: `${v.wall} mm leaves no room inside ${v.width} × ${v.depth} mm` }];
    if (v.floor + 0.5 > v.height)
      return [{ field: 'floor', message: `${v.floor} mm leaves no room below a height of ${v.height} mm` }];
    if (2 * v.corner_radius + 0.5 <= shorter) return [];
    return [{ field: 'corner_radius', message: `${v.corner_radius} mm leaves no straight side` }];
  },
  volumeMm3(values) {
    const v = readValues(values, 'width', 'depth', 'height', 'wall', 'floor', 'corner_radius');
    const outer = roundedRectangleArea(v.width, v.depth, v.corner_radius);
    const inner = roundedRectangleArea(v.width - 2 * v.wall, v.depth - 2 * v.wall, innerRadius(values));
    return outer * v.height - inner * (v.height - v.floor);
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'depth', 'height');
    return [v.width, v.depth, v.height];
  },
};

/** Radius of the hollow's corners: the wall is even around them, or the corner is sharp. */
export function innerRadius(values: PartValues): number {
  const { corner_radius: radius, wall } = readValues(values, 'corner_radius', 'wall');
  return Math.max(0, radius - wall);
}
