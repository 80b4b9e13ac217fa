// One view with all that belongs to it: lines, centre lines, dimensions, callouts. Its own lower left corner is the origin.
import { type Bounds, boundsOf } from './bounds.ts';
import { type Callout, drawCallouts, leaderDegrees, tipsOn } from './callouts.ts';
import { centerLines, centerOf } from './center-lines.ts';
import { horizontalDimension, verticalDimension } from './dimensions.ts';
import type { Item } from './drawing-model.ts';
import { leftmostAt, lowestAt } from './outline-end.ts';
import { isSameSize, overallWords } from './overall-sizes.ts';
import {
  type ModelCylinder,
  type ProjectedModel,
  type ProjectedView,
  viewDirections,
  type ViewName,
} from './projected-model.ts';
import { positionHoles } from './position-holes.ts';
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
  // An assembly drawing gives no sizes of its parts.
  const isPart = model.solidCount === 1;
  const named = roundFeatures(model).filter(
    (feature) => isPart && isAlong(frame, feature.steps[0]) && !fillsView(frame, feature),
  );
  const groups = groupedFeatures(named);
  const holes = groups.filter(([first]) => first?.isConcave === true);
  const positions = positionHoles({ frame, model, visible, textMm }, holes);
  const callouts = [
    ...groups.map((group) => featureCallout(frame, group, positions.words.get(group) ?? '')),
    ...(isPart ? radiusCallouts(frame, model.cylinders, visible) : []),
  ];
  const items = [
    ...uncovered(view.hidden, seen).map((curve) => drawCurve(frame, curve, 'HIDDEN')),
    ...visible,
    ...centerLines(frame, model.cylinders),
    ...positions.items,
    ...overallSizes(frame, model, { textMm, visible, below: boundsOf(positions.items).bottom }),
    ...drawCallouts(callouts, { height: frame.height, textMm }),
  ];
  return toBlock(frame, items, positions.hasUnplaced);
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
  return isSameSize(size, frame.width) && isSameSize(size, frame.height);
}

function featureCallout(frame: ViewFrame, group: readonly RoundFeature[], place: string): Callout {
  const circles = group.flatMap(({ steps: [main] }) =>
    main === undefined
      ? []
      : [{ center: centerOf(frame, main), radius: main.radiusMm * frame.factor, from: 0, to: 360 }],
  );
  return {
    words: `${calloutOf(group, group.length)}${place}`,
    tips: circles.flatMap((circle) => tipsOn(circle, leaderDegrees)),
  };
}

interface Surroundings {
  readonly textMm: number;
  readonly visible: readonly Item[];
  /** The lowest thing below the view; infinite where there is none. */
  readonly below: number;
}

function overallSizes(frame: ViewFrame, model: ProjectedModel, around: Surroundings): Item[] {
  const { across, up } = overallWords(model)[frame.view] ?? { across: null, up: null };
  const { textMm, visible, below } = around;
  const { width, height } = frame;
  const lowest = Number.isFinite(below) ? Math.min(0, below) : 0;
  return [
    ...(across === null
      ? []
      : horizontalDimension({
          textMm,
          from: 0,
          to: width,
          outline: [lowestAt(visible, 0), lowestAt(visible, width)],
          at: lowest - 10,
          words: across,
        })),
    ...(up === null
      ? []
      : verticalDimension({
          textMm,
          from: 0,
          to: height,
          outline: [leftmostAt(visible, 0), leftmostAt(visible, height)],
          at: -10,
          words: up,
        })),
  ];
}
