// Drawing sheets after ISO 5457: sizes, frame, centring marks and the grid reference system.
import { type Item, line, type Point, text } from './drawing-model.ts';

export interface Sheet {
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Height of dimensions and words, mm (ISO 3098). */
  readonly textMm: number;
  /** Line group of ISO 128-2: 0.5 with 0.25, on the largest sheet 0.7 with 0.35. */
  readonly lineGroup: { readonly wideMm: number; readonly narrowMm: number };
}

const small = { textMm: 3.5, lineGroup: { wideMm: 0.5, narrowMm: 0.25 } };

/** Smallest first; A4 stands, the others lie (ISO 5457, 3.1). */
export const sheets: readonly Sheet[] = [
  { name: 'A4', widthMm: 210, heightMm: 297, ...small },
  { name: 'A3', widthMm: 420, heightMm: 297, ...small },
  { name: 'A2', widthMm: 594, heightMm: 420, ...small },
  { name: 'A1', widthMm: 841, heightMm: 594, textMm: 5, lineGroup: { wideMm: 0.7, narrowMm: 0.35 } },
];

/** Between the edge of the sheet and the frame: 20 mm at the left for filing, 10 mm elsewhere. */
const filing = 20;
const edge = 10;
const gridWidth = 5;
const fieldMm = 50;

export interface Area {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The space within the frame. */
export function frameOf({ widthMm, heightMm }: Sheet): Area {
  return { left: filing, bottom: edge, right: widthMm - edge, top: heightMm - edge };
}

/** Frame, centring marks, and fields of 50 mm counted from the centring marks; on A4 at the top and the right only. */
export function drawSheet(sheet: Sheet): Item[] {
  const { left, bottom, right, top } = frameOf(sheet);
  const [middleX, middleY] = [sheet.widthMm / 2, sheet.heightMm / 2];
  const outer = {
    left: left - gridWidth,
    bottom: bottom - gridWidth,
    right: right + gridWidth,
    top: top + gridWidth,
  };
  const isA4 = sheet.name === 'A4';
  return [
    line('FRAME', [left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]),
    line(
      'THIN',
      [outer.left, outer.bottom],
      [outer.right, outer.bottom],
      [outer.right, outer.top],
      [outer.left, outer.top],
      [outer.left, outer.bottom],
    ),
    line('FRAME', [middleX, outer.top], [middleX, top - gridWidth]),
    // On A4 the title block lies there.
    line('FRAME', [middleX, outer.bottom], [middleX, isA4 ? bottom : bottom + gridWidth]),
    line('FRAME', [outer.left, middleY], [left + gridWidth, middleY]),
    line('FRAME', [outer.right, middleY], [right - gridWidth, middleY]),
    ...fields(middleX, [left, right], (at, label) => [
      ...labelled(label, at, { from: top, to: outer.top, isUpright: true }),
      ...(isA4 ? [] : labelled(label, at, { from: outer.bottom, to: bottom, isUpright: true })),
    ]),
    ...fields(middleY, [bottom, top], (at, label) => [
      ...labelled(label, at, { from: right, to: outer.right, isUpright: false }),
      ...(isA4 ? [] : labelled(label, at, { from: outer.left, to: left, isUpright: false })),
    ]),
  ];
}

interface Label {
  readonly index: number;
  readonly of: number;
  readonly middle: number;
  readonly size: number;
}

/** One mark per border between fields and one label per field. */
function fields(
  middle: number,
  [low, high]: readonly [number, number],
  draw: (border: number | null, label: Label) => Item[],
): Item[] {
  const half = Math.ceil((high - middle) / fieldMm);
  const before = Math.ceil((middle - low) / fieldMm);
  const borders = Array.from(
    { length: before + half + 1 },
    (_, index) => middle + (index - before) * fieldMm,
  );
  return borders.slice(0, -1).flatMap((border, index) => {
    const from = Math.max(low, border);
    const to = Math.min(high, border + fieldMm);
    const label = { index, of: borders.length - 1, middle: (from + to) / 2, size: to - from };
    return draw(border > low ? border : null, label);
  });
}

interface Strip {
  readonly from: number;
  readonly to: number;
  /** Fields along x have numbers from the left, fields along y letters from the top. */
  readonly isUpright: boolean;
}

function labelled({ index, of, middle, size }: Label, border: number | null, strip: Strip): Item[] {
  const { from, to, isUpright } = strip;
  const height = 2.5;
  const across = (from + to) / 2;
  const at: Point = isUpright ? [middle, across - height / 2] : [across, middle - height / 2];
  const mark: Item[] =
    border === null
      ? []
      : [isUpright ? line('THIN', [border, from], [border, to]) : line('THIN', [from, border], [to, border])];
  if (size < 8) return mark;
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const words = isUpright ? String(index + 1) : (letters[of - 1 - index] ?? '');
  return [...mark, text(at, words, { height, align: 'middle', layer: 'THIN' })];
}
