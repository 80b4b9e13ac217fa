// A drawing as DXF: ASCII, AutoCAD 2000 (AC1015), millimetres, one layer per kind of line.
import { dashesOf } from './dashes.ts';
import {
  type ArcItem,
  type Drawing,
  type Item,
  layers,
  type LineItem,
  type TextItem,
} from './drawing-model.ts';
import {
  blocks,
  firstEntityHandle,
  type Group,
  header,
  hex,
  modelSpace,
  objects,
  section,
  tables,
} from './dxf-tables.ts';

/** Writes the drawing (Autodesk, DXF Reference for AutoCAD 2000): lines, polylines, arcs, circles, solids, texts. */
export function writeDxf(drawing: Drawing): string {
  const entities = drawing.items.flatMap((item, index) =>
    entity(item, hex(firstEntityHandle + index), drawing),
  );
  const next = hex(firstEntityHandle + drawing.items.length);
  const groups: Group[] = [
    ...header(drawing, next),
    ...section('CLASSES', []),
    ...tables(drawing),
    ...blocks(),
    ...section('ENTITIES', entities),
    ...objects(),
    [0, 'EOF'],
  ];
  return `${groups.map(([code, value]) => `${String(code).padStart(3)}\r\n${valueOf(code, value)}`).join('\r\n')}\r\n`;
}

/** Real values (codes 10 to 59) always have a decimal point; a tenth of a micrometre is enough. */
function valueOf(code: number, value: string | number): string {
  if (typeof value === 'string') return value;
  if (code < 10 || code >= 60) return String(value);
  const plain = String(Number(value.toFixed(4)) + 0);
  return /[.e]/.test(plain) ? plain : `${plain}.0`;
}

function entity(item: Item, handle: string, drawing: Drawing): Group[] {
  const head = (kind: string): Group[] => [
    [0, kind],
    [5, handle],
    [330, modelSpace],
    [100, 'AcDbEntity'],
    [8, item.layer],
    ...stretch(item, drawing),
  ];
  switch (item.shape) {
    case 'line':
      return lineEntity(item, head);
    case 'arc':
      return arcEntity(item, head);
    case 'area': {
      const [a = [0, 0], b = a, c = b] = item.points;
      // A triangle: the fourth corner is the third again.
      return [...head('SOLID'), [100, 'AcDbTrace'], ...at(10, a), ...at(11, b), ...at(12, c), ...at(13, c)];
    }
    case 'text':
      return textEntity(item, head);
  }
}

type Head = (kind: string) => Group[];

/** The scale of the line type, so that lines end with a dash in every reader as they do on paper. */
function stretch(item: Item, drawing: Drawing): Group[] {
  if (item.shape !== 'line' && item.shape !== 'arc') return [];
  const [nominal] = layers[item.layer].dashes;
  if (nominal === undefined) return [];
  const [dash] = dashesOf(item, drawing);
  return dash === undefined ? [[6, 'CONTINUOUS']] : [[48, dash / (nominal * drawing.lineGroup.narrowMm)]];
}

function lineEntity({ points }: LineItem, head: Head): Group[] {
  const [from, to] = points;
  if (points.length === 2 && from !== undefined && to !== undefined)
    return [...head('LINE'), [100, 'AcDbLine'], ...at(10, from), ...at(11, to)];
  return [
    ...head('LWPOLYLINE'),
    [100, 'AcDbPolyline'],
    [90, points.length],
    [70, 0],
    ...points.flatMap(([x, y]): Group[] => [
      [10, x],
      [20, y],
    ]),
  ];
}

function arcEntity({ center, radius, from, to }: ArcItem, head: Head): Group[] {
  const circle: Group[] = [[100, 'AcDbCircle'], ...at(10, center), [40, radius]];
  if (to - from > 359.999) return [...head('CIRCLE'), ...circle];
  return [...head('ARC'), ...circle, [100, 'AcDbArc'], [50, from % 360], [51, to % 360]];
}

function textEntity({ at: point, text, height, align, isTurned }: TextItem, head: Head): Group[] {
  const across = { left: 0, middle: 1, right: 2 }[align];
  return [
    ...head('TEXT'),
    [100, 'AcDbText'],
    ...at(10, point),
    [40, height],
    [1, encode(text)],
    [50, isTurned ? 90 : 0],
    [7, 'STANDARD'],
    ...(across === 0 ? [] : ([[72, across], ...at(11, point)] as Group[])),
    [100, 'AcDbText'],
  ];
}

/** A point's groups: x at the code, y ten, z twenty above. */
function at(code: number, [x, y]: readonly [number, number]): Group[] {
  return [
    [code, x],
    [code + 10, y],
    [code + 20, 0],
  ];
}

/** The diameter sign has a code of its own in every font; other signs beyond ASCII are written by their number. */
function encode(text: string): string {
  return [...text.replaceAll(/\p{Cc}/gu, ' ').replaceAll('%%', '% %')]
    .map((sign) => {
      if (sign === 'Ø') return '%%c';
      if (sign === '°') return '%%d';
      if (sign === '±') return '%%p';
      if (sign === '×') return 'x';
      const point = sign.codePointAt(0) ?? 63;
      return point < 127 ? sign : point > 0xffff ? '?' : `\\U+${hex(point).padStart(4, '0')}`;
    })
    .join('');
}
