// The overall sizes of a model, each given in one view only: widths and heights in the front view, depth in the top view.
import type { ProjectedModel, ViewName } from './projected-model.ts';
import { isParallel, mm, roundFeatures } from './round-features.ts';

interface Sizes {
  readonly across: string | null;
  readonly up: string | null;
}

const axes = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;

/** What stands at the dimension lines of a view; a turned part's diameter is given once, with Ø. */
export function overallWords(model: ProjectedModel): Partial<Record<ViewName, Sizes>> {
  const [x, y, z] = sizesOf(model);
  const turned = turnedAxis(model);
  const word = (axis: number, size: number): string =>
    turned !== null && axis !== turned ? `Ø${mm(size)}` : mm(size);
  // A diameter is two of the sizes: the first of them in this order keeps it.
  const isRepeated = { x: false, z: turned === 1, y: turned === 2 || turned === 0 };
  return {
    front: { across: word(0, x), up: isRepeated.z ? null : word(2, z) },
    top: { across: null, up: isRepeated.y ? null : word(1, y) },
  };
}

/** The axis (0, 1, 2) of a boss whose diameter is the box on both sides; null where there is none. */
export function turnedAxis(model: ProjectedModel): number | null {
  const sizes = sizesOf(model);
  const found = axes.findIndex((axis, index) => {
    const across = sizes.filter((_, other) => other !== index);
    return roundFeatures(model).some(
      ({ isConcave, steps: [largest] }) =>
        !isConcave &&
        largest !== undefined &&
        isParallel(largest.axis, axis) &&
        across.every((size) => isSameSize(2 * largest.radiusMm, size)),
    );
  });
  return found < 0 ? null : found;
}

function sizesOf({ box: { min, max } }: ProjectedModel): [number, number, number] {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}

/** Boxes of free forms are a little loose. */
export function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-3 + 2e-4 * b;
}
