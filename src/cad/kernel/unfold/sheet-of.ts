// Whether a solid is a sheet: its largest side, its thickness, and the volume that both must make.
import { measureShapeVolumeProperties, type Shape3D } from 'replicad';
import { Refusal } from '../../../shared/std/result.ts';
import { dot, minus } from '../../dfm/vectors.ts';
import type { FaceGraph, PlaneFace, SheetFace } from './sheet-faces.ts';

export interface Sheet {
  readonly base: PlaneFace;
  readonly thicknessMm: number;
}

/** Countersinks and broken edges take a little of the sheet; pockets, ribs and second thicknesses take more than this. */
const mostMissing = 0.02;

/** The largest flat side that has another one behind it, and how far behind. */
export function baseOf({ planes }: FaceGraph, name: string): Sheet {
  const [base] = planes.toSorted((a, b) => b.areaMm2 - a.areaMm2);
  const depths = planes
    .filter(({ normal }) => base !== undefined && dot(normal, base.normal) < -1 + 1e-6)
    .map(({ point }) => (base === undefined ? 0 : dot(minus(base.point, point), base.normal)))
    .filter((depth) => depth > 1e-3);
  if (base === undefined || depths.length === 0)
    throw noSheet(name, 'it has no flat side with another one behind it');
  const thicknessMm = Math.min(...depths);
  if (thicknessMm ** 2 > base.areaMm2) throw noSheet(name, 'it is deeper than it is wide');
  return { base, thicknessMm };
}

/** Refuses a solid whose sides, a thickness deep, do not make its volume. */
export function checkIsSheet(
  solid: Shape3D,
  { thicknessMm }: Sheet,
  { sides, name }: { readonly sides: readonly SheetFace[]; readonly name: string },
): void {
  const expected = sides.reduce((sum, side) => sum + volumeUnder(side, thicknessMm), 0);
  const { volume } = measureShapeVolumeProperties(solid);
  if (Math.abs(expected / volume - 1) <= mostMissing) return;
  const share = Number(((100 * expected) / volume).toPrecision(3));
  throw noSheet(
    name,
    `its sides at ${Number(thicknessMm.toFixed(3))} mm would make ${share} % of its volume`,
  );
}

/** Straight pieces are area times thickness; of a bend it is the area of its mean radius that counts. */
function volumeUnder(side: SheetFace, thicknessMm: number): number {
  if (side.kind === 'plane') return side.areaMm2 * thicknessMm;
  const mean = side.radiusMm + ((side.isConcave ? 1 : -1) * thicknessMm) / 2;
  return (side.areaMm2 / side.radiusMm) * mean * thicknessMm;
}

function noSheet(name: string, why: string): Refusal {
  return new Refusal(
    'CAD_FILE',
    `${name} is no sheet of one thickness: ${why}. It has no flat pattern.`,
    'name',
  );
}
