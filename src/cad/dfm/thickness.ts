// Wall thickness: rays from the surface inward to the wall's other side.
import { faceEdges } from './face-edges.ts';
import { oncePerPart } from './observation.ts';
import type { PartUnderTest } from './part-under-test.ts';
import { type Sample, sampleSurface } from './samples.ts';
import { add, dot, scale } from './vectors.ts';

const sampleCount = 20_000;
/** cos 30°: the other side must face away from this one, or what is met is a corner and no wall. */
const opposing = 0.866;
const skin = 1e-4;

/** The wall under a sample. */
export interface Wall extends Sample {
  readonly thicknessMm: number;
  /** Face of the other side, index into `faces`. */
  readonly otherFace: number;
  /** How far the figure may be off: zero between planes, else the mesh's deflection on both sides. */
  readonly accuracyMm: number;
}

/** Walls under about 20,000 points of the surface; places whose other side does not face away are not walls. */
export const wallsOf = oncePerPart((part: PartUnderTest): Wall[] => {
  const wedges = sharpPairs(part);
  return sampleSurface(part, sampleCount).flatMap((sample) => {
    const inward = scale(sample.normal, -1);
    const hit = part.cast(add(sample.point, inward, skin), inward);
    const other = hit === null ? undefined : part.triangles[hit.triangle];
    if (hit === null || other === undefined || dot(other.normal, inward) < opposing) return [];
    if (wedges.has(pairKey(sample.face, other.face))) return [];
    const isFlat = [sample.face, other.face].every((face) => part.faces[face]?.type === 'plane');
    return {
      ...sample,
      thicknessMm: hit.distance + skin,
      otherFace: other.face,
      accuracyMm: isFlat ? 0 : 2 * part.deflectionMm,
    };
  });
});

/** The thickness that most of the surface has, mm; null for a part without walls. */
export const usualThickness = oncePerPart((part: PartUnderTest): { readonly mm: number | null } => {
  const walls = [...wallsOf(part)].sort((a, b) => a.thicknessMm - b.thicknessMm);
  const half = walls.reduce((sum, { areaMm2 }) => sum + areaMm2, 0) / 2;
  let passed = 0;
  for (const { thicknessMm, areaMm2 } of walls) {
    passed += areaMm2;
    if (passed >= half) return { mm: thicknessMm };
  }
  return { mm: null };
});

/** Pairs of faces that meet in a sharp outer edge: what lies between them is an edge and no wall. */
function sharpPairs(part: PartUnderTest): Set<string> {
  return new Set(
    faceEdges(part)
      .filter(({ angleDeg }) => angleDeg < 60)
      .map(({ faces: [a, b] }) => pairKey(a, b)),
  );
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}
