// Manufacturability of a CAD file's solids: meshed finely, then judged by the rules.
import { readFileSync } from 'node:fs';
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { axes, cheapestAxis } from '../dfm/directions.ts';
import { judgePart } from '../dfm/judge-part.ts';
import { type PartUnderTest, partUnderTest } from '../dfm/part-under-test.ts';
import { unit, type Vector } from '../dfm/vectors.ts';
import { readMesh } from '../formats/read-mesh.ts';
import { isMeshName } from '../formats/target-format.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { meshUnderTest } from './check-mesh.ts';
import { lacksFaces, meshShape } from './mesh-shape.ts';
import { solidsOfFile } from './solids-of-file.ts';

/** Facets of checks: the error of a curved wall's thickness is at most twice this; parts above 200 mm get coarser ones. */
const deflectionMm = 0.02;

/** Findings of every rule; faces are indices into `meshShape`'s faces of each solid, as the viewer has them. A mesh has smooth pieces instead. */
export async function checkFile(
  { path, name, process, needs, direction, rules }: TaskInput<'dfm'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'dfm'>> {
  const judge = (part: PartUnderTest) => {
    progress({ stage: 'Checking the rules', fraction: 0.5 });
    const chosenDirection = needs !== null && direction === null ? cheapestAxis(part, needs) : null;
    const axis: Vector | null = direction === null ? (axes[chosenDirection ?? ''] ?? null) : unit(direction);
    return { findings: judgePart(part, { process, rules, direction: axis }), chosenDirection };
  };
  progress({ stage: 'Reading the solids', fraction: 0.05 });
  if (isMeshName(name)) {
    const meshes = await readMesh(readFileSync(path), name);
    const { part, findings } = meshUnderTest(meshes, { name, process });
    const judged = judge(part);
    return { ...judged, findings: [...findings, ...judged.findings], solidCount: meshes.length };
  }
  const solids = await solidsOfFile(path, name);
  if (solids.length === 0) {
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so there is nothing to make.`, 'name');
  }
  progress({ stage: 'Meshing finely', fraction: 0.2 });
  const toleranceMm = Math.max(deflectionMm, diagonalOf(solids) / 10_000);
  const deflection = { toleranceMm, angleRad: 0.2 };
  const meshes = solids.map((solid) => meshShape(solid, { name, color: null, deflection }));
  if (solids.some((solid, index) => lacksFaces(solid, meshes[index] ?? { faces: [] }))) {
    throw new Refusal(
      'KERNEL',
      `The kernel cannot mesh every face of ${name}, so a check would overlook some.`,
      'name',
    );
  }
  return { ...judge(partUnderTest(meshes, toleranceMm)), solidCount: solids.length };
}

function diagonalOf(solids: readonly Shape3D[]): number {
  return Math.max(
    ...solids.map(({ boundingBox }) => Math.hypot(boundingBox.width, boundingBox.height, boundingBox.depth)),
  );
}
