// Principal moments of an inertia tensor: its eigenvalues.
import { eigs } from 'mathjs';

/** Eigenvalues, smallest first, of the tensor xx, yy, zz, xy, yz, zx; in its unit. */
export function principalMoments([
  xx = 0,
  yy = 0,
  zz = 0,
  xy = 0,
  yz = 0,
  zx = 0,
]: readonly number[]): number[] {
  const { values } = eigs([
    [xx, xy, zx],
    [xy, yy, yz],
    [zx, yz, zz],
  ]);
  return (Array.isArray(values) ? values : values.toArray()).map(Number).toSorted((a, b) => a - b);
}
