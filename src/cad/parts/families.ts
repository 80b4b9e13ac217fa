// Every part family the workstation can build. Adding one is a row here, a file beside, and its builder in cad/kernel.
import type { Family } from './family.ts';
import { timingPulley } from './families/timing-pulley.ts';
import { vPulley } from './families/v-pulley.ts';
import { steppedShaft } from './families/stepped-shaft.ts';
import { spurGear } from './families/spur-gear.ts';
import { pcbTray } from './families/pcb-tray.ts';
import { knob } from './families/knob.ts';
import { hingeLeaf } from './families/hinge-leaf.ts';
import { frontPanel } from './families/front-panel.ts';
import { enclosure } from './families/enclosure.ts';
import { dinClip } from './families/din-clip.ts';
import { cableClip } from './families/cable-clip.ts';
import { bearingBlock } from './families/bearing-block.ts';
import { flatPlate } from './families/flat-plate.ts';
import { hexStandoff } from './families/hex-standoff.ts';
import { roundSpacer, washer } from './families/round-tubes.ts';
import { gusset } from './families/gusset.ts';
import { heatSink } from './families/heat-sink.ts';
import { lBracket } from './families/l-bracket.ts';
import { pipeFlange } from './families/pipe-flange.ts';
import { tray } from './families/tray.ts';
import { uChannel } from './families/u-channel.ts';
import { wallMountBracket } from './families/wall-mount-bracket.ts';

/** In the order in which they are told to people. */
export const families: readonly Family[] = [
  wallMountBracket,
  flatPlate,
  lBracket,
  uChannel,
  gusset,
  tray,
  hexStandoff,
  roundSpacer,
  washer,
  pipeFlange,
  heatSink,
  enclosure,
  pcbTray,
  frontPanel,
  dinClip,
  cableClip,
  hingeLeaf,
  knob,
  steppedShaft,
  bearingBlock,
  spurGear,
  timingPulley,
  vPulley,
];

/** The family with this id; null when there is none. */
export function findFamily(id: string): Family | null {
  return families.find((family) => family.id === id) ?? null;
}
