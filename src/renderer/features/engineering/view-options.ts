// How the viewer is set: tool, shading, projection, section, what is hidden. Kept while the workstation runs.
import { create } from 'zustand';
import type {
  ColorMode,
  MapState,
  Measurement,
  Picked,
  Section,
  SectionFacts,
  Shading,
  Tool,
} from '../../viewer/index.ts';
import type { MapChoice } from './surface-maps.ts';

interface ViewOptions {
  readonly tool: Tool;
  readonly shading: Shading;
  readonly isOrthographic: boolean;
  readonly sections: readonly Section[];
  /** Told by the viewer: what each section cuts. */
  readonly cuts: readonly SectionFacts[];
  readonly hidden: ReadonlySet<number>;
  /** What was hidden before each step, the latest last. */
  readonly hiddenBefore: readonly ReadonlySet<number>[];
  readonly colors: ColorMode;
  /** The dialog that asks for a picture is open. */
  readonly isPictureAsked: boolean;
  /** How far the assembly is taken apart, in levels of its tree. */
  readonly explosion: number;
  /** Told by the viewer: the part under the pointer. */
  readonly hoveredPart: number | null;
  /** The map of the surface that is shown, and the one that was shown last. */
  readonly map: MapChoice | null;
  readonly lastMap: MapChoice | null;
  /** Told by the viewer: how far the map is, and its value under the pointer. */
  readonly mapState: MapState;
  readonly probe: number | null;
  /** Told by the viewer: the dimensions that stand on the model. */
  readonly measurements: readonly Measurement[];
  /** Told by the viewer: what the person chose on the model. */
  readonly selected: readonly Picked[];
}

export const initialOptions: ViewOptions = {
  tool: 'select',
  shading: 'shaded',
  isOrthographic: false,
  sections: [],
  cuts: [],
  hidden: new Set(),
  hiddenBefore: [],
  colors: 'file',
  isPictureAsked: false,
  explosion: 0,
  hoveredPart: null,
  map: null,
  lastMap: null,
  mapState: { state: 'none' },
  probe: null,
  measurements: [],
  selected: [],
};
export const useViewOptions = create<ViewOptions>(() => initialOptions);

export function setViewOptions(change: Partial<ViewOptions>): void {
  useViewOptions.setState(change);
}

/** A new model starts uncut and whole; tool and shading stay. */
export function resetForModel(): void {
  useViewOptions.setState({ sections: [], hidden: new Set(), hiddenBefore: [], explosion: 0, map: null });
}
