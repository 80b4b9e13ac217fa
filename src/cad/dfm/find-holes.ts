// Cylinders, gathered by their axis: holes and bosses where they go round, rounded corners where they do not.
import { type PartUnderTest, type TestFace, trianglesOf } from './part-under-test.ts';
import { add, besideAxis, cross, dot, minus, norm, scale, unit, type Vector } from './vectors.ts';

/** A concave cylinder is a hole when it goes round, an inside corner when it does not. Lengths in mm. */
export interface Cylinder {
  readonly isConcave: boolean;
  readonly radiusMm: number;
  /** From the bottom of the cylinder to its top, along its axis. */
  readonly depthMm: number;
  readonly axis: Vector;
  /** Middle of the axis within the cylinder. */
  readonly middle: Vector;
  /** Indices into `faces`. */
  readonly faces: readonly number[];
  readonly isRound: boolean;
}

/** All concave cylinders. */
export function innerCylinders(part: PartUnderTest): Cylinder[] {
  return cylindersOf(part).filter((cylinder) => cylinder.isConcave);
}

/** All cylinders; halves of one hole, as some exporters write them, are one. Source of the trap: cad.md, §4.10. */
export function cylindersOf(part: PartUnderTest): Cylinder[] {
  const groups: Group[] = [];
  part.faces.forEach((face, index) => {
    const { axis, radiusMm } = face;
    if (face.type !== 'cylinder' || axis === null || radiusMm === null) return;
    const direction = unit(axis.direction);
    const span = spanOf(part, face, direction);
    const place = { point: axis.point, direction, radiusMm, span, isConcave: isConcave(part, face) };
    const group = groups.find((one) => isSame(one, place));
    if (group === undefined) groups.push({ ...place, faces: [index] });
    else {
      group.faces.push(index);
      group.span = [Math.min(group.span[0], span[0]), Math.max(group.span[1], span[1])];
    }
  });
  return groups.map((group) => toCylinder(part, group));
}

interface Place {
  readonly point: Vector;
  readonly direction: Vector;
  readonly radiusMm: number;
  readonly isConcave: boolean;
  span: readonly [number, number];
}
interface Group extends Place {
  readonly faces: number[];
}

function isSame(a: Place, b: Place): boolean {
  const apart = minus(b.point, a.point);
  return (
    a.isConcave === b.isConcave &&
    Math.abs(a.radiusMm - b.radiusMm) < 1e-4 &&
    Math.abs(dot(a.direction, b.direction)) > 1 - 1e-8 &&
    norm(cross(a.direction, apart)) < 1e-3 &&
    b.span[0] <= a.span[1] + 1e-3 &&
    b.span[1] >= a.span[0] - 1e-3
  );
}

function toCylinder(part: PartUnderTest, { point, direction, span, faces, ...group }: Group): Cylinder {
  const middle = add(
    minus(point, scale(direction, dot(point, direction))),
    direction,
    (span[0] + span[1]) / 2,
  );
  return {
    isConcave: group.isConcave,
    radiusMm: group.radiusMm,
    depthMm: span[1] - span[0],
    axis: direction,
    middle,
    faces,
    isRound: goesRound(part, faces, middle, direction),
  };
}

/** Along the axis, measured from the origin; so that the halves of a hole have the same measure whatever their axis points. */
function spanOf(part: PartUnderTest, face: TestFace, direction: Vector): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { corners } of trianglesOf(part, face)) {
    for (const corner of corners) {
      const along = dot(corner, direction);
      [low, high] = [Math.min(low, along), Math.max(high, along)];
    }
  }
  return [low, high];
}

function isConcave(part: PartUnderTest, face: TestFace): boolean {
  const [first] = trianglesOf(part, face);
  if (first === undefined || face.axis === null) return false;
  const direction = unit(face.axis.direction);
  const from = minus(first.center, face.axis.point);
  const radial = minus(from, scale(direction, dot(from, direction)));
  return dot(first.normal, radial) < 0;
}

/** Whether the faces reach into every one of 24 sectors round the axis. */
function goesRound(
  part: PartUnderTest,
  faces: readonly number[],
  middle: Vector,
  direction: Vector,
): boolean {
  const [u, v] = besideAxis(direction);
  const sectors = 24;
  const seen = new Set<number>();
  for (const index of faces) {
    const face = part.faces[index];
    if (face === undefined) continue;
    for (const { corners } of trianglesOf(part, face)) {
      const angles = corners.map((corner) => {
        const from = minus(corner, middle);
        return Math.atan2(dot(from, v), dot(from, u));
      });
      const isAcross = Math.max(...angles) - Math.min(...angles) > Math.PI;
      const whole = isAcross ? angles.map((angle) => (angle < 0 ? angle + 2 * Math.PI : angle)) : angles;
      const [from, to] = [Math.min(...whole), Math.max(...whole)];
      for (let sector = 0; sector < sectors; sector += 1) {
        const at = -Math.PI + ((sector + 0.5) / sectors) * 2 * Math.PI;
        if ((at >= from && at <= to) || (at + 2 * Math.PI >= from && at + 2 * Math.PI <= to))
          seen.add(sector);
      }
    }
  }
  return seen.size === sectors;
}
