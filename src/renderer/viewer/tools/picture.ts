// A picture of the present view at any size: drawn in tiles, on nothing or on the viewport's background, with its dimensions.
import { Refusal } from '../../../shared/std/result.ts';
import { type PictureSize, sizeFault, tilesOf } from '../model/picture-size.ts';
import { palettes, type Theme } from '../three/palette.ts';
import type { Stage } from '../three/stage.ts';
import type { Dimensions } from './dimensions.ts';

export interface PictureOptions extends PictureSize {
  readonly isTransparent: boolean;
  readonly hasDimensions: boolean;
}

/** Larger tiles than this not every graphics card draws. */
const largestTile = 4096;

/** The picture as PNG; a `Refusal` for a size that cannot be had. */
export async function takePicture(
  stage: Stage,
  { dimensions, theme }: { readonly dimensions: Dimensions; readonly theme: Theme },
  { isTransparent, hasDimensions, ...size }: PictureOptions,
): Promise<Blob> {
  const fault = sizeFault(size);
  if (fault !== null) throw new Refusal('PICTURE', fault);
  const sheet = document.createElement('canvas');
  sheet.width = size.widthPx;
  sheet.height = size.heightPx;
  const pen = sheet.getContext('2d');
  if (pen === null) throw new Refusal('PICTURE', 'A picture of this size does not fit into the memory here.');
  if (!isTransparent) paintBackground(pen, size, theme);
  dimensions.setDrawn(hasDimensions);
  const scale = size.heightPx / (stage.canvas.clientHeight || size.heightPx);
  try {
    stage.drawAt(size, tilesOf(size, largestTile), ({ x, y }) => pen.drawImage(stage.canvas, x, y));
    if (hasDimensions) stage.seenAt(size, () => dimensions.paint(pen, { ...size, scale }));
  } finally {
    dimensions.setDrawn(true);
  }
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => {
      if (blob === null) reject(new Refusal('PICTURE', 'The picture could not be written as PNG.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function paintBackground(pen: CanvasRenderingContext2D, size: PictureSize, theme: Theme): void {
  const gradient = pen.createLinearGradient(0, 0, 0, size.heightPx);
  gradient.addColorStop(0, palettes[theme].top);
  gradient.addColorStop(1, palettes[theme].bottom);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, size.widthPx, size.heightPx);
}
