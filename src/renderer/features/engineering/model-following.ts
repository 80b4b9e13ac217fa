// Whether a model that has just arrived is shown at once, or only listed because the person is busy with another. Pure.

/** What the person is doing with the models of a room. Times are ISO 8601 in UTC. */
export interface Attention {
  /** When they last chose a model themselves; null: never in this room. */
  readonly chosenAt: string | null;
  /** When they last asked for engineering in this room; null: not since it was opened. */
  readonly askedAt: string | null;
  /** The measuring tool is in their hand, or measurements stand on the shown model. */
  readonly isMeasuring: boolean;
}

/** True unless the person is measuring, or has chosen a model since they last asked for one. */
export function followsNewest({ chosenAt, askedAt, isMeasuring }: Attention): boolean {
  if (isMeasuring) return false;
  return chosenAt === null || (askedAt !== null && askedAt > chosenAt);
}
