// The title block after ISO 7200: 180 mm wide, at the lower right of the frame; every field with its name above.
import { type Item, line, text } from './drawing-model.ts';
import { type Projection, projectionSymbol } from './projection-symbol.ts';
import { fitText } from './text-width.ts';

/** What the block says; an empty text is a field that nobody gave. */
export interface TitleFields {
  readonly title: string;
  readonly drawingNumber: string;
  readonly owner: string;
  readonly createdBy: string;
  readonly approvedBy: string;
  readonly material: string;
  readonly mass: string;
  readonly scale: string;
  readonly tolerance: string;
  /** ISO 8601 day. */
  readonly date: string;
  readonly sheet: string;
  readonly size: string;
  readonly projection: Projection;
  readonly isAssembly: boolean;
}

export const blockWidth = 180;
export const blockHeight = 42;
const row = blockHeight / 4;

interface Cell {
  readonly name: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Heights of words, the preferred first. */
  readonly heights?: readonly number[];
}

function cellsOf(fields: TitleFields): Cell[] {
  const at = (line: number): { y: number; height: number } => ({ y: (3 - line) * row, height: row });
  return [
    { name: 'General tolerances', words: fields.tolerance, x: 0, width: 60, ...at(0) },
    { name: 'Material', words: fields.material, x: 60, width: 60, ...at(0) },
    { name: 'Mass', words: fields.mass, x: 120, width: 30, ...at(0) },
    { name: 'Scale', words: fields.scale, x: 150, width: 30, ...at(0) },
    { name: 'Created by', words: fields.createdBy, x: 0, width: 45, ...at(1) },
    { name: 'Approved by', words: fields.approvedBy, x: 45, width: 45, ...at(1) },
    {
      name: 'Document type',
      words: fields.isAssembly ? 'Assembly drawing' : 'Component drawing',
      x: 90,
      width: 45,
      ...at(1),
      heights: [3.5, 3, 2.5],
    },
    { name: 'Dimensions in mm', words: '', x: 135, width: 45, ...at(1) },
    { name: 'Legal owner', words: fields.owner, x: 0, y: 0, width: 45, height: 2 * row },
    { name: 'Title', words: fields.title, x: 45, y: 0, width: 85, height: 2 * row, heights: [5, 3.5, 2.5] },
    { name: 'Drawing number', words: fields.drawingNumber, x: 130, width: 50, ...at(2) },
    { name: 'Date of issue', words: fields.date, x: 130, width: 26, ...at(3) },
    { name: 'Size', words: fields.size, x: 156, width: 12, ...at(3) },
    { name: 'Sheet', words: fields.sheet, x: 168, width: 12, ...at(3) },
  ];
}

/** Draws the block; its lower left corner is the origin. */
export function titleBlock(fields: TitleFields): Item[] {
  const outer = line('FRAME', [0, 0], [0, blockHeight], [blockWidth, blockHeight], [blockWidth, 0], [0, 0]);
  const symbol = projectionSymbol(fields.projection, [135 + 33, 2.5 * row], 5);
  return [...cellsOf(fields).flatMap(drawCell), outer, ...symbol];
}

function drawCell({ name, words, x, y, width, height, heights = [3.5, 2.5, 1.8] }: Cell): Item[] {
  const fitted = fitText(words, width - 3, heights);
  const base = height > row ? y + height / 2 - fitted.height / 2 - 1 : y + 2;
  return [
    line('THIN', [x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]),
    text([x + 1.5, y + height - 3], name, { height: 1.8, layer: 'THIN' }),
    ...(words === '' ? [] : [text([x + 1.5, base], fitted.words, { height: fitted.height, layer: 'THIN' })]),
  ];
}
