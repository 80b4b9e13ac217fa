// The views of a CAD file's solids and their cylinders: what a drawing is made of.
import { makeCompound, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { type Cylinder, cylindersOf } from '../dfm/find-holes.ts';
import { countersinkOf } from '../dfm/find-countersink.ts';
import { type PartUnderTest, partUnderTest } from '../dfm/part-under-test.ts';
import { scale } from '../dfm/vectors.ts';
import { type ModelCylinder, type ProjectedModel, viewNames } from '../drawing/projected-model.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput } from '../process/kernel-tasks.ts';
import { propertiesOf } from './exact-shapes.ts';
import { hiddenLines } from './hidden-lines.ts';
import { toNanometre } from './measure-solid.ts';
import { deflectionFor, meshShape } from './mesh-shape.ts';
import { solidsOfFile } from './solids-of-file.ts';

/** Polylines of a view keep within this share of the model's diagonal: a tenth of a line's width on the largest sheet. */
const curveShare = 1 / 20_000;

/** Projects the solids of the STEP or BREP file at `path`. */
export async function projectFile(
  { path, name }: TaskInput<'project'>,
  progress: (stage: JobProgress) => void,
): Promise<ProjectedModel> {
  progress({ stage: 'Reading the solids', fraction: 0.05 });
  const solids = await solidsOfFile(path, name);
  const [first, ...others] = solids;
  if (first === undefined)
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so there is nothing to draw.`, 'name');
  // A compound takes its shapes over: copies, as the solids are measured and meshed below.
  const shape = others.length === 0 ? first : makeCompound(solids.map((solid) => solid.clone()));
  const box = boxOf(solids);
  const diagonal = Math.hypot(...box.max.map((value, axis) => value - (box.min[axis] ?? 0)));
  const views = viewNames.map((view, index) => {
    progress({ stage: `Drawing the ${view} view`, fraction: 0.1 + index * 0.2 });
    return hiddenLines(shape, view, diagonal * curveShare);
  });
  progress({ stage: 'Finding holes', fraction: 0.9 });
  const deflection = deflectionFor(diagonal);
  const meshes = solids.map((solid) => meshShape(solid, { name, color: null, deflection }));
  const part = partUnderTest(meshes, deflection.toleranceMm);
  return {
    solidCount: solids.length,
    box,
    volumeMm3: propertiesOf(solids)?.volumeMm3 ?? null,
    views,
    cylinders: cylindersOf(part).map((cylinder) => toModelCylinder(part, cylinder)),
  };
}

function toModelCylinder(part: PartUnderTest, cylinder: Cylinder): ModelCylinder {
  const { isConcave, isRound, radiusMm, depthMm, axis, middle } = cylinder;
  return {
    isConcave,
    isRound,
    isBlind: isConcave && isRound && isBlind(part, cylinder),
    radiusMm: toNanometre(radiusMm),
    depthMm: Number(depthMm.toPrecision(6)),
    axis: [...axis],
    middle: [...middle],
    countersink: isConcave && isRound ? countersinkOf(part, cylinder) : null,
  };
}

/** A bottom lies at the end of the cylinder, or less than its radius deeper where it is the cone of a drill or a ball's. */
function isBlind(part: PartUnderTest, { axis, middle, depthMm, radiusMm }: Cylinder): boolean {
  return [1, -1].some((way) => {
    const hit = part.cast(middle, scale(axis, way));
    return hit !== null && hit.distance < depthMm / 2 + 1.05 * radiusMm;
  });
}

function boxOf(solids: readonly Shape3D[]): ProjectedModel['box'] {
  const bounds = solids.map(({ boundingBox }) => boundingBox.bounds);
  const end = (which: 0 | 1, axis: number): number => {
    const values = bounds.map((bound) => bound[which][axis] ?? 0);
    return toNanometre(which === 0 ? Math.min(...values) : Math.max(...values));
  };
  return { min: [end(0, 0), end(0, 1), end(0, 2)], max: [end(1, 0), end(1, 1), end(1, 2)] };
}
