// Builds a flat plate: thickness along Z from z = 0.
import { drawRoundedRectangle, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { cutHoleGrid } from './holes.ts';

export function buildFlatPlate(values: PartValues): Shape3D {
  const {
    width,
    depth,
    thickness,
    corner_radius: radius,
  } = readValues(values, 'width', 'depth', 'thickness', 'corner_radius');
  return cutHoleGrid(roundedBlock([width, depth, thickness], radius), values, {
    width,
    height: depth,
    thickness,
  });
}

/** A block on z = 0 with its upright edges rounded. */
export function roundedBlock([x, y, z]: readonly [number, number, number], radius: number): Shape3D {
  return drawRoundedRectangle(x, y, radius).sketchOnPlane('XY').extrude(z) as Shape3D;
}
