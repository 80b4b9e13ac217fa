// Every part family the workstation can build. Adding one is a row here, a file beside, and its builder in cad/kernel.
import type { Family } from './family.ts';
import { flatPlate } from './families/flat-plate.ts';
import { wallMountBracket } from './families/wall-mount-bracket.ts';

/** In the order in which their words are tried: the more particular first. */
export const families: readonly Family[] = [wallMountBracket, flatPlate];

/** The family with this id; null when there is none. */
export function findFamily(id: string): Family | null {
  return families.find((family) => family.id === id) ?? null;
}
