// A regular grid of holes on a rectangle: how many rows and columns, and where each hole is.
import { circleArea, count, length, type ParameterDefinition, type Problem, readValues } from './family.ts';
import type { PartValues } from './part-specification.ts';

export interface HolePlace {
  readonly x: number;
  readonly y: number;
}

/** Rows and columns whose product is `holes`, as near to square as it can be, more columns than rows. */
export function gridOf(holes: number): { rows: number; columns: number } {
  if (holes <= 0) return { rows: 0, columns: 0 };
  let rows = Math.floor(Math.sqrt(holes));
  while (holes % rows !== 0) rows -= 1;
  return { rows, columns: holes / rows };
}

/** Centres of `hole_count` holes whose outer ones are `hole_edge_distance` from the edges of width × height, origin in the middle. */
export function holePlaces(values: PartValues, width: number, height: number): HolePlace[] {
  const { hole_count: holes, hole_edge_distance: edge } = readValues(
    values,
    'hole_count',
    'hole_edge_distance',
  );
  const long = width >= height;
  const grid = gridOf(holes);
  const [columns, rows] = long ? [grid.columns, grid.rows] : [grid.rows, grid.columns];
  const at = (index: number, of: number, size: number): number =>
    of === 1 ? 0 : -size / 2 + edge + (index * (size - 2 * edge)) / (of - 1);
  const places: HolePlace[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      places.push({ x: at(column, columns, width), y: at(row, rows, height) });
    }
  }
  return places;
}

/** The three parameters of a hole grid; `keepOff` is how far from the edges something else reaches, mm. */
export function holeParameters(
  defaultCount: number,
  why: string,
  keepOff: (known: PartValues) => number = () => 0,
): ParameterDefinition[] {
  return [
    count('hole_count', 'Holes', {
      assume: () => ({ value: defaultCount, reason: why }),
      words: ['holes', 'hole'],
    }),
    length('hole_diameter', 'Hole diameter', {
      max: 500,
      matters: hasHoles,
      words: ['hole diameter', 'holes'],
      assume: () => ({ value: 4.5, reason: 'clearance for M4 screws, ISO 273 medium' }),
    }),
    length('hole_edge_distance', 'Hole centre to edge', {
      max: 2500,
      matters: hasHoles,
      words: [
        'edge distance',
        'from the edge',
        'from the edges',
        'from edge',
        'from edges',
        'from each edge',
        'margin',
      ],
      assume: (known) => {
        const { hole_diameter: d = 4.5, corner_radius: radius = 0 } = known;
        const usual = Math.max(8, 2 * d);
        const least = Math.max(keepOff(known) + d / 2, radius - (radius - d / 2 - 0.5) / Math.SQRT2) + 1;
        return usual >= least
          ? { value: usual, reason: 'two hole diameters, at least 8 mm, keep the edge from tearing out' }
          : {
              value: Math.ceil(least * 2) / 2,
              reason: 'clear of the corners and of what stands at the edge',
            };
      },
    }),
  ];
}

function hasHoles({ hole_count: holes = 0 }: PartValues): boolean {
  return holes > 0;
}

/** Holes that leave the plate, run into each other or into the outline. */
export function checkHoles(
  values: PartValues,
  { width, height, cornerRadius = 0 }: { width: number; height: number; cornerRadius?: number },
): Problem[] {
  const {
    hole_count: holes,
    hole_diameter: d,
    hole_edge_distance: edge,
  } = readValues(values, 'hole_count', 'hole_diameter', 'hole_edge_distance');
  if (holes === 0) return [];
  if (!Number.isInteger(holes)) return [{ field: 'hole_count', message: 'must be a whole number' }];
  if (edge < d / 2 + 0.5) {
    return [
      {
        field: 'hole_edge_distance',
        message: `${edge} mm leaves no material between a Ø${d} mm hole and the edge`,
      },
    ];
  }
  const places = holePlaces(values, width, height);
  const outside = places.some(
    ({ x, y }) => Math.abs(x) > width / 2 - d / 2 - 0.5 || Math.abs(y) > height / 2 - d / 2 - 0.5,
  );
  const touching = nearestDistance(places) < d + 0.5;
  const cornered = places.some(({ x, y }) => {
    const [overX, overY] = [
      Math.abs(x) - (width / 2 - cornerRadius),
      Math.abs(y) - (height / 2 - cornerRadius),
    ];
    return overX > 0 && overY > 0 && Math.hypot(overX, overY) + d / 2 + 0.5 > cornerRadius;
  });
  if (cornered) {
    return [
      {
        field: 'hole_edge_distance',
        message: `a hole ${edge} mm from the edges falls into the corner radius of ${cornerRadius} mm`,
      },
    ];
  }
  if (!outside && !touching) return [];
  return [
    { field: 'hole_count', message: `${holes} holes of Ø${d} mm do not fit on ${width} × ${height} mm` },
  ];
}

function nearestDistance(places: readonly HolePlace[]): number {
  const differences = (values: number[]): number => {
    const sorted = [...new Set(values)].sort((a, b) => a - b);
    return Math.min(Infinity, ...sorted.slice(1).map((value, index) => value - (sorted[index] ?? value)));
  };
  return Math.min(differences(places.map(({ x }) => x)), differences(places.map(({ y }) => y)));
}

/** Area all holes of the grid take away, mm². */
export function holeArea(values: PartValues): number {
  const { hole_count: holes, hole_diameter: d } = readValues(values, 'hole_count', 'hole_diameter');
  return holes * circleArea(d);
}
