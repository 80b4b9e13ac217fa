// Views on a sheet: the smallest sheet on which a standard scale shows the part well, views where the projection method wants them.
import type { Bounds } from './bounds.ts';
import { boundsOf } from './bounds.ts';
import { type Item, moved, type Point, text } from './drawing-model.ts';
import { projectFitting } from './picture-scale.ts';
import type { ProjectedModel, ViewName } from './projected-model.ts';
import type { Projection } from './projection-symbol.ts';
import { type Scale, scales } from './scales.ts';
import { type Area, frameOf, type Sheet, sheets } from './sheets.ts';
import { blockHeight } from './title-block.ts';
import { type ViewBlock, viewBlock } from './view-block.ts';

/** Free space between views, and between views and the frame, mm. */
const between = 10;
const margin = 6;
/** A part shall be at least this long on paper, or full size, and is not enlarged beyond the other, mm. */
const goodMm = 100;
const smallestMm = 40;
const enlargedMm = 120;

export interface LaidOut {
  readonly sheet: Sheet;
  readonly scale: Scale;
  readonly items: readonly Item[];
  readonly hasUnplaced: boolean;
}

export interface LayOutOptions {
  readonly projection: Projection;
  /** Only these, where they are given. */
  readonly scale?: Scale;
  readonly sheet?: Sheet;
}

/** Lays the views out, without the isometric picture where that is all that has no room; null when nothing fits. */
export function layOut(model: ProjectedModel, options: LayOutOptions): LaidOut | null {
  const plain = { ...model, views: model.views.filter(({ view }) => view !== 'isometric') };
  return layOutViews(model, options) ?? layOutViews(plain, options);
}

function layOutViews(model: ProjectedModel, options: LayOutOptions): LaidOut | null {
  const longest = Math.max(...model.box.max.map((value, axis) => value - (model.box.min[axis] ?? 0)));
  const usable =
    options.scale === undefined ? scales.filter(({ factor }) => isUseful(factor, longest)) : [options.scale];
  let best: LaidOut | null = null;
  for (const sheet of options.sheet === undefined ? sheets : [options.sheet]) {
    for (const scale of usable) {
      const placed = place(model, { ...options, sheet, scale });
      if (placed === null) continue;
      if (best === null || scale.factor > best.scale.factor) best = placed;
      if (isGood(scale.factor, longest)) return placed;
      break;
    }
  }
  return best;
}

function isUseful(factor: number, longest: number): boolean {
  return factor <= 1 || longest * factor <= enlargedMm;
}

function isGood(factor: number, longest: number): boolean {
  const onPaper = longest * factor;
  return factor >= 1 ? onPaper >= Math.min(smallestMm, longest * 2) || factor >= 50 : onPaper >= goodMm;
}

interface Choice {
  readonly projection: Projection;
  readonly sheet: Sheet;
  readonly scale: Scale;
}

function place(model: ProjectedModel, { projection, sheet, scale }: Choice): LaidOut | null {
  const { left, bottom, right, top } = frameOf(sheet);
  const area = {
    left: left + margin,
    bottom: bottom + blockHeight + margin,
    right: right - margin,
    top: top - margin,
  };
  const block = (name: ViewName): ViewBlock | null => {
    const view = model.views.find((one) => one.view === name);
    return view === undefined ? null : viewBlock(model, view, { factor: scale.factor, textMm: sheet.textMm });
  };
  const [front, above, side] = [block('front'), block('top'), block('right')];
  if (front === null || above === null || side === null) return null;
  const columns = projection === 'first-angle' ? [[side], [front, above]] : [[front, above], [side]];
  const rows = projection === 'first-angle' ? [[above], [front, side]] : [[front, side], [above]];
  const xs = spread(columns, (one) => [one.bounds.left, one.width, one.bounds.right], [
    area.left,
    area.right,
  ]);
  const ys = spread(rows, (one) => [one.bounds.bottom, one.height, one.bounds.top], [area.bottom, area.top]);
  if (xs === null || ys === null) return null;
  const at = (one: ViewBlock): Point => [originOf(columns, xs, one), originOf(rows, ys, one)];
  const views = [front, above, side].map((one) => moved(one.items, at(one)));
  const picture = placePicture(model, { projection, sheet, scale }, { area, taken: views.map(boundsOf) });
  if (picture === null) return null;
  return {
    sheet,
    scale,
    items: [...views.flat(), ...picture],
    hasUnplaced: [front, above, side].some(({ hasUnplaced }) => hasUnplaced),
  };
}

type Extent = (block: ViewBlock) => readonly [number, number, number];

/** Origins of two rows or columns of views, spread evenly over the space; null when it is too small. */
function spread(
  groups: readonly (readonly ViewBlock[])[],
  extent: Extent,
  [low, high]: readonly [number, number],
): number[] | null {
  const before = groups.map((blocks) => Math.max(...blocks.map((one) => -extent(one)[0])));
  const after = groups.map((blocks) => Math.max(...blocks.map((one) => extent(one)[2])));
  const sizes = before.map((size, index) => size + (after[index] ?? 0));
  const free = high - low - sizes.reduce((sum, size) => sum + size, 0) - between * (groups.length - 1);
  if (free < 0) return null;
  // Views stay together: no more than this between them, the rest goes around.
  const extra = Math.min(free / (groups.length + 1), 2 * between);
  let at = low + (free - extra * (groups.length - 1)) / 2;
  return before.map((size, index) => {
    const origin = at + size;
    at = origin + (after[index] ?? 0) + between + extra;
    return origin;
  });
}

function originOf(
  groups: readonly (readonly ViewBlock[])[],
  origins: readonly number[],
  block: ViewBlock,
): number {
  return origins[groups.findIndex((blocks) => blocks.includes(block))] ?? 0;
}

/** The isometric picture in the free quarter: lower left in first angle, upper right in third, at the same scale or a smaller one. */
function placePicture(
  model: ProjectedModel,
  { projection, sheet, scale }: Choice,
  { area, taken }: { area: Area; taken: readonly Bounds[] },
): Item[] | null {
  const view = model.views.find((one) => one.view === 'isometric');
  const [front, above, side] = taken;
  if (view === undefined || front === undefined || above === undefined || side === undefined) return [];
  const free: Area =
    projection === 'first-angle'
      ? {
          ...area,
          right: Math.min(above.left, front.left) - between,
          top: Math.min(side.bottom, front.bottom) - between,
        }
      : {
          ...area,
          left: Math.max(above.right, front.right) + between,
          bottom: Math.max(side.top, front.top) + between,
        };
  const fitted = projectFitting(view, { area: free, largest: scale.factor });
  if (fitted === null) return null;
  const { block, scale: own } = fitted;
  const origin: Point = [
    (free.left + free.right - block.width) / 2,
    (free.bottom + free.top - block.height) / 2,
  ];
  const name =
    own.factor === scale.factor
      ? []
      : [
          text([(free.left + free.right) / 2, origin[1] - 2 * sheet.textMm], `(${own.name})`, {
            height: sheet.textMm,
            align: 'middle',
          }),
        ];
  return [...moved(block.items, origin), ...name];
}
