// How each family is built: the kernel's half of the table in cad/parts/families.ts.
import type { Shape3D } from 'replicad';
import type { PartValues } from '../parts/part-specification.ts';
import { buildFlatPlate } from './builders/flat-plate.ts';
import { buildHexStandoff, buildRoundSpacer, buildWasher } from './builders/round-parts.ts';
import { buildWallMountBracket } from './builders/wall-mount-bracket.ts';

export const builders: Readonly<Record<string, (values: PartValues) => Shape3D>> = {
  flat_plate: buildFlatPlate,
  hex_standoff: buildHexStandoff,
  round_spacer: buildRoundSpacer,
  wall_mount_bracket: buildWallMountBracket,
  washer: buildWasher,
};
