// Builds what holds and covers: board trays, front panels, rail clips, cable clips, hinge leaves.
import { draw, makeBaseBox, makeCylinder, type Shape3D } from 'replicad';
import type { Board } from '../../board/board.ts';
import { readValues } from '../../parts/family.ts';
import { clipScrewX } from '../../parts/families/cable-clip.ts';
import { clipProfile } from '../../parts/families/din-clip.ts';
import { buttonPlaces } from '../../parts/families/front-panel.ts';
import { hingeLayout } from '../../parts/families/hinge-leaf.ts';
import { pcbPlate } from '../../parts/families/pcb-tray.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { roundedBlock } from './flat-plate.ts';
import { cutDisjoint, cutHoleGrid } from './holes.ts';
import { corners, upright } from './upright.ts';

export function buildPcbTray(values: PartValues): Shape3D {
  const v = readValues(values, 'board_width', 'board_depth', 'hole_inset');
  return tray(values, corners({ x: v.board_width / 2 - v.hole_inset, y: v.board_depth / 2 - v.hole_inset }));
}

/** The tray with its standoffs at the holes of a board. */
export function buildBoardTray(values: PartValues, { holes }: Board): Shape3D {
  return tray(
    values,
    holes.map(({ x, y }) => [x, y]),
  );
}

function tray(values: PartValues, places: readonly (readonly [number, number])[]): Shape3D {
  const v = readValues(
    values,
    'thickness',
    'corner_radius',
    'standoff_height',
    'standoff_diameter',
    'core_hole',
  );
  const [x, y] = pcbPlate(values);
  let plate = roundedBlock([x, y, v.thickness], v.corner_radius);
  for (const [px, py] of places)
    plate = plate.fuse(
      upright(v.standoff_diameter, v.standoff_height + v.thickness / 2, [px, py, v.thickness / 2]),
    );
  const cores = places.map(([px, py]) => upright(v.core_hole, v.standoff_height + 1, [px, py, v.thickness]));
  return cutDisjoint(plate, cores);
}

export function buildFrontPanel(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'width',
    'height',
    'thickness',
    'corner_radius',
    'cutout_width',
    'cutout_height',
    'cutout_radius',
    'button_diameter',
  );
  const size = { width: v.width, height: v.height, thickness: v.thickness };
  const plate = cutHoleGrid(roundedBlock([v.width, v.height, v.thickness], v.corner_radius), values, size);
  const buttons = buttonPlaces(values).map(({ x, y }) =>
    upright(v.button_diameter, v.thickness + 2, [x, y, -1]),
  );
  const panel = cutDisjoint(plate, buttons);
  if (v.cutout_width === 0) return panel;
  const window = roundedBlock([v.cutout_width, v.cutout_height, v.thickness + 2], v.cutout_radius);
  return panel.cut(window.translateZ(-1));
}

/** A C-shaped profile in XZ along Y: base on z = 0, arms, lips inward. */
export function buildDinClip(values: PartValues): Shape3D {
  const v = readValues(values, 'length', 'thickness', 'lip', 'hole_diameter', 'hole_spacing');
  const { outside, slot, rise } = clipProfile(values);
  const [out, inn] = [outside / 2, slot / 2];
  const top = 2 * v.thickness + rise;
  const under = v.thickness + rise;
  const profile = draw([-out, 0])
    .lineTo([out, 0])
    .lineTo([out, top])
    .lineTo([inn - v.lip, top])
    .lineTo([inn - v.lip, under])
    .lineTo([inn, under])
    .lineTo([inn, v.thickness])
    .lineTo([-inn, v.thickness])
    .lineTo([-inn, under])
    .lineTo([v.lip - inn, under])
    .lineTo([v.lip - inn, top])
    .lineTo([-out, top])
    .close();
  const clip = profile.sketchOnPlane('XZ', -v.length / 2).extrude(v.length) as Shape3D;
  const screws = [-1, 1].map((side) =>
    upright(v.hole_diameter, v.thickness + 2, [(side * v.hole_spacing) / 2, 0, -1]),
  );
  return cutDisjoint(clip, screws);
}

/** One profile in XZ along Y: feet and arch in one outline. */
export function buildCableClip(values: PartValues): Shape3D {
  const v = readValues(values, 'cable_diameter', 'wall', 'width', 'foot', 'hole_diameter');
  const inner = v.cable_diameter / 2;
  const outer = inner + v.wall;
  // Where the outer arc meets the top of the feet.
  const meet = Math.sqrt(outer ** 2 - v.wall ** 2);
  const end = inner + v.foot;
  const profile = draw([inner, 0])
    .lineTo([end, 0])
    .lineTo([end, v.wall])
    .lineTo([meet, v.wall])
    .threePointsArcTo([-meet, v.wall], [0, outer])
    .lineTo([-end, v.wall])
    .lineTo([-end, 0])
    .lineTo([-inner, 0])
    .threePointsArcTo([inner, 0], [0, inner])
    .close();
  const clip = profile.sketchOnPlane('XZ', -v.width / 2).extrude(v.width) as Shape3D;
  const screws = [-1, 1].map((side) =>
    upright(v.hole_diameter, v.wall + 2, [side * clipScrewX(values), 0, -1]),
  );
  return cutDisjoint(clip, screws);
}

/** Leaf with its knuckles as profiles in XZ along Y; the other leaf's knuckles find their gaps cut back. */
export function buildHingeLeaf(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'leaf_width',
    'length',
    'thickness',
    'pin_diameter',
    'knuckle_count',
    'hole_diameter',
  );
  const { radius, knuckle, gap, cutBack, screws } = hingeLayout(values);
  const leaf = makeBaseBox(v.leaf_width - cutBack, v.length, v.thickness).translate(
    cutBack + (v.leaf_width - cutBack) / 2,
    v.length / 2,
    0,
  );
  let hinge: Shape3D = leaf;
  for (let index = 0; index < v.knuckle_count; index += 1) {
    const from = index * (knuckle + gap);
    hinge = hinge.fuse(knuckleAt(from, { radius, knuckle, reach: cutBack + 1, thickness: v.thickness }));
  }
  const pin = makeCylinder(v.pin_diameter / 2, v.length + 2, [0, -1, radius], [0, 1, 0]);
  const holes = screws.map(({ x, y }) => upright(v.hole_diameter, v.thickness + 2, [x, y, -1]));
  return cutDisjoint(hinge.cut(pin), holes);
}

function knuckleAt(
  from: number,
  {
    radius,
    knuckle,
    reach,
    thickness,
  }: { radius: number; knuckle: number; reach: number; thickness: number },
): Shape3D {
  // Where the top of the leaf meets the round of the knuckle.
  const meet = Math.sqrt(radius ** 2 - (radius - thickness) ** 2);
  const profile = draw([0, 0])
    .lineTo([reach, 0])
    .lineTo([reach, thickness])
    .lineTo([meet, thickness])
    .threePointsArcTo([0, 2 * radius], [radius * Math.SQRT1_2, radius * (1 + Math.SQRT1_2)])
    .threePointsArcTo([0, 0], [-radius, radius])
    .close();
  // The plane XZ looks along −Y: extruded backwards it grows along +Y.
  return profile.sketchOnPlane('XZ', -from).extrude(-knuckle) as Shape3D;
}
