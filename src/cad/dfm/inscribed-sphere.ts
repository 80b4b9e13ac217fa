// The largest ball inside the material that touches the surface at a point: the shrinking ball of Ma, Bae and Choi (2012).
import type { PartUnderTest } from './part-under-test.ts';
import type { Sample } from './samples.ts';
import { add, dot, minus, scale } from './vectors.ts';

/** Diameter, mm. Starts from the ray through the wall and shrinks until nothing lies inside; the mesh makes it some hundredths smaller at curved faces. */
export function inscribedDiameter({ cast, nearest }: PartUnderTest, { point, normal }: Sample): number {
  const inward = scale(normal, -1);
  const through = cast(add(point, inward, 1e-4), inward);
  let radius = through === null ? 0 : (through.distance + 1e-4) / 2;
  for (let step = 0; step < 30; step += 1) {
    const middle = add(point, inward, radius);
    const touched = nearest(middle);
    const from = minus(touched, point);
    const away = dot(from, from);
    const distance = Math.hypot(...minus(touched, middle));
    if (distance >= radius * (1 - 1e-4) - 1e-4 || away < 1e-10) break;
    const depth = dot(from, inward);
    if (depth <= 1e-9) break;
    radius = away / (2 * depth);
  }
  return 2 * radius;
}
