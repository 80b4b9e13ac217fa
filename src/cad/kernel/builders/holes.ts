// Through holes along Z: disjoint tools in one cut, which the kernel does exactly.
import { makeCompound, makeCylinder, type Shape3D, type Solid } from 'replicad';
import { valueOf } from '../../parts/family.ts';
import { holePlaces } from '../../parts/hole-grid.ts';
import type { PartValues } from '../../parts/part-specification.ts';

/** Cuts the grid of holes of `values` through a plate that lies on z = 0 and is `thickness` high. */
export function cutHoleGrid(
  shape: Shape3D,
  values: PartValues,
  { width, height, thickness }: { width: number; height: number; thickness: number },
): Shape3D {
  const radius = valueOf(values, 'hole_diameter') / 2;
  const tools = holePlaces(values, width, height).map(({ x, y }) =>
    makeCylinder(radius, thickness + 2, [x, y, -1], [0, 0, 1]),
  );
  return cutDisjoint(shape, tools);
}

/** Cuts tools that do not touch one another; overlapping ones would lose material silently. */
export function cutDisjoint(shape: Shape3D, tools: readonly Solid[]): Shape3D {
  if (tools.length === 0) return shape;
  const [only] = tools;
  if (tools.length === 1 && only !== undefined) return shape.cut(only);
  return shape.cut(makeCompound([...tools]) as Shape3D);
}
