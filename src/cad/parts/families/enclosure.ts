// A two-part enclosure: box with four screw posts, and a lid on it; optional gasket groove in the lid and vents in the back.
import {
  circleArea,
  count,
  type Family,
  length,
  type Problem,
  readValues,
  roundedRectangleArea,
} from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { sizesOfThread } from '../thread-sizes.ts';

const names = [
  'width',
  'depth',
  'height',
  'wall',
  'corner_radius',
  'post_diameter',
  'post_hole',
  'screw_hole',
  'groove_width',
  'groove_depth',
  'vent_count',
  'vent_width',
  'vent_height',
] as const;
/** Clear air between a post and the walls, mm: it keeps sink marks off the outside. */
const air = 1;
/** Of the holes in the posts, from their top, mm. */
export const postHoleDepth = 8;

export const enclosure: Family = {
  id: 'enclosure',
  title: 'Enclosure with lid',
  example: 'enclosure 120x80x40 mm, gasket groove 1 mm, 4 vents',
  called:
    /\b(?:electronics?\s+|project\s+)?(?:enclosures?|housings?|(?:device|instrument)\s+cases?|project\s+box(?:es)?|junction\s+box(?:es)?)\b/i,
  envelope: ['width', 'depth', 'height'],
  parameters: [
    length('width', 'Width (X)', { min: 20, words: ['width', 'wide', 'long', 'length'] }),
    length('depth', 'Depth (Y)', { min: 20, words: ['depth', 'deep'] }),
    length('height', 'Height with lid (Z)', { min: 12, words: ['height', 'high', 'tall'] }),
    length('wall', 'Wall', {
      min: 0.8,
      max: 20,
      words: ['wall', 'walls', 'wall thickness'],
      assume: () => ({ value: 2.5, reason: 'within the 1.2 to 3.5 mm that moulding guides give for ABS' }),
    }),
    length('corner_radius', 'Outer corner radius', {
      min: 0,
      max: 500,
      words: ['corner radius', 'corners'],
      assume: ({ wall = 0 }) => ({
        value: wall + 1,
        reason: 'a wall and 1 mm, so that the inside is round as well',
      }),
    }),
    length('thread', 'Lid screws', {
      isThread: true,
      min: 2,
      max: 12,
      words: ['screws'],
      serves: ['post_diameter', 'post_hole', 'screw_hole'],
      assume: () => ({ value: 3, reason: 'M3, the usual screw for small lids' }),
    }),
    length('post_hole', 'Hole in the posts', {
      max: 20,
      words: ['post hole'],
      assume: ({ thread }) => ({
        value: sizesOfThread(thread).tapDrill,
        reason: 'tap drill of the screw, ISO 2306',
      }),
    }),
    length('post_diameter', 'Post diameter', {
      max: 60,
      words: ['post diameter', 'boss diameter'],
      assume: ({ post_hole: hole = 0 }) => ({
        value: 2.4 * hole,
        reason: 'about twice its hole, as moulding guides ask',
      }),
    }),
    length('screw_hole', 'Hole in the lid', {
      max: 20,
      words: ['screw hole'],
      assume: ({ thread }) => ({
        value: sizesOfThread(thread).clearance,
        reason: 'clearance for the screw, ISO 273 medium',
      }),
    }),
    length('groove_depth', 'Gasket groove depth', {
      min: 0,
      max: 10,
      words: ['gasket groove depth', 'groove depth', 'gasket groove', 'groove'],
      assume: () => ({ value: 0, reason: 'no gasket was asked for' }),
    }),
    length('groove_width', 'Gasket groove width', {
      matters: ({ groove_depth: held = 0 }) => held > 0,
      max: 20,
      words: ['gasket groove width', 'groove width'],
      serves: ['groove_depth'],
      assume: ({ wall = 0 }) => ({
        value: wall * 0.5,
        reason: 'half of the wall, which then seals on both sides',
      }),
    }),
    count('vent_count', 'Vents', {
      max: 100,
      words: ['vents', 'vent slots', 'slots'],
      assume: () => ({ value: 0, reason: 'no vents were asked for' }),
    }),
    length('vent_width', 'Vent width', {
      matters: ({ vent_count: held = 0 }) => held > 0,
      max: 50,
      words: ['vent width'],
      serves: ['vent_count'],
      assume: () => ({ value: 2, reason: 'no finger and little dust gets in' }),
    }),
    length('vent_height', 'Vent height', {
      matters: ({ vent_count: held = 0 }) => held > 0,
      max: 500,
      words: ['vent height'],
      serves: ['vent_count'],
      assume: ({ height = 0 }) => ({ value: height * 0.4, reason: 'two fifths of the height' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const outer = roundedRectangleArea(v.width, v.depth, v.corner_radius);
    const { inside, innerRadius, boxHeight, posts, holes } = insideOf(values);
    const inner = roundedRectangleArea(inside[0], inside[1], innerRadius);
    const walls = outer * v.wall + (outer - inner) * (boxHeight - v.wall);
    const vents = v.vent_count * v.vent_width * v.vent_height * v.wall;
    const lid = (outer - 4 * circleArea(v.screw_hole)) * v.wall - grooveArea(values) * v.groove_depth;
    return walls + posts - holes - vents + lid;
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'depth', 'height');
    return [v.width, v.depth, v.height];
  },
};

/** Where the posts stand from the middle, and what is inside the walls, mm and mm³. */
export function insideOf(values: PartValues) {
  const v = readValues(values, ...names);
  const inside = [v.width - 2 * v.wall, v.depth - 2 * v.wall] as const;
  const boxHeight = v.height - v.wall;
  const postHeight = boxHeight - v.wall;
  const post = { x: inside[0] / 2 - air - v.post_diameter / 2, y: inside[1] / 2 - air - v.post_diameter / 2 };
  return {
    inside,
    innerRadius: Math.max(0, v.corner_radius - v.wall),
    boxHeight,
    post,
    posts: 4 * circleArea(v.post_diameter) * postHeight,
    holes: 4 * circleArea(v.post_hole) * Math.min(postHoleDepth, postHeight),
  };
}

/** The groove runs along the middle of the wall: its outer and inner outline, width, depth and corner radius in mm. */
export function grooveOutlines(values: PartValues) {
  const v = readValues(values, 'width', 'depth', 'wall', 'corner_radius', 'groove_width');
  const outline = (inset: number) => ({
    width: v.width - 2 * inset,
    depth: v.depth - 2 * inset,
    radius: Math.max(0, v.corner_radius - inset),
  });
  return { outer: outline((v.wall - v.groove_width) / 2), inner: outline((v.wall + v.groove_width) / 2) };
}

function grooveArea(values: PartValues): number {
  const { outer, inner } = grooveOutlines(values);
  return (
    roundedRectangleArea(outer.width, outer.depth, outer.radius) -
    roundedRectangleArea(inner.width, inner.depth, inner.radius)
  );
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const { inside, innerRadius, boxHeight, post } = insideOf(values);
  if (2 * v.corner_radius > Math.min(v.width, v.depth) - 1)
    return [
      { field: 'corner_radius', message: `${v.corner_radius} mm is more than half of the shorter side` },
    ];
  if (boxHeight - v.wall < 5)
    return [{ field: 'wall', message: `${v.wall} mm leaves no room inside a height of ${v.height} mm` }];
  if (v.post_hole + 0.8 > v.post_diameter)
    return [
      {
        field: 'post_diameter',
        message: `${v.post_diameter} mm leaves no wall round a Ø${v.post_hole} mm hole`,
      },
    ];
  const [reach, bend] = [v.post_diameter / 2 + 0.5, innerRadius];
  const over = [inside[0] / 2 - bend - post.x, inside[1] / 2 - bend - post.y].map((gap) => -gap);
  const isInCorner = over.every((one) => one > 0) && Math.hypot(...over) + reach > bend;
  if (post.x < v.post_diameter || post.y < v.post_diameter || isInCorner)
    return [
      {
        field: 'post_diameter',
        message: `posts of Ø${v.post_diameter} mm do not fit inside the walls and corners`,
      },
    ];
  if (v.screw_hole / 2 + 0.5 > v.width / 2 - post.x || v.screw_hole >= v.post_diameter)
    return [{ field: 'screw_hole', message: `${v.screw_hole} mm is wider than the post below it` }];
  return [...checkGroove(values), ...checkVents(values)];
}

function checkGroove(values: PartValues): Problem[] {
  const v = readValues(values, 'wall', 'groove_width', 'groove_depth');
  if (v.groove_depth === 0) return [];
  if (v.groove_width > v.wall - 0.6)
    return [
      { field: 'groove_width', message: `${v.groove_width} mm leaves no lands on a wall of ${v.wall} mm` },
    ];
  if (v.groove_depth > v.wall - 0.6)
    return [{ field: 'groove_depth', message: `${v.groove_depth} mm goes through a lid of ${v.wall} mm` }];
  return [];
}

function checkVents(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.vent_count === 0) return [];
  const room = v.width - 2 * v.corner_radius - 2 * v.wall;
  if (v.vent_count * (v.vent_width + 1) > room)
    return [
      {
        field: 'vent_count',
        message: `${v.vent_count} vents of ${v.vent_width} mm do not fit along ${room} mm`,
      },
    ];
  if (v.vent_height > v.height - 4 * v.wall)
    return [
      { field: 'vent_height', message: `${v.vent_height} mm is higher than the wall between floor and lid` },
    ];
  return [];
}
