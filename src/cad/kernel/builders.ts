// How each family is built: the kernel's half of the table in cad/parts/families.ts.
import type { Shape3D } from 'replicad';
import type { PartValues } from '../parts/part-specification.ts';
import { buildLBracket, buildUChannel } from './builders/bent-parts.ts';
import { buildFlatPlate } from './builders/flat-plate.ts';
import { buildGusset, buildHeatSink, buildPipeFlange, buildTray } from './builders/plate-parts.ts';
import { buildHexStandoff, buildRoundSpacer, buildWasher } from './builders/round-parts.ts';
import { buildWallMountBracket } from './builders/wall-mount-bracket.ts';

export const builders: Readonly<Record<string, (values: PartValues) => Shape3D>> = {
  flat_plate: buildFlatPlate,
  gusset: buildGusset,
  heat_sink: buildHeatSink,
  hex_standoff: buildHexStandoff,
  l_bracket: buildLBracket,
  pipe_flange: buildPipeFlange,
  round_spacer: buildRoundSpacer,
  tray: buildTray,
  u_channel: buildUChannel,
  wall_mount_bracket: buildWallMountBracket,
  washer: buildWasher,
};
