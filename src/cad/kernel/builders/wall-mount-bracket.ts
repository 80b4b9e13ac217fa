// Builds a wall-mount bracket: back plate on z = 0, shelves along X at the top and bottom edge.
import { draw, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { openingRadius, shelfLength } from '../../parts/families/wall-mount-bracket.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { checkSolid } from '../solid-check.ts';
import { roundedBlock } from './flat-plate.ts';
import { cutHoleGrid } from './holes.ts';

export function buildWallMountBracket(values: PartValues): Shape3D {
  const {
    width,
    height,
    wall,
    corner_radius: radius,
  } = readValues(values, 'width', 'height', 'wall', 'corner_radius');
  const plate = cutHoleGrid(roundedBlock([width, height, wall], radius), values, {
    width,
    height,
    thickness: wall,
  });
  const { opening_width: openingWidth, opening_height: openingHeight } = readValues(
    values,
    'opening_width',
    'opening_height',
  );
  const hasOpening = openingWidth > 0 && openingHeight > 0;
  const opening = hasOpening
    ? roundedBlock([openingWidth, openingHeight, wall + 2], openingRadius(values)).translateZ(-1)
    : null;
  const opened = opening === null ? plate : plate.cut(opening);
  checkSolid(opened, 'made the back plate');
  const shelf = buildShelf(values);
  return opened.fuse(shelf.clone()).fuse(shelf.mirror('XZ')).simplify();
}

/** The upper shelf with its inner fillet: one profile in YZ, extruded along X. */
function buildShelf(values: PartValues): Shape3D {
  const {
    height,
    depth,
    wall,
    inner_fillet: fillet,
  } = readValues(values, 'height', 'depth', 'wall', 'inner_fillet');
  const outer = height / 2;
  const inner = outer - wall;
  const pen = draw([outer, 0])
    .lineTo([outer, depth])
    .lineTo([inner, depth])
    .lineTo([inner, wall + fillet]);
  const rounded =
    fillet === 0 ? pen : pen.threePointsArcTo([inner - fillet, wall], onFillet({ inner, wall, fillet }));
  const profile = rounded.lineTo([inner - fillet, 0]).close();
  const along = shelfLength(values);
  return profile.sketchOnPlane('YZ', -along / 2).extrude(along) as Shape3D;
}

/** The middle of the fillet's arc, whose centre is in the open corner. */
function onFillet({
  inner,
  wall,
  fillet,
}: {
  inner: number;
  wall: number;
  fillet: number;
}): [number, number] {
  const reach = fillet * (1 - Math.SQRT1_2);
  return [inner - reach, wall + reach];
}
