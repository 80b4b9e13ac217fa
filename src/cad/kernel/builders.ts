// How each family is built: the kernel's half of the table in cad/parts/families.ts.
import type { Shape3D } from 'replicad';
import type { PartValues } from '../parts/part-specification.ts';
import { buildLBracket, buildUChannel } from './builders/bent-parts.ts';
import { buildEnclosure } from './builders/enclosure.ts';
import { buildFlatPlate } from './builders/flat-plate.ts';
import { buildGusset, buildHeatSink, buildPipeFlange, buildTray } from './builders/plate-parts.ts';
import { buildHexStandoff, buildRoundSpacer, buildWasher } from './builders/round-parts.ts';
import {
  buildCableClip,
  buildDinClip,
  buildFrontPanel,
  buildHingeLeaf,
  buildPcbTray,
} from './builders/housing-parts.ts';
import { buildBearingBlock, buildKnob, buildSteppedShaft, buildVPulley } from './builders/shaft-parts.ts';
import { buildSpurGear } from './builders/spur-gear.ts';
import { buildTimingPulley } from './builders/timing-pulley.ts';
import { buildWallMountBracket } from './builders/wall-mount-bracket.ts';

export const builders: Readonly<Record<string, (values: PartValues) => Shape3D>> = {
  bearing_block: buildBearingBlock,
  cable_clip: buildCableClip,
  din_clip: buildDinClip,
  enclosure: buildEnclosure,
  front_panel: buildFrontPanel,
  hinge_leaf: buildHingeLeaf,
  knob: buildKnob,
  pcb_tray: buildPcbTray,
  spur_gear: buildSpurGear,
  stepped_shaft: buildSteppedShaft,
  v_pulley: buildVPulley,
  flat_plate: buildFlatPlate,
  gusset: buildGusset,
  heat_sink: buildHeatSink,
  hex_standoff: buildHexStandoff,
  l_bracket: buildLBracket,
  pipe_flange: buildPipeFlange,
  round_spacer: buildRoundSpacer,
  timing_pulley: buildTimingPulley,
  tray: buildTray,
  u_channel: buildUChannel,
  wall_mount_bracket: buildWallMountBracket,
  washer: buildWasher,
};
