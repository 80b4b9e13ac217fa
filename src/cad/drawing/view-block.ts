// One view with all that belongs to it: lines, centre lines, dimensions, callouts. Its own lower left corner is the origin.
import { type Bounds, boundsOf } from './bounds.ts';
import { type Callout, drawCallouts, leaderDegrees, tipsOn } from './callouts.ts';
import { beyondMm, centerLines, centerOf } from './center-lines.ts';
import { horizontalDimension, verticalDimension } from './dimensions.ts';
import type { Item } from './drawing-model.ts';
import { placesBelow, placesRight } from './hole-places.ts';
import { overallWords } from './overall-sizes.ts';
import {
  type ModelCylinder,
  type ProjectedModel,
  type ProjectedView,
  viewDirections,
  type ViewName,
} from './projected-model.ts';
import { radiusCallouts } from './radius-callouts.ts';
import {
  calloutOf,
  groupedFeatures,
  isParallel,
  type RoundFeature,
  roundFeatures,
} from './round-features.ts';
import { joined, uncovered } from './tidy-lines.ts';
import { drawCurve, frameOfBox, frameOfCurves, type ViewFrame } from './view-frame.ts';

export interface ViewBlock {
  readonly view: ViewName;
  readonly items: readonly Item[];
  /** Of the outline alone. */
  readonly width: number;
  readonly height: number;
  readonly bounds: Bounds;
  /** Holes that have a place but no coordinates, for lack of room. */
  readonly hasUnplaced: boolean;
}

/** The isometric view: what one sees, tangent edges included, without dimensions. */
export function pictureBlock(view: ProjectedView, factor: number): ViewBlock {
  const seen = joined([...view.visible]);
  const frame = frameOfCurves(view.view, seen, factor);
  const items = [
    ...uncovered(view.smooth, seen).map((curve) => drawCurve(frame, curve, 'THIN')),
    ...seen.map((curve) => drawCurve(frame, curve, 'VISIBLE')),
  ];
  return toBlock(frame, items, false);
}

/** A view along an axis with its dimensions; `textMm` is the height of words. */
export function viewBlock(
  model: ProjectedModel,
  view: ProjectedView,
  { factor, textMm }: { factor: number; textMm: number },
): ViewBlock {
  const frame = frameOfBox(view.view, model, factor);
  const seen = joined([...view.visible]);
  const visible = seen.map((curve) => drawCurve(frame, curve, 'VISIBLE'));
  const features = roundFeatures(model).filter(({ steps }) => isAlong(frame, steps[0]));
  const isTurned = features.some((feature) => fillsView(frame, feature));
  const named = features.filter((feature) => !fillsView(frame, feature));
  const callouts = [
    ...groupedFeatures(named).map((group) => featureCallout(frame, group)),
    ...radiusCallouts(frame, model.cylinders, visible),
  ];
  const placed = named.filter(({ isConcave }) => isConcave);
  const places = isTurned ? { items: [], hasUnplaced: false } : holePlaces(frame, placed, textMm);
  const items = [
    ...uncovered(view.hidden, seen).map((curve) => drawCurve(frame, curve, 'HIDDEN')),
    ...visible,
    ...centerLines(frame, model.cylinders),
    ...places.items,
    ...overallSizes(frame, model, { textMm, below: boundsOf(places.items).bottom }),
    ...drawCallouts(callouts, { height: frame.height, textMm }),
  ];
  return toBlock(frame, items, places.hasUnplaced);
}

function toBlock(
  { view, width, height }: ViewFrame,
  items: readonly Item[],
  hasUnplaced: boolean,
): ViewBlock {
  return { view, items, width, height, bounds: boundsOf(items), hasUnplaced };
}

function isAlong({ view }: ViewFrame, cylinder: ModelCylinder | undefined): boolean {
  return cylinder !== undefined && isParallel(cylinder.axis, viewDirections[view].eye);
}

/** Whether a boss is the whole outline: then its diameter is the overall size. */
function fillsView(frame: ViewFrame, { isConcave, steps: [largest] }: RoundFeature): boolean {
  if (isConcave || largest === undefined) return false;
  const size = 2 * largest.radiusMm * frame.factor;
  return Math.abs(size - frame.width) < 1e-3 && Math.abs(size - frame.height) < 1e-3;
}

function featureCallout(frame: ViewFrame, group: readonly RoundFeature[]): Callout {
  const circles = group.flatMap(({ steps: [main] }) =>
    main === undefined
      ? []
      : [{ center: centerOf(frame, main), radius: main.radiusMm * frame.factor, from: 0, to: 360 }],
  );
  return {
    words: calloutOf(group, group.length),
    tips: circles.flatMap((circle) => tipsOn(circle, leaderDegrees)),
  };
}

function holePlaces(
  frame: ViewFrame,
  holes: readonly RoundFeature[],
  textMm: number,
): { items: Item[]; hasUnplaced: boolean } {
  if (holes.length === 0) return { items: [], hasUnplaced: false };
  const places = holes.flatMap(({ steps }) => {
    const widest = Math.max(...steps.map(({ radiusMm }) => radiusMm));
    const [main] = steps;
    if (main === undefined) return [];
    return [{ center: centerOf(frame, main), reach: widest * frame.factor + beyondMm }];
  });
  const { factor, width, height } = frame;
  const below = placesBelow(places, { textMm, factor, length: width });
  const right = placesRight(places, { textMm, factor, length: height, width });
  return { items: [...(below ?? []), ...(right ?? [])], hasUnplaced: below === null || right === null };
}

interface Surroundings {
  readonly textMm: number;
  /** The lowest thing below the view; infinite where there is none. */
  readonly below: number;
}

function overallSizes(frame: ViewFrame, model: ProjectedModel, { textMm, below }: Surroundings): Item[] {
  const { across, up } = overallWords(model)[frame.view] ?? { across: null, up: null };
  const lowest = Number.isFinite(below) ? Math.min(0, below) : 0;
  const style = { textMm, outline: 0, from: 0 };
  return [
    ...(across === null
      ? []
      : horizontalDimension({ ...style, to: frame.width, at: lowest - 10, words: across })),
    ...(up === null ? [] : verticalDimension({ ...style, to: frame.height, at: -10, words: up })),
  ];
}
