// The front door of the viewer.
export type { MapKind } from '../../cad/maps/compute-map.ts';
export { loadModel, openerOf } from './load/loader.ts';
export { describePicked } from './model/describe-picked.ts';
export { explodeLevels } from './model/explode.ts';
export { hasFlatFacesOnly } from './model/flat-faces.ts';
export { type MapSummary, mapColor } from './model/map-scale.ts';
export { labelOf, type Measurement } from './model/measure.ts';
export type { PictureSize } from './model/picture-size.ts';
export { namedViews, type ViewName } from './model/named-views.ts';
export type { ColorMode } from './model/part-colors.ts';
export type { Picked } from './model/picked.ts';
export type { Place } from './model/place.ts';
export {
  middleSection,
  mostSections,
  type Section,
  type SectionAxis,
  type SectionKind,
  sectionRange,
} from './model/section.ts';
export { type TreeRow, treeRows } from './model/tree-rows.ts';
export {
  type LengthUnit,
  mmPer,
  showArea,
  showLength,
  showMass,
  showSize,
  showVolume,
} from './model/units.ts';
export { isolateNode, partsBelow, shownState, toggleNode } from './model/visibility.ts';
export type { Theme } from './three/palette.ts';
export type { Shading } from './three/part-object.ts';
export type { SectionFacts } from './three/section-cap.ts';
export { NoWebGl } from './three/stage.ts';
export type { PictureOptions } from './tools/picture.ts';
export type { MapState } from './tools/surface-map.ts';
export { Viewer } from './viewer.ts';
export type { Tool, ViewerOptions } from './viewer-events.ts';
