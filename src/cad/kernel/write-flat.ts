// A flat pattern as DXF, and what is told of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDxf } from '../drawing/write-dxf.ts';
import { flatDrawing } from '../sheet/flat-drawing.ts';
import type { FlatPattern, FlatSummary } from '../sheet/flat-pattern.ts';
import { fileName, type PartFile } from './write-part-files.ts';

export interface WrittenFlat {
  readonly file: PartFile;
  readonly summary: FlatSummary;
}

/** Writes the DXF of the part with this title into `folder`. */
export function writeFlat(flat: FlatPattern, title: string, folder: string): WrittenFlat {
  const name = `${fileName(title)}-flat.dxf`;
  const path = join(folder, name);
  writeFileSync(path, writeDxf(flatDrawing(flat, title)));
  return { file: { name, path, mediaType: 'image/vnd.dxf' }, summary: summaryOf(flat) };
}

export function summaryOf({ thicknessMm, widthMm, heightMm, bends, holes }: FlatPattern): FlatSummary {
  return { thicknessMm, widthMm, heightMm, bends, holeCount: holes.length };
}
