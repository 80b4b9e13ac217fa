// A wall-mount bracket: a back plate on the wall (XY), two shelves standing out along Z, filleted inside, with a cable opening.
import { type Family, length, type Problem, readValues, roundedRectangleArea } from '../family.ts';
import { checkHoles, holeArea, holeParameters } from '../hole-grid.ts';
import type { PartValues } from '../part-specification.ts';

const names = [
  'width',
  'height',
  'depth',
  'wall',
  'inner_fillet',
  'corner_radius',
  'opening_width',
  'opening_height',
] as const;
const opening = (size: number): number => Math.round(size * 0.3);

export const wallMountBracket: Family = {
  id: 'wall_mount_bracket',
  title: 'Wall-mount bracket',
  example: 'wall-mount bracket 100x80x20 mm, ABS',
  called:
    /\b(wall[\s_-]*mount(ed|ing)?|(mounting|wall|thermostat|sensor)\s+bracket|wall\s+holder)\b|\bbracket\b/i,
  envelope: ['width', 'height', 'depth'],
  parameters: [
    length('width', 'Width (X)', { min: 20, words: ['width', 'wide'] }),
    length('height', 'Height on the wall (Y)', {
      min: 20,
      words: ['height', 'high', 'tall'],
      assume: ({ width = 0 }) => ({
        value: Math.round(width * 0.8),
        reason: 'four fifths of the width, a usual proportion',
      }),
    }),
    length('depth', 'Depth off the wall (Z)', {
      min: 4,
      words: ['depth', 'deep', 'projection'],
      assume: () => ({ value: 20, reason: 'room for a 16 mm plug behind the device' }),
    }),
    length('wall', 'Wall thickness', {
      min: 0.8,
      max: 100,
      words: ['wall thickness', 'wall', 'thickness', 'thick'],
      assume: () => ({
        value: 3,
        reason: 'stiff enough for hand loads, and within the 1.2 to 3.5 mm that moulding guides give for ABS',
      }),
    }),
    length('inner_fillet', 'Inner fillet', {
      min: 0,
      max: 200,
      words: ['inner fillet', 'fillet', 'fillets', 'inside radius'],
      assume: ({ wall = 3 }) => ({
        value: wall * 0.5,
        reason: 'half the wall: the least that moulding guides ask of inside corners',
      }),
    }),
    length('corner_radius', 'Corner radius', {
      min: 0,
      max: 500,
      words: ['corner radius', 'corner radii', 'corners', 'rounded corners'],
      assume: ({ width = 0, height = 0 }) => ({
        value: Math.min(6, Math.floor(Math.min(width, height) / 10)),
        reason: 'no sharp corners to a hand',
      }),
    }),
    ...holeParameters(
      4,
      'one screw in each corner of the back plate',
      ({ wall = 3, inner_fillet: fillet = 0 }) => wall + fillet,
    ),
    length('opening_width', 'Cable opening width', {
      min: 0,
      words: ['opening width', 'cable opening'],
      assume: ({ width = 0 }) => ({
        value: opening(width),
        reason: 'passage for cables in the middle, 30 % of the width',
      }),
    }),
    length('opening_height', 'Cable opening height', {
      min: 0,
      words: ['opening height'],
      assume: ({ height = 0 }) => ({ value: opening(height), reason: '30 % of the height' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const plate = roundedRectangleArea(v.width, v.height, v.corner_radius) - holeArea(values);
    const shelf = v.wall * (v.depth - v.wall) + (1 - Math.PI / 4) * v.inner_fillet ** 2;
    return (plate - openingArea(values)) * v.wall + 2 * shelf * shelfLength(values);
  },
  boxMm(values) {
    const { width, height, depth } = readValues(values, 'width', 'height', 'depth');
    return [width, height, depth];
  },
};

/** The shelves end where the corners begin, so that both keep their full size. */
export function shelfLength(values: PartValues): number {
  const { width, corner_radius: radius } = readValues(values, 'width', 'corner_radius');
  return width - 2 * radius;
}

/** Radius of the opening's corners. */
export function openingRadius(values: PartValues): number {
  const { opening_width: width, opening_height: height } = readValues(
    values,
    'opening_width',
    'opening_height',
  );
  return Math.min(3, width / 4, height / 4);
}

function openingArea(values: PartValues): number {
  const { opening_width: width, opening_height: height } = readValues(
    values,
    'opening_width',
    'opening_height',
  );
  return width === 0 || height === 0 ? 0 : roundedRectangleArea(width, height, openingRadius(values));
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.depth <= v.wall)
    return [{ field: 'depth', message: `${v.depth} mm must be more than the wall of ${v.wall} mm` }];
  if (2 * (v.wall + v.inner_fillet) >= v.height) {
    return [
      { field: 'wall', message: `two walls of ${v.wall} mm leave nothing of a height of ${v.height} mm` },
    ];
  }
  if (v.inner_fillet + 0.05 > v.depth - v.wall)
    return [{ field: 'inner_fillet', message: `${v.inner_fillet} mm is as much as the shelf stands out` }];
  if (2 * v.corner_radius >= Math.min(v.width, v.height) - 2) {
    return [{ field: 'corner_radius', message: `${v.corner_radius} mm leaves no straight edge` }];
  }
  const holes = checkHoles(values, { width: v.width, height: v.height, cornerRadius: v.corner_radius });
  return holes.length > 0 ? holes : [...checkShelfClearance(values), ...checkOpening(values)];
}

function checkShelfClearance(values: PartValues): Problem[] {
  const {
    hole_count: holes,
    hole_diameter: d,
    hole_edge_distance: edge,
    wall,
    inner_fillet: fillet,
  } = readValues(values, 'hole_count', 'hole_diameter', 'hole_edge_distance', 'wall', 'inner_fillet');
  if (holes === 0 || edge - d / 2 >= wall + fillet) return [];
  return [
    {
      field: 'hole_edge_distance',
      message: `a Ø${d} mm hole ${edge} mm from the edge runs into the shelf (${wall + fillet} mm)`,
    },
  ];
}

function checkOpening(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const {
    hole_count: holes,
    hole_diameter: d,
    hole_edge_distance: edge,
  } = readValues(values, 'hole_count', 'hole_diameter', 'hole_edge_distance');
  const reach = holes === 0 ? v.wall + v.inner_fillet : edge + d / 2;
  if (v.opening_width === 0 || v.opening_height === 0) return [];
  if (v.opening_height / 2 > v.height / 2 - reach - 1) {
    return [{ field: 'opening_height', message: `${v.opening_height} mm runs into the holes or shelves` }];
  }
  if (v.opening_width / 2 > v.width / 2 - v.corner_radius - 2) {
    return [{ field: 'opening_width', message: `${v.opening_width} mm is too wide for the plate` }];
  }
  return holes > 4 || (holes > 0 && holes < 4) ? checkInnerHoles(values) : [];
}

/** Grids other than four corners may put a hole into the middle rows. */
function checkInnerHoles(values: PartValues): Problem[] {
  const { hole_count: holes } = readValues(values, 'hole_count');
  return holes === 2 || holes === 6 || holes === 8
    ? []
    : [
        {
          field: 'hole_count',
          message: `${holes} holes would meet the cable opening; 2, 4, 6 or 8 fit, or set opening_width to 0`,
        },
      ];
}
