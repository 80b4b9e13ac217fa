// Builds a two-part enclosure.
import { drawRoundedRectangle, makeBaseBox, makeCompound, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { grooveOutlines, insideOf, postHoleDepth } from '../../parts/families/enclosure.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { roundedBlock } from './flat-plate.ts';
import { cutDisjoint } from './holes.ts';
import { corners, upright } from './upright.ts';

/** Box and lid as two solids, the lid in its place. */
export function buildEnclosure(values: PartValues): Shape3D {
  const v = readValues(values, 'width', 'depth', 'wall', 'corner_radius', 'post_diameter', 'post_hole');
  const { inside, innerRadius, boxHeight, post } = insideOf(values);
  const hollow = roundedBlock([inside[0], inside[1], boxHeight], innerRadius).translateZ(v.wall);
  let box = roundedBlock([v.width, v.depth, boxHeight], v.corner_radius).cut(hollow);
  // From the middle of the floor, so that post and floor share more than a face.
  for (const [x, y] of corners(post))
    box = box.fuse(upright(v.post_diameter, boxHeight - v.wall / 2, [x, y, v.wall / 2]));
  const deep = Math.min(postHoleDepth, boxHeight - v.wall);
  const holes = corners(post).map(([x, y]) => upright(v.post_hole, deep + 1, [x, y, boxHeight - deep]));
  return makeCompound([cutVents(cutDisjoint(box, holes), values), buildLid(values)]) as Shape3D;
}

function cutVents(box: Shape3D, values: PartValues): Shape3D {
  const v = readValues(
    values,
    'width',
    'depth',
    'wall',
    'corner_radius',
    'vent_count',
    'vent_width',
    'vent_height',
  );
  const { boxHeight } = insideOf(values);
  const pitch = (v.width - 2 * v.corner_radius - 2 * v.wall) / Math.max(1, v.vent_count);
  const low = v.wall + (boxHeight - v.wall - v.vent_height) / 2;
  const vents = Array.from({ length: v.vent_count }, (_, index) => {
    const x = (index - (v.vent_count - 1) / 2) * pitch;
    return makeBaseBox(v.vent_width, v.wall + 1, v.vent_height).translate(
      x,
      v.depth / 2 - v.wall / 2 + 0.25,
      low,
    );
  });
  return cutDisjoint(box, vents);
}

function buildLid(values: PartValues): Shape3D {
  const v = readValues(values, 'width', 'depth', 'wall', 'corner_radius', 'screw_hole', 'groove_depth');
  const { boxHeight, post } = insideOf(values);
  const plate = roundedBlock([v.width, v.depth, v.wall], v.corner_radius).translateZ(boxHeight);
  const screws = corners(post).map(([x, y]) => upright(v.screw_hole, v.wall + 2, [x, y, boxHeight - 1]));
  const lid = cutDisjoint(plate, screws);
  if (v.groove_depth === 0) return lid;
  const { outer, inner } = grooveOutlines(values);
  const ring = drawRoundedRectangle(outer.width, outer.depth, outer.radius)
    .cut(drawRoundedRectangle(inner.width, inner.depth, inner.radius))
    .sketchOnPlane('XY', boxHeight - 1)
    .extrude(v.groove_depth + 1) as Shape3D;
  return lid.cut(ring);
}
