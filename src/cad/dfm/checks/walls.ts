// Walls: the thinnest, the thickest, and whether all are of one sheet.
import { gather, sampleSurface } from '../samples.ts';
import { notChecked, type Observation, type Setting, type Violation } from '../observation.ts';
import { usualThickness, type Wall, wallsOf } from '../thickness.ts';
import { inscribedDiameter } from '../inscribed-sphere.ts';

/** Walls below the limit, mm, one violation per place. */
export function wallThickness({ part, limit }: Setting): Observation {
  const walls = wallsOf(part);
  if (walls.length === 0) return notChecked('no wall with two opposite sides was found');
  const thin = walls.filter(({ thicknessMm, accuracyMm }) => thicknessMm < limit - accuracyMm - 1e-3);
  const violations = gather(thin, reach(thin, limit))
    .map(toViolation)
    .filter(({ areaMm2 = 0 }) => areaMm2 >= (limit * limit) / 4);
  return { measured: Math.min(...walls.map(({ thicknessMm }) => thicknessMm)), violations };
}

/** Places in which a ball of more than the limit, mm, finds room inside the material. */
export function wallMaximum({ part, limit }: Setting): Observation {
  const balls = sampleSurface(part, 4000).map((sample) => ({
    ...sample,
    thicknessMm: inscribedDiameter(part, sample),
  }));
  const thick = balls.filter(({ thicknessMm }) => thicknessMm > limit + 2 * part.deflectionMm + 1e-3);
  const groups = gather(thick, reach(thick, limit));
  const violations = groups.map((group) => {
    const worst = group.reduce((a, b) => (b.thicknessMm > a.thicknessMm ? b : a));
    return { measured: worst.thicknessMm, point: worst.point, faces: [worst.face], areaMm2: areaOf(group) };
  });
  return { measured: Math.max(...balls.map(({ thicknessMm }) => thicknessMm)), violations };
}

/** How far walls differ from the sheet's thickness, percent; cut edges, whose other side is far, are no walls of the sheet. */
export function evenThickness({ part, limit }: Setting): Observation {
  const { mm } = usualThickness(part);
  if (mm === null) return notChecked('no wall with two opposite sides was found');
  const sheet = wallsOf(part).filter(({ thicknessMm }) => thicknessMm < 2.5 * mm);
  const off = ({ thicknessMm, accuracyMm }: Wall): number =>
    (Math.max(0, Math.abs(thicknessMm - mm) - accuracyMm) / mm) * 100;
  const uneven = sheet.filter((wall) => off(wall) > limit);
  const violations = gather(uneven, reach(uneven, mm)).map((group) => {
    const worst = group.reduce((a, b) => (off(b) > off(a) ? b : a));
    return { measured: off(worst), point: worst.point, faces: facesOf(group), areaMm2: areaOf(group) };
  });
  return {
    measured: Math.max(...sheet.map(off)),
    violations: violations.filter(({ areaMm2 }) => areaMm2 >= mm * mm),
  };
}

/** How near two samples are of one place: a few times their spacing, and no less than the limit. */
function reach(samples: readonly { readonly areaMm2: number }[], limit: number): number {
  const largest = samples.reduce((most, { areaMm2 }) => Math.max(most, areaMm2), 0);
  return Math.max(limit, 3 * Math.sqrt(largest), 1e-3);
}

function toViolation(group: readonly Wall[]): Violation {
  const worst = group.reduce((a, b) => (b.thicknessMm < a.thicknessMm ? b : a));
  return {
    measured: worst.thicknessMm,
    point: worst.point,
    faces: [...new Set(group.flatMap(({ face, otherFace }) => [face, otherFace]))],
    areaMm2: areaOf(group),
  };
}

function facesOf(group: readonly { readonly face: number }[]): number[] {
  return [...new Set(group.map(({ face }) => face))];
}

function areaOf(group: readonly { readonly areaMm2: number }[]): number {
  return group.reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
}
