// A flat plate with rounded corners and a grid of through holes, thickness along Z.
import { type Family, length, readValues, roundedRectangleArea } from '../family.ts';
import { checkHoles, holeArea, holeParameters } from '../hole-grid.ts';

export const flatPlate: Family = {
  id: 'flat_plate',
  title: 'Flat plate',
  example: 'flat plate 100x80x5 mm with four M5 holes',
  called: /\b(flat\s+)?(plate|panel|sheet|blank|cover plate|base ?plate|mounting plate|adapter plate)\b/i,
  envelope: ['width', 'depth', 'thickness'],
  parameters: [
    length('width', 'Width (X)', { words: ['width', 'wide', 'long', 'length'] }),
    length('depth', 'Depth (Y)', {
      words: ['depth', 'deep', 'height', 'high'],
      assume: ({ width = 0 }) => ({ value: width, reason: 'only one size was given: taken as square' }),
    }),
    length('thickness', 'Thickness (Z)', {
      max: 500,
      words: ['thickness', 'thick', 'gauge'],
      assume: () => ({ value: 5, reason: 'a common stock thickness (EN 10029 and EN 485 plates)' }),
    }),
    length('corner_radius', 'Corner radius', {
      min: 0,
      max: 2500,
      words: ['corner radius', 'corner radii', 'corners', 'rounded corners'],
      assume: () => ({ value: 0, reason: 'no corner radius was asked for' }),
    }),
    ...holeParameters(0, 'no holes were asked for'),
  ],
  check(values) {
    const { width, depth, corner_radius: radius } = readValues(values, 'width', 'depth', 'corner_radius');
    if (2 * radius > Math.min(width, depth)) {
      return [{ field: 'corner_radius', message: `${radius} mm is more than half of the shorter side` }];
    }
    return checkHoles(values, { width, height: depth, cornerRadius: radius });
  },
  volumeMm3(values) {
    const {
      width,
      depth,
      thickness,
      corner_radius: radius,
    } = readValues(values, 'width', 'depth', 'thickness', 'corner_radius');
    return (roundedRectangleArea(width, depth, radius) - holeArea(values)) * thickness;
  },
  boxMm(values) {
    const { width, depth, thickness } = readValues(values, 'width', 'depth', 'thickness');
    return [width, depth, thickness];
  },
};
