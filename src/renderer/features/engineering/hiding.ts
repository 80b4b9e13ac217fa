// Hiding and showing parts, each step of which can be taken back.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';

/** Steps that can be taken back; who hid more than this shows all and begins anew. */
const mostSteps = 100;

/** Hides exactly these parts, and keeps what was hidden before for `undoHiding`. */
export function setHidden(hidden: ReadonlySet<number>): void {
  const { hidden: before, hiddenBefore } = useViewOptions.getState();
  setViewOptions({ hidden, hiddenBefore: [...hiddenBefore, before].slice(-mostSteps) });
}

export function undoHiding(): void {
  const { hiddenBefore } = useViewOptions.getState();
  const last = hiddenBefore.at(-1);
  if (last !== undefined) setViewOptions({ hidden: last, hiddenBefore: hiddenBefore.slice(0, -1) });
}

export function showAllParts(): void {
  if (useViewOptions.getState().hidden.size > 0) setHidden(new Set());
}

/** Hides the parts of what is chosen on the model. */
export function hideChosen(): void {
  const { selected, hidden } = useViewOptions.getState();
  if (selected.length > 0) setHidden(new Set([...hidden, ...selected.map(({ part }) => part)]));
}

/** Hides every part but those of what is chosen on the model. */
export function isolateChosen(model: ModelMesh): void {
  const kept = new Set(useViewOptions.getState().selected.map(({ part }) => part));
  if (kept.size > 0) setHidden(new Set(model.parts.keys().filter((part) => !kept.has(part))));
}
