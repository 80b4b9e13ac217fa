// The solids of a STEP or BREP file as B-rep, for exact faces, edges and mass.
import {
  type AnyShape,
  cast,
  deserializeShape,
  importSTEP,
  iterTopo,
  measureShapeSurfaceProperties,
  measureShapeVolumeProperties,
  type Shape3D,
} from 'replicad';
import { isSoundBrep } from '../formats/check-brep.ts';
import type { CadFormat } from '../formats/cad-format.ts';
import type { SolidProperties } from '../mesh/part-mesh.ts';
import { loadOpenCascade } from './open-cascade.ts';

/** The file's solids in file order; empty when it has none or the exact reader does not know the format. */
export async function readSolids(bytes: Uint8Array, format: CadFormat): Promise<Shape3D[]> {
  if (format === 'iges') return [];
  return solidsOf(await readShape(bytes, format));
}

/** The solids of a shape, in its order. */
export function solidsOf(shape: AnyShape): Shape3D[] {
  return [...iterTopo(shape.wrapped, 'solid')].map((solid) => cast(solid) as Shape3D);
}

/** The whole STEP or BREP file as one shape; throws what the kernel throws when it cannot be read. */
export async function readShape(bytes: Uint8Array, format: CadFormat): Promise<AnyShape> {
  await loadOpenCascade();
  if (format === 'brep' && !isSoundBrep(bytes))
    throw new Error('the sections of the BREP file do not add up');
  if (format === 'brep') return deserializeShape(new TextDecoder('latin1').decode(bytes));
  return importSTEP(new Blob([new Uint8Array(bytes)]));
}

/** Exact volume, surface and centre of mass of all solids together; null unless each has a positive volume. */
export function propertiesOf(solids: readonly Shape3D[]): SolidProperties | null {
  if (solids.length === 0) return null;
  let [volumeMm3, areaMm2] = [0, 0];
  const moment = [0, 0, 0];
  for (const solid of solids) {
    const { volume, centerOfMass } = measureShapeVolumeProperties(solid);
    if (!(volume > 0)) return null;
    volumeMm3 += volume;
    areaMm2 += measureShapeSurfaceProperties(solid).area;
    centerOfMass.forEach((value, axis) => (moment[axis] = (moment[axis] ?? 0) + value * volume));
  }
  const [x = 0, y = 0, z = 0] = moment.map((value) => value / volumeMm3);
  return { method: 'exact', volumeMm3, areaMm2, centerOfMassMm: [x, y, z] };
}
