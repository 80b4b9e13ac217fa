// Whether the part fits the machine, lying any way round.
import { notChecked, type Observation, type Setting } from '../observation.ts';

/** How much of the machine's box the part takes in its most awkward direction, lying as well as it can of six ways; 1 fills it. */
export function buildVolume({ part: { box }, rule, limit }: Setting): Observation {
  if (rule.boxMm === undefined) return notChecked('the size of the machine is not known');
  const size = [0, 1, 2].map((axis) => (box.max[axis] ?? 0) - (box.min[axis] ?? 0)).sort((a, b) => b - a);
  const room = [...rule.boxMm].sort((a, b) => b - a);
  const share = Math.max(...size.map((one, axis) => one / (room[axis] ?? 1)));
  const [x, y, z] = box.max;
  const violations = share > limit + 1e-9 ? [{ measured: share, point: [x, y, z] as const, faces: [] }] : [];
  return { measured: share, violations };
}
