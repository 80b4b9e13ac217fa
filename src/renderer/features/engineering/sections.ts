// What a person does with section planes: begin, add, place, change, take away. The viewer is told by the options.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { middleSection, mostSections, type Section, type SectionAxis } from '../../viewer/index.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

/** Begins with the plane of the chosen face or axis, else one across Y; ends all when there are some. */
export function toggleSections(model: ModelMesh): void {
  if (useViewOptions.getState().sections.length > 0) setViewOptions({ sections: [] });
  else if (!placeSection()) addSection(model);
}

/** Adds a plane across the first main axis that has none yet. */
export function addSection(model: ModelMesh): void {
  const { sections } = useViewOptions.getState();
  if (sections.length >= mostSections) return;
  const free = (['y', 'x', 'z'] as const).find((axis) => sections.every(({ kind }) => kind !== axis));
  setViewOptions({ sections: [...sections, acrossAxis(model, free ?? 'y')] });
}

/** A plane across a main axis through the middle, open towards the eye. */
export function acrossAxis(model: ModelMesh, axis: SectionAxis): Section {
  return middleSection(model.box, axis, shownViewer()?.toward);
}

/** Adds the plane of the chosen face, axis or edge; with three there already it replaces the last. False: none is chosen. */
export function placeSection(): boolean {
  const placed = shownViewer()?.sectionFromChosen() ?? null;
  if (placed === null) return false;
  const { sections } = useViewOptions.getState();
  setViewOptions({ sections: [...sections.slice(0, mostSections - 1), placed] });
  return true;
}

export function changeSection(index: number, change: Partial<Section>): void {
  const { sections } = useViewOptions.getState();
  setViewOptions({ sections: sections.map((one, at) => (at === index ? { ...one, ...change } : one)) });
}

export function removeSection(index: number): void {
  setViewOptions({ sections: useViewOptions.getState().sections.filter((_, at) => at !== index) });
}
