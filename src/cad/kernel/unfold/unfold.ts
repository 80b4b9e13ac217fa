// Lays a solid of bent sheet flat: from its largest side over each bend to the next straight piece.
import type { Shape3D } from 'replicad';
import { dot, minus, unit, type Vector } from '../../dfm/vectors.ts';
import { joinBends } from '../../sheet/join-bends.ts';
import type { FlatPattern } from '../../sheet/flat-pattern.ts';
import { bendOver, endsOf, isBendOf, type Placed, type Spreading, type UnfoldChoice } from './bend-over.ts';
import { flatOutline, type Cut } from './flat-outline.ts';
import { firstPlacing } from './placing.ts';
import { otherSide, type PlaneFace, readFaces } from './sheet-faces.ts';
import { baseOf, checkIsSheet } from './sheet-of.ts';

/** Unfolds the solid, looking at its largest side; a `Refusal` where it is no sheet of one thickness or has no flat. */
export function unfold(solid: Shape3D, { name, kFactor }: UnfoldChoice): FlatPattern {
  const graph = readFaces(solid);
  const sheet = baseOf(graph, name);
  const placed: Placed = { placings: new Map(), inner: new Set(), bends: [] };
  const { base } = sheet;
  placed.placings.set(base, firstPlacing(base.point, longestEdge(base), base.normal));
  const queue: PlaneFace[] = [base];
  for (let face = queue.shift(); face !== undefined; face = queue.shift())
    queue.push(...spread(face, { graph, sheet, placed, name, kFactor }));
  checkIsSheet(solid, sheet, { sides: [...placed.placings.keys()], name });
  return flatOutline({
    cuts: cutsOf(placed),
    bends: joinBends(placed.bends),
    thicknessMm: sheet.thicknessMm,
    name,
  });
}

/** Places what follows a straight face: faces in its plane, and those behind its bends. */
function spread(face: PlaneFace, spreading: Spreading): PlaneFace[] {
  const { graph, sheet, placed } = spreading;
  const placing = placed.placings.get(face);
  if (placing === undefined || 'place' in placing) return [];
  const found: PlaneFace[] = [];
  for (const { edge, other } of graph.neighbours(face)) {
    if (placed.inner.has(edge.hashCode)) continue;
    if (other.kind === 'plane') {
      if (dot(other.normal, face.normal) < 1 - 1e-6) continue;
      placed.inner.add(edge.hashCode);
      if (placed.placings.has(other)) continue;
      placed.placings.set(other, placing);
      found.push(other);
      continue;
    }
    if (
      !isBendOf(face, { edge, round: other }) ||
      otherSide(other, sheet.thicknessMm, graph.rounds) === undefined
    )
      continue;
    found.push(...bendOver({ face, round: other, placing }, spreading));
  }
  return found;
}

/** The direction of the longest straight edge: the flat lies along it. */
function longestEdge({ face, normal }: PlaneFace): Vector {
  const lines = face.edges
    .filter(({ geomType }) => geomType === 'LINE')
    .toSorted((a, b) => b.length - a.length);
  const [longest] = lines;
  if (longest === undefined) return unit(Math.abs(normal[2]) > 0.9 ? [1, 0, 0] : [-normal[1], normal[0], 0]);
  const [from, to] = endsOf(longest);
  return unit(minus(to, from));
}

/** Every edge that is the end of the sheet, in the flat. */
function cutsOf({ placings, inner }: Placed): Cut[] {
  return [...placings].flatMap(([{ face }, placing]) =>
    face.edges.filter(({ hashCode }) => !inner.has(hashCode)).map((edge) => ({ edge, placing })),
  );
}
