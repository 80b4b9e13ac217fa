// What can be checked of a mesh of triangles: its walls, how it lies, its size, and whether it is closed at all.
import type { Finding } from '../../shared/protocol/engineering-response.ts';
import { Refusal } from '../../shared/std/result.ts';
import { type PartUnderTest, partUnderTest } from '../dfm/part-under-test.ts';
import { measureMesh } from '../mesh/closed-mesh.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';
import { splitFaces } from '../mesh/split-faces.ts';

/** Rays are cast into all of them at once. */
const mostTriangles = 1_000_000;

export interface MeshUnderTest {
  readonly part: PartUnderTest;
  /** Of a mesh with holes: the checks of walls look through them. */
  readonly findings: Finding[];
}

/** Prepares a mesh for the rules; its triangles are taken as the true surface. A `Refusal` for one that is too fine. */
export function meshUnderTest(
  parts: readonly PartMesh[],
  { name, process }: { name: string; process: string },
): MeshUnderTest {
  const triangles = parts.reduce((sum, { indices }) => sum + indices.length / 3, 0);
  if (triangles > mostTriangles)
    throw new Refusal(
      'CAD_FILE',
      `${name} has ${triangles} triangles; at most ${mostTriangles} can be checked: simplify it first.`,
      'name',
    );
  const { open, volumeMm3 } = measureMesh(parts);
  return {
    part: partUnderTest(parts.map(splitFaces), 0),
    findings: [
      ...(open.first === null ? [] : [openFinding({ ...open, first: open.first }, process)]),
      ...(open.count === 0 && volumeMm3 < 0 ? [insideOut(process)] : []),
    ],
  };
}

function openFinding(
  { count, first }: { readonly count: number; readonly first: [number, number, number] },
  process: string,
): Finding {
  return {
    id: `${process}.mesh.closed`,
    rule: `${process}.mesh.closed`,
    title: 'Open mesh',
    severity: 'error',
    measured: count,
    limit: 0,
    unit: 'edges',
    place: { point_mm: first },
    suggestion:
      'Close the mesh, or export it again from the model: edges with one side are holes in the body, and walls beside them are not measured truly.',
    source: 'geometry: a body is bounded on all sides',
  };
}

function insideOut(process: string): Finding {
  return {
    id: `${process}.mesh.outward`,
    rule: `${process}.mesh.outward`,
    title: 'Mesh inside out',
    severity: 'error',
    measured: null,
    limit: null,
    unit: '',
    suggestion: 'Flip the triangles: they look into the body, so that no wall can be measured.',
    source: '3MF Core 1.3, 4.1: triangles look outward',
  };
}
