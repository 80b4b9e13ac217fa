// Exact facts of faces and edges, read from the B-rep: what hovering and measuring show.
import { type Edge, type Face, getOC, measureArea } from 'replicad';
import type { EdgeInfo, FaceInfo } from '../mesh/part-mesh.ts';

type Triple = [number, number, number];
type Facts<T> = Omit<T, 'first' | 'count'>;

/** The field's words for the kernel's surface names; its own word for a cylinder is French. */
const surfaceNames: Readonly<Record<string, string>> = {
  PLANE: 'plane',
  CYLINDRE: 'cylinder',
  CONE: 'cone',
  SPHERE: 'sphere',
  TORUS: 'torus',
  BEZIER_SURFACE: 'freeform',
  BSPLINE_SURFACE: 'freeform',
  REVOLUTION_SURFACE: 'surface of revolution',
  EXTRUSION_SURFACE: 'extruded surface',
  OFFSET_SURFACE: 'offset surface',
  OTHER_SURFACE: 'freeform',
};
const curveNames: Readonly<Record<string, string>> = {
  LINE: 'line',
  CIRCLE: 'circle',
  ELLIPSE: 'ellipse',
  HYPERBOLA: 'hyperbola',
  PARABOLA: 'parabola',
  BEZIER_CURVE: 'curve',
  BSPLINE_CURVE: 'curve',
  OFFSET_CURVE: 'curve',
  OTHER_CURVE: 'curve',
};

/** Type, area (mm²) and, for cylinders and spheres, radius (mm) and axis. */
export function faceFacts(face: Face): Facts<FaceInfo> {
  const type = surfaceNames[face.geomType] ?? 'freeform';
  const areaMm2 = orNull(() => measureArea(face));
  const round = type === 'cylinder' ? orNull(() => cylinderOf(face)) : null;
  const sphere = type === 'sphere' ? orNull(() => sphereRadius(face)) : null;
  return { type, areaMm2, radiusMm: round?.radiusMm ?? sphere, axis: round?.axis ?? null };
}

function cylinderOf(face: Face): { radiusMm: number; axis: { point: Triple; direction: Triple } } {
  const oc = getOC();
  const surface = new oc.BRepAdaptor_Surface(face.wrapped, false);
  const cylinder = surface.Cylinder();
  const axis = cylinder.Axis();
  const found = {
    radiusMm: cylinder.Radius(),
    axis: { point: triple(axis.Location()), direction: triple(axis.Direction()) },
  };
  surface.delete();
  return found;
}

function sphereRadius(face: Face): number {
  const oc = getOC();
  const surface = new oc.BRepAdaptor_Surface(face.wrapped, false);
  const radius = surface.Sphere().Radius();
  surface.delete();
  return radius;
}

/** Type, length (mm) and, for circles and their arcs, radius (mm) and centre. */
export function edgeFacts(edge: Edge): Facts<EdgeInfo> {
  const type = orNull(() => curveNames[edge.geomType]) ?? 'curve';
  const lengthMm = orNull(() => edge.length);
  const circle = type === 'circle' ? orNull(() => circleOf(edge)) : null;
  return { type, lengthMm, radiusMm: circle?.radiusMm ?? null, centerMm: circle?.centerMm ?? null };
}

function circleOf(edge: Edge): { radiusMm: number; centerMm: Triple } {
  const oc = getOC();
  const curve = new oc.BRepAdaptor_Curve(edge.wrapped);
  const circle = curve.Circle();
  const found = { radiusMm: circle.Radius(), centerMm: triple(circle.Location()) };
  curve.delete();
  return found;
}

function triple(point: { X(): number; Y(): number; Z(): number }): Triple {
  return [point.X(), point.Y(), point.Z()];
}

/** A degenerate face or edge has no such fact; the rest of the model still has. */
function orNull<T>(read: () => T): T | null {
  try {
    const value = read();
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  } catch {
    return null;
  }
}
