// The first page of a made PDF as a picture in test-results, drawn by pdf.js, for people to look at.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../../../test-results/documents');
const pixelsPerPoint = 1.5;
const drawnSchema = z.object({
  canvas: z.custom<HTMLCanvasElement & { toBuffer(type: string): Buffer }>(
    (value) => typeof value === 'object' && value !== null && 'toBuffer' in value,
  ),
});

/** Writes `<name>.png`. */
export async function keepPicture(path: string, name: string): Promise<void> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: pixelsPerPoint });
    const factory = z.object({ create: z.function() }).parse(pdf.canvasFactory);
    const { canvas } = drawnSchema.parse(
      Reflect.apply(factory.create, pdf.canvasFactory, [
        Math.ceil(viewport.width),
        Math.ceil(viewport.height),
      ]),
    );
    await page.render({ canvas, viewport }).promise;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.png`), canvas.toBuffer('image/png'));
  } finally {
    await task.destroy();
  }
}
