// What the viewer is told at its start, and what it tells.
import type { Measurement } from './model/measure.ts';
import type { Picked } from './model/picked.ts';
import type { LengthUnit } from './model/units.ts';
import type { Theme } from './three/palette.ts';
import type { SectionFacts } from './three/section-cap.ts';
import type { MapState } from './tools/surface-map.ts';

export type Tool = 'select' | 'measure';

/** Events: what became true. */
export interface ViewerEvents {
  onHover?(picked: Picked | null): void;
  onSelect?(picked: readonly Picked[]): void;
  onMeasure?(measurements: readonly Measurement[]): void;
  /** Area and outline of each cut face, in the order of the planes. */
  onSection?(facts: readonly SectionFacts[]): void;
  /** How far the map of the surface is, and what it says. */
  onMap?(state: MapState): void;
  /** The map's value under the pointer, mm or degrees; null where there is none. */
  onProbe?(value: number | null): void;
  /** A plane was moved by its handle. */
  onSectionMoved?(index: number, offsetMm: number): void;
  /** The graphics context was lost (true) or is back. */
  onContextLost?(isLost: boolean): void;
}

export interface ViewerOptions extends ViewerEvents {
  readonly theme: Theme;
  readonly unit: LengthUnit;
}
