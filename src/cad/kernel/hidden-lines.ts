// The lines of one view of a shape, seen and hidden: OpenCascade's exact hidden line removal.
import { type AnyShape, cast, type Edge, getOC, makeAx2 } from 'replicad';
import type { TopoDS_Shape } from 'replicad-opencascadejs';
import { type Curve, type ProjectedView, viewDirections, type ViewName } from '../drawing/projected-model.ts';
import { readCurve } from './read-curve.ts';

/** Projects a shape; coordinates are the picture's right and up, mm, about the model's origin. */
export function hiddenLines(shape: AnyShape, view: ViewName, deflectionMm: number): ProjectedView {
  const oc = getOC();
  const { eye, right } = viewDirections[view];
  const algorithm = new oc.HLRBRep_Algo();
  const axes = makeAx2([0, 0, 0], [...eye], [...right]);
  const projector = new oc.HLRAlgo_Projector(axes);
  algorithm.Add(shape.wrapped, 0);
  algorithm.Projector(projector);
  algorithm.Update();
  algorithm.Hide();
  const lines = new oc.HLRBRep_HLRToShape(algorithm);
  const curves = (...compounds: TopoDS_Shape[]): Curve[] =>
    compounds.flatMap(edgesOf).flatMap((edge) => readCurve(edge, deflectionMm));
  const projected = {
    view,
    visible: curves(lines.VCompound(), lines.OutLineVCompound()),
    hidden: curves(lines.HCompound(), lines.OutLineHCompound()),
    smooth: curves(lines.Rg1LineVCompound()),
  };
  for (const used of [lines, projector, axes, algorithm]) used.delete();
  return projected;
}

function edgesOf(compound: TopoDS_Shape): Edge[] {
  if (compound.IsNull()) return [];
  const { edges } = cast(compound);
  for (const edge of edges) getOC().BRepLib.BuildCurves3d(edge.wrapped);
  return edges;
}
