// The inertia tensor of solids about their common centre of mass, from the kernel's moments about six axes.
import { getOC, makeAx1, type Shape3D } from 'replicad';
import type { SolidProperties } from '../mesh/part-mesh.ts';

/** Ixx, Iyy, Izz, Ixy, Iyz, Izx of a body of density one: mm⁵. Off-diagonals are those of the tensor: Ixy = −∫xy dV. */
export type VolumeInertia = readonly [number, number, number, number, number, number];

const diagonal = Math.SQRT1_2;
/** Products below this share of the largest moment are the noise of differences of equal numbers. */
const noise = 1e-10;
const axes: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [diagonal, diagonal, 0],
  [0, diagonal, diagonal],
  [diagonal, 0, diagonal],
];

/** A moment about n is nᵀ I n (Goldstein, Classical Mechanics, 5.3), so that six axes give the six values of I. */
export function inertiaOf(
  solids: readonly Shape3D[],
  centre: SolidProperties['centerOfMassMm'],
): VolumeInertia {
  const moments = axes.map((direction) =>
    solids.reduce((sum, solid) => sum + momentAbout(solid, centre, direction), 0),
  );
  const [xx = 0, yy = 0, zz = 0, nxy = 0, nyz = 0, nzx = 0] = moments;
  const least = noise * Math.max(xx, yy, zz);
  const product = (about: number, a: number, b: number): number => {
    const value = about - (a + b) / 2;
    return Math.abs(value) < least ? 0 : value;
  };
  return [xx, yy, zz, product(nxy, xx, yy), product(nyz, yy, zz), product(nzx, zz, xx)];
}

function momentAbout(
  solid: Shape3D,
  point: readonly [number, number, number],
  direction: readonly [number, number, number],
): number {
  const oc = getOC();
  const properties = new oc.GProp_GProps();
  const axis = makeAx1([...point], [...direction]);
  oc.BRepGProp.VolumeProperties(solid.wrapped, properties, false, false, false);
  const moment = properties.MomentOfInertia(axis);
  axis.delete();
  properties.delete();
  return moment;
}
