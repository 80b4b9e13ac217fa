// Geometry of an involute spur gear (ISO 53 basic rack: addendum 1, dedendum 1.25 modules; no profile shift).

type Point = readonly [number, number];

export interface GearGeometry {
  /** Radii, mm. */
  readonly tip: number;
  readonly root: number;
  readonly base: number;
  /** Arc across the top of a tooth, mm. */
  readonly tipWidthMm: number;
  /** Area inside the outline, mm²: exact, by Green's theorem. */
  readonly areaMm2: number;
  /** Half of a tooth at the base circle, as an angle at the centre; radians. */
  readonly halfAtBase: number;
  /** Roll angles at which the flank starts and ends, radians. */
  readonly from: number;
  readonly to: number;
  /** Size of the outline along X and Y when a tooth points along X, mm. */
  readonly reach: { readonly x: number; readonly y: number };
}

/** A gear of `module` mm with `teeth` at `pressureAngleDeg`. Source of the involute: Dudley's Gear Handbook, chapter 1. */
export function involuteGear(module: number, teeth: number, pressureAngleDeg: number): GearGeometry {
  const alpha = (pressureAngleDeg * Math.PI) / 180;
  const pitch = (module * teeth) / 2;
  const [tip, root, base] = [pitch + module, pitch - 1.25 * module, pitch * Math.cos(alpha)];
  const halfAtBase = Math.PI / (2 * teeth) + Math.tan(alpha) - alpha;
  const rollAt = (radius: number): number => Math.sqrt(Math.max(0, (radius / base) ** 2 - 1));
  const [from, to] = [rollAt(Math.max(root, base)), rollAt(tip)];
  /** How far the flank has turned away from its start on the base circle. */
  const turn = (roll: number): number => roll - Math.atan(roll);
  const halfAtTip = halfAtBase - turn(to);
  const halfAtRoot = halfAtBase - turn(from);
  const flanks = (2 * base ** 2 * (to ** 3 - from ** 3)) / 6;
  const tops = tip ** 2 * halfAtTip;
  const roots = root ** 2 * (Math.PI / teeth - halfAtRoot);
  return {
    tip,
    root,
    base,
    tipWidthMm: 2 * tip * halfAtTip,
    areaMm2: teeth * (tops + roots + flanks),
    halfAtBase,
    from,
    to,
    reach: reachOf(tip, teeth, halfAtTip),
  };
}

/** A point of the flank and its direction, on the side of falling angles; the tooth's middle is along X. */
export function flankAt({ base, halfAtBase }: GearGeometry, roll: number): { point: Point; tangent: Point } {
  const at = roll - halfAtBase;
  return {
    point: [base * (Math.cos(at) + roll * Math.sin(at)), base * (Math.sin(at) - roll * Math.cos(at))],
    tangent: [Math.cos(at), Math.sin(at)],
  };
}

/** The farthest points of the tip arcs along ±X and ±Y. */
function reachOf(tip: number, teeth: number, halfAtTip: number): GearGeometry['reach'] {
  const along = (direction: number): number => {
    const step = (2 * Math.PI) / teeth;
    const off = Math.abs(direction - Math.round(direction / step) * step);
    return tip * Math.cos(Math.max(0, off - halfAtTip));
  };
  return { x: along(0) + along(Math.PI), y: along(Math.PI / 2) + along(-Math.PI / 2) };
}
