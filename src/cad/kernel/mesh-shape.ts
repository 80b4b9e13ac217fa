// A B-rep shape as our mesh: triangles by face, true edges, and the exact facts of both.
import { type AnyShape, type Edge, type Face, measureShapeSurfaceProperties, type Shape3D } from 'replicad';
import type { EdgeInfo, FaceInfo, PartMesh } from '../mesh/part-mesh.ts';
import { edgeFacts, faceFacts } from './shape-facts.ts';

/** How fine: largest distance from the surface (mm) and largest angle between neighbours (rad). */
export interface Deflection {
  readonly toleranceMm: number;
  readonly angleRad: number;
}

/** A deflection that suits a model of this size: relative, as a fixed one chokes on large parts. */
export function deflectionFor(diagonalMm: number): Deflection {
  return { toleranceMm: Math.min(0.5, Math.max(0.005, diagonalMm / 2500)), angleRad: 0.3 };
}

/** How much of its surface a mesh may lack: slivers that have no triangle. */
const leastShare = 0.9999;

/** Whether the kernel left faces without triangles, which it does not tell: their area is missing in the mesh. */
export function lacksFaces(shape: Shape3D, { faces }: Pick<PartMesh, 'faces'>): boolean {
  const meshed = faces.reduce((sum, { areaMm2, count }) => sum + (count === 0 ? 0 : (areaMm2 ?? 0)), 0);
  return meshed < leastShare * measureShapeSurfaceProperties(shape).area;
}

/** Meshes a shape; faces and edges of `FaceInfo`/`EdgeInfo` are in the order of its triangles and segments. */
export function meshShape(
  shape: AnyShape,
  { name, color, deflection }: { name: string; color: PartMesh['color']; deflection: Deflection },
): PartMesh {
  const options = { tolerance: deflection.toleranceMm, angularTolerance: deflection.angleRad };
  const mesh = shape.mesh(options);
  const lines = shape.meshEdges(options);
  const faceOf = new Map(shape.faces.map((face) => [face.hashCode, face]));
  const edgeOf = new Map(shape.edges.map((edge) => [edge.hashCode, edge]));
  return {
    name,
    color,
    positions: Float32Array.from(mesh.vertices),
    normals: Float32Array.from(mesh.normals),
    indices: Uint32Array.from(mesh.triangles),
    faces: mesh.faceGroups.map(({ start, count, faceId }) =>
      toFaceInfo(faceOf.get(faceId), start / 3, count / 3),
    ),
    edgePositions: Float32Array.from(lines.lines),
    edges: lines.edgeGroups.map(({ start, count, edgeId }) =>
      toEdgeInfo(edgeOf.get(edgeId), start / 2, count / 2),
    ),
  };
}

function toFaceInfo(face: Face | undefined, first: number, count: number): FaceInfo {
  if (face !== undefined) return { first, count, ...faceFacts(face) };
  return { first, count, type: 'unknown', areaMm2: null, radiusMm: null, axis: null };
}

function toEdgeInfo(edge: Edge | undefined, first: number, count: number): EdgeInfo {
  if (edge !== undefined) return { first, count, ...edgeFacts(edge) };
  return { first, count, type: 'unknown', lengthMm: null, radiusMm: null, centerMm: null };
}
