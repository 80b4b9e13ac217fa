// Holes, bosses and rounded corners of a model, as a drawing names them: gathered from its cylinders.
import type { ModelCylinder, ProjectedModel } from './projected-model.ts';

type Vector = readonly [number, number, number];

/** A hole with its counterbores, which are cylinders on one axis that touch, the smallest first; or one cylinder of a boss. */
export interface RoundFeature {
  readonly isConcave: boolean;
  readonly steps: readonly ModelCylinder[];
}

/** All full cylinders; a stepped hole is one feature, each step of a boss is one. */
export function roundFeatures({ cylinders }: Pick<ProjectedModel, 'cylinders'>): RoundFeature[] {
  const stacks: ModelCylinder[][] = [];
  for (const cylinder of cylinders.filter(({ isRound }) => isRound)) {
    const stack = stacks.find((one) => one.some((other) => touch(other, cylinder)));
    if (stack === undefined) stacks.push([cylinder]);
    else stack.push(cylinder);
  }
  return stacks.map((stack) => {
    const steps = [...stack].sort((a, b) => a.radiusMm - b.radiusMm);
    return { isConcave: steps.every(({ isConcave }) => isConcave), steps };
  });
}

/** Whether two directions lie along one line. */
export function isParallel(a: Vector, b: Vector): boolean {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  return Math.abs(dot) > (1 - 1e-7) * Math.hypot(...a) * Math.hypot(...b);
}

function touch(a: ModelCylinder, b: ModelCylinder): boolean {
  if (!a.isConcave || !b.isConcave || !isParallel(a.axis, b.axis)) return false;
  const apart = a.middle.map((value, axis) => value - (b.middle[axis] ?? 0)) as [number, number, number];
  const along = Math.abs(apart[0] * a.axis[0] + apart[1] * a.axis[1] + apart[2] * a.axis[2]);
  const across = Math.sqrt(Math.max(0, Math.hypot(...apart) ** 2 - along ** 2));
  return across < 1e-3 && along <= (a.depthMm + b.depthMm) / 2 + 1e-3;
}

/** Round features of the same sizes, in the words of a drawing: `4× Ø4.5`, `2× Ø6 × 10 deep`, `4× Ø4.5, cbore Ø8 × 4 deep`, `Ø16 × 50 long`. */
export function calloutOf([first]: readonly RoundFeature[], count: number): string {
  const [main, ...others] = first?.steps ?? [];
  if (main === undefined) return '';
  const times = count > 1 ? `${count}× ` : '';
  const size = ({ radiusMm }: ModelCylinder): string => `Ø${mm(2 * radiusMm)}`;
  if (!main.isConcave) return `${times}${size(main)} × ${mm(main.depthMm)} long`;
  const depth = main.isBlind ? ` × ${mm(main.depthMm)} deep` : '';
  const steps = others.map((step) => `, cbore ${size(step)} × ${mm(step.depthMm)} deep`);
  return `${times}${size(main)}${depth}${steps.join('')}${sinkOf(first)}`;
}

/** The countersink of a hole: of its widest step, where the hole is a stepped one. */
function sinkOf(hole: RoundFeature | undefined): string {
  const sink = hole?.steps.findLast(({ countersink }) => countersink !== null)?.countersink;
  if (sink === undefined || sink === null) return '';
  return `, csk Ø${mm(sink.diameterMm)} × ${mm(sink.angleDegrees)}°`;
}

/** Features that one callout speaks of. */
export function groupedFeatures(features: readonly RoundFeature[]): RoundFeature[][] {
  const groups = new Map<string, RoundFeature[]>();
  for (const feature of features) {
    const sizes = feature.steps.map(({ radiusMm, depthMm, isBlind }, index) =>
      [radiusMm.toFixed(3), !feature.isConcave || index > 0 || isBlind ? depthMm.toFixed(2) : 'through'].join(
        ' ',
      ),
    );
    const key = `${feature.isConcave} ${sizes.join(' ')}${sinkOf(feature)}`;
    groups.set(key, [...(groups.get(key) ?? []), feature]);
  }
  return [...groups.values()];
}

/** A size as a drawing writes it: to a hundredth, without needless zeros. */
export function mm(value: number): string {
  return String(Number(value.toFixed(2)));
}
