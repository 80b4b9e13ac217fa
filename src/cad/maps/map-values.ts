// What a map says at one point of the surface: wall under it, overhang, draft. Pure; the maths of every map is here.
import type { RayCaster } from '../dfm/ray-caster.ts';
import { add, degrees, dot, scale, type Vector } from '../dfm/vectors.ts';

/** Rays begin this far under the surface, so that they do not meet it, mm. */
const skinMm = 1e-4;

/**
 * Thickness of the wall under a point, mm: the way of a ray from the surface straight inwards to the other side.
 * NaN where it meets none, as on an open shell. `normal` points outwards and is of length 1.
 */
export function wallMm(caster: Pick<RayCaster, 'cast'>, point: Vector, normal: Vector): number {
  const inward = scale(normal, -1);
  const hit = caster.cast(add(point, inward, skinMm), inward);
  return hit === null ? Number.NaN : hit.distance + skinMm;
}

/** How far a surface leans out over what is below it, degrees: 0 upright, 90 a ceiling, negative when it looks up. */
export function overhangDeg(normal: Vector, build: Vector): number {
  return leanDeg(normal, scale(build, -1));
}

/** Draft against the pull, degrees: 0 along it, positive where the half that moves with the pull frees the surface. */
export function draftDeg(normal: Vector, pull: Vector): number {
  return leanDeg(normal, pull);
}

function leanDeg(normal: Vector, direction: Vector): number {
  return degrees(Math.asin(Math.min(1, Math.max(-1, dot(normal, direction))))) + 0;
}
