// How the viewer is set: tool, shading, projection, section, what is hidden. Kept while the workstation runs.
import { create } from 'zustand';
import type { Measurement, Section, SectionFacts, Shading, Tool } from '../../viewer/index.ts';

interface ViewOptions {
  readonly tool: Tool;
  readonly shading: Shading;
  readonly isOrthographic: boolean;
  readonly section: Section | null;
  /** Told by the viewer: what the section cuts. */
  readonly cut: SectionFacts | null;
  readonly hidden: ReadonlySet<number>;
  /** Told by the viewer: the dimensions that stand on the model. */
  readonly measurements: readonly Measurement[];
}

export const initialOptions: ViewOptions = {
  tool: 'select',
  shading: 'shaded',
  isOrthographic: false,
  section: null,
  cut: null,
  hidden: new Set(),
  measurements: [],
};
export const useViewOptions = create<ViewOptions>(() => initialOptions);

export function setViewOptions(change: Partial<ViewOptions>): void {
  useViewOptions.setState(change);
}

/** A new model starts uncut and whole; tool and shading stay. */
export function resetForModel(): void {
  useViewOptions.setState({ section: null, hidden: new Set() });
}
