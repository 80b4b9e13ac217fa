// What is measured on a solid: box, volume, surface, centre of mass, mass.
import { measureShapeSurfaceProperties, measureShapeVolumeProperties, type Shape3D } from 'replicad';
import type { Measured } from '../../shared/protocol/engineering-response.ts';
import type { MaterialChoice } from '../parts/part-specification.ts';

/** Exact values of the B-rep: mm, mm², mm³; the mass in grams from the density in g/cm³, none without a material. */
export function measureSolid(shape: Shape3D, material: MaterialChoice | null): Measured {
  const { volume, centerOfMass } = measureShapeVolumeProperties(shape);
  const { area } = measureShapeSurfaceProperties(shape);
  const [low, high] = shape.boundingBox.bounds;
  const [x, y, z] = [0, 1, 2].map((axis) => toNanometre((high[axis] ?? 0) - (low[axis] ?? 0)));
  return {
    bounding_box_mm: { x: x ?? 0, y: y ?? 0, z: z ?? 0 },
    volume_mm3: volume,
    surface_area_mm2: area,
    center_of_mass_mm: [
      toNanometre(centerOfMass[0]),
      toNanometre(centerOfMass[1]),
      toNanometre(centerOfMass[2]),
    ],
    ...(material === null ? {} : massOf(volume, material)),
    method: 'exact, from the B-rep',
  };
}

function massOf(volumeMm3: number, { name, densityGramsPerCm3, source }: MaterialChoice) {
  return {
    mass_g: (volumeMm3 / 1000) * densityGramsPerCm3,
    material: { name, density_g_cm3: densityGramsPerCm3, source },
  };
}

/** To the nanometre: below that is the kernel's noise. */
export function toNanometre(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
}
