// A drawing as pure data, in millimetres of paper: lines, arcs, filled areas and texts on layers. Origin at the lower left, y up.

export type Point = readonly [number, number];

/** Layers after ISO 128-2: width in the wide or narrow width of the sheet's line group, dashes in narrow widths. */
export const layers = {
  VISIBLE: { isWide: true, dashes: [] },
  HIDDEN: { isWide: false, dashes: [12, 3] },
  CENTER: { isWide: false, dashes: [24, 3, 0.5, 3] },
  DIM: { isWide: false, dashes: [] },
  /** Tangent edges and the inner lines of the title block. */
  THIN: { isWide: false, dashes: [] },
  FRAME: { isWide: true, dashes: [] },
  /** Layers of a flat pattern: what is cut, the middles of bends towards and away from the viewer, and their sizes. */
  OUTLINE: { isWide: true, dashes: [] },
  HOLES: { isWide: true, dashes: [] },
  BEND_UP: { isWide: false, dashes: [12, 3] },
  BEND_DOWN: { isWide: false, dashes: [24, 3, 0.5, 3] },
  NOTE: { isWide: false, dashes: [] },
} as const satisfies Readonly<Record<string, { isWide: boolean; dashes: readonly number[] }>>;
export type LayerName = keyof typeof layers;
/** The layers of a sheet. */
export const sheetLayers = [
  'VISIBLE',
  'HIDDEN',
  'CENTER',
  'DIM',
  'THIN',
  'FRAME',
] as const satisfies readonly LayerName[];

/** Angles in degrees, counter-clockwise from `from` to `to`; 360 apart is a circle. */
export interface ArcItem {
  readonly shape: 'arc';
  readonly layer: LayerName;
  readonly center: Point;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
}
export interface LineItem {
  readonly shape: 'line';
  readonly layer: LayerName;
  readonly points: readonly Point[];
}
/** A filled polygon: an arrowhead. */
export interface AreaItem {
  readonly shape: 'area';
  readonly layer: LayerName;
  readonly points: readonly Point[];
}
/** `height` is that of capitals (ISO 3098); `at` lies on the base line; turned texts are read from the right. */
export interface TextItem {
  readonly shape: 'text';
  readonly layer: LayerName;
  readonly at: Point;
  readonly text: string;
  readonly height: number;
  readonly align: 'left' | 'middle' | 'right';
  readonly isTurned: boolean;
}
export type Item = ArcItem | LineItem | AreaItem | TextItem;

export interface Drawing {
  readonly title: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Widths of wide and narrow lines, mm. */
  readonly lineGroup: { readonly wideMm: number; readonly narrowMm: number };
  /** Those of a sheet where none are named. */
  readonly layerNames?: readonly LayerName[];
  readonly items: readonly Item[];
}

export function line(layer: LayerName, ...points: Point[]): LineItem {
  return { shape: 'line', layer, points };
}

export function text(
  at: Point,
  words: string,
  style: { height: number; align?: TextItem['align']; isTurned?: boolean; layer?: LayerName },
): TextItem {
  const { height, align = 'left', isTurned = false, layer = 'DIM' } = style;
  return { shape: 'text', layer, at, text: words, height, align, isTurned };
}

/** The items, moved. */
export function moved(items: readonly Item[], [dx, dy]: Point): Item[] {
  const move = ([x, y]: Point): Point => [x + dx, y + dy];
  return items.map((item) => {
    switch (item.shape) {
      case 'arc':
        return { ...item, center: move(item.center) };
      case 'text':
        return { ...item, at: move(item.at) };
      default:
        return { ...item, points: item.points.map(move) };
    }
  });
}
