// Every check by its name in the rule table.
import { bendRadius, holeToBend } from './checks/bends.ts';
import { buildVolume } from './checks/build-volume.ts';
import { insideCornerDepth, insideCornerRadius, sharpEdge } from './checks/corners.ts';
import {
  holeDepth,
  holeDiameter,
  holeDiameterByThickness,
  holeEdge,
  holeEdgeByThickness,
} from './checks/holes.ts';
import { bridge, overhang } from './checks/layers.ts';
import { draft, undercut } from './checks/mould.ts';
import { evenThickness, wallMaximum, wallThickness } from './checks/walls.ts';
import type { DfmRule } from './dfm-rules.ts';
import { type Check, notChecked } from './observation.ts';

export const checks: Readonly<Record<DfmRule['check'], Check>> = {
  wall_thickness: wallThickness,
  wall_maximum: wallMaximum,
  even_thickness: evenThickness,
  draft,
  undercut,
  overhang,
  bridge,
  hole_diameter: holeDiameter,
  hole_diameter_by_thickness: holeDiameterByThickness,
  hole_depth: holeDepth,
  hole_edge: holeEdge,
  hole_edge_by_thickness: holeEdgeByThickness,
  hole_to_bend: holeToBend,
  inside_corner_radius: insideCornerRadius,
  inside_corner_depth: insideCornerDepth,
  sharp_edge: sharpEdge,
  build_volume: buildVolume,
  bend_radius: bendRadius,
  unmeasured: ({ rule }) => notChecked(rule.reason ?? 'this rule cannot be measured'),
};

/** Checks whose limit is the least that is allowed; the limit of all others is the most. */
const least: ReadonlySet<DfmRule['check']> = new Set([
  'wall_thickness',
  'draft',
  'hole_diameter',
  'hole_diameter_by_thickness',
  'hole_edge',
  'hole_edge_by_thickness',
  'hole_to_bend',
  'inside_corner_radius',
  'sharp_edge',
  'bend_radius',
]);

/** Whether a figure is on the wrong side of its limit, by more than what rounding shows. */
export function isBeyond({ check }: DfmRule, measured: number, limit: number): boolean {
  return least.has(check) ? measured < limit - 5e-4 : measured > limit + 5e-4;
}
