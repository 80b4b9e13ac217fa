// Where the holes of a view are: on a pitch circle round the axis of a turned part, else by coordinates.
import { beyondMm, centerOf } from './center-lines.ts';
import type { Item, Point } from './drawing-model.ts';
import { type Place, placesBelow, placesRight } from './hole-places.ts';
import { lowestAt, rightmostAt } from './outline-end.ts';
import { turnedAxis } from './overall-sizes.ts';
import { type ProjectedModel, viewDirections } from './projected-model.ts';
import { mm, type RoundFeature } from './round-features.ts';
import type { ViewFrame } from './view-frame.ts';

export interface HolePositions {
  readonly items: readonly Item[];
  /** What the callout of each group says of its place. */
  readonly words: ReadonlyMap<readonly RoundFeature[], string>;
  /** Whether coordinates had no room. */
  readonly hasUnplaced: boolean;
}

interface View {
  readonly frame: ViewFrame;
  readonly model: ProjectedModel;
  readonly visible: readonly Item[];
  readonly textMm: number;
}

/** Positions of groups of equal holes that one looks along. */
export function positionHoles(view: View, groups: readonly (readonly RoundFeature[])[]): HolePositions {
  const { frame, model } = view;
  const middle: Point = [frame.width / 2, frame.height / 2];
  const turned = turnedAxis(model);
  const isAlong = turned !== null && viewDirections[frame.view].eye[turned] !== 0;
  const circles: Item[] = [];
  const words = new Map<readonly RoundFeature[], string>();
  const places: Place[] = [];
  for (const group of groups) {
    const own = group.flatMap((feature) => placeOf(frame, feature));
    const radius = isAlong ? pitchRadius(own, middle) : null;
    if (radius === null) places.push(...own);
    else if (radius > 0) {
      circles.push({ shape: 'arc', layer: 'CENTER', center: middle, radius, from: 0, to: 360 });
      words.set(group, ` equally spaced on Ø${mm((2 * radius) / frame.factor)}`);
    }
  }
  const coordinates = byCoordinates(view, places);
  return { items: [...circles, ...coordinates.items], words, hasUnplaced: coordinates.hasUnplaced };
}

/** The radius on which the places are spread evenly about the middle; 0 when they lie in it, null when neither. */
function pitchRadius(places: readonly Place[], [x, y]: Point): number | null {
  const polar = places.map(({ center: [u, v] }) => ({
    radius: Math.hypot(u - x, v - y),
    angle: Math.atan2(v - y, u - x),
  }));
  const radius = polar[0]?.radius ?? 0;
  if (polar.some((one) => Math.abs(one.radius - radius) > 1e-3)) return null;
  if (radius < 1e-3) return 0;
  if (polar.length < 2) return null;
  const step = (2 * Math.PI) / polar.length;
  const angles = polar.map(({ angle }) => angle).sort((a, b) => a - b);
  const isEven = angles.every((angle, index) => Math.abs(angle - (angles[0] ?? 0) - index * step) < 1e-4);
  return isEven ? radius : null;
}

function placeOf(frame: ViewFrame, { steps }: RoundFeature): Place[] {
  const [main] = steps;
  if (main === undefined) return [];
  const widest = Math.max(...steps.map(({ radiusMm }) => radiusMm));
  return [{ center: centerOf(frame, main), reach: widest * frame.factor + beyondMm }];
}

function byCoordinates(
  { frame, model, visible, textMm }: View,
  places: readonly Place[],
): { items: Item[]; hasUnplaced: boolean } {
  const { factor, width, height } = frame;
  const middle = [width / 2, height / 2] as const;
  const needed = (axis: 0 | 1): Place[] =>
    places.filter(
      ({ center }) => !isSymmetric(frame, model, axis) || Math.abs(center[axis] - middle[axis]) > 1e-3,
    );
  const below = placesBelow(needed(0), { textMm, factor, length: width, zero: lowestAt(visible, 0) });
  const right = placesRight(needed(1), {
    textMm,
    factor,
    length: height,
    zero: rightmostAt(visible, 0),
    width,
  });
  return { items: [...(below ?? []), ...(right ?? [])], hasUnplaced: below === null || right === null };
}

/** Whether a turned part's axis halves this direction of the view: a hole on the axis needs no coordinate then. */
function isSymmetric({ view }: ViewFrame, model: ProjectedModel, axis: 0 | 1): boolean {
  const turned = turnedAxis(model);
  if (turned === null) return false;
  const { eye, right } = viewDirections[view];
  if (eye[turned] !== 0) return true;
  return axis === 0 ? right[turned] === 0 : right[turned] !== 0;
}
