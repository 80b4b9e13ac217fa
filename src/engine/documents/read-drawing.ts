// A drawing that was made in the room: its sheet, and its picture where that can be read.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { RoomFile } from '../desk.ts';
import type { Figure } from './document.ts';
import type { AboutPart } from './part-results.ts';

const mostBytes = 4 * 1024 ** 2;
const sheetSchema = z.looseObject({ sheet: z.string(), scale: z.string(), projection: z.string() });

export interface DrawnFile extends AboutPart {
  readonly sheet: { readonly sheet: string; readonly scale: string; readonly projection: string } | null;
  /** Names of the files it came as. */
  readonly names: readonly string[];
  readonly figure: Figure | null;
}

/** Finds the files of a drawing among those of the room. One that is missing or unreadable leaves no figure. */
export async function readDrawing(drawing: AboutPart, files: readonly RoomFile[]): Promise<DrawnFile> {
  const own = files.filter(({ id }) => drawing.fileIds.includes(id));
  const picture = own.find(({ name, sizeBytes }) => /\.svg$/i.test(name) && sizeBytes <= mostBytes);
  return {
    ...drawing,
    sheet: sheetSchema.safeParse(drawing.data['drawing']).data ?? null,
    names: own.map(({ name }) => name),
    figure: picture === undefined ? null : await readFigure(picture, drawing),
  };
}

/** An SVG with a view box that says how large it is; everything else is no figure. */
async function readFigure({ name, path }: RoomFile, { model }: AboutPart): Promise<Figure | null> {
  const svg = await readFile(path, 'utf8').catch(() => '');
  const box = /<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  if (!(width > 0 && height > 0)) return null;
  return { block: 'figure', caption: `Drawing of ${model}`, file: name, svg, width, height };
}
