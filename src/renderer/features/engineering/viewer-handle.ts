// The viewer that is on the screen now, for commands that reach it without a component.
import type { Viewer } from '../../viewer/index.ts';

let shown: Viewer | null = null;

export function setShownViewer(viewer: Viewer | null): void {
  shown = viewer;
}

export function shownViewer(): Viewer | null {
  return shown;
}
