// How large a picture may be, and the tiles that a large one is drawn in. Pure.

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What browsers can hold in one canvas: 16384 pixels a side, 2²⁸ in all. */
const mostPixelsASide = 16_384;
const mostPixels = 2 ** 28;

/** Why a size cannot be had, as a sentence; null when it can. */
export function sizeFault({ widthPx, heightPx }: PictureSize): string | null {
  for (const [name, pixels] of [
    ['width', widthPx],
    ['height', heightPx],
  ] as const) {
    if (!Number.isInteger(pixels) || pixels < 1) return `The ${name} must be a whole number of pixels.`;
    if (pixels > mostPixelsASide) return `The ${name} can be ${mostPixelsASide} pixels at most.`;
  }
  if (widthPx * heightPx > mostPixels)
    return `Width times height can be ${Math.floor(mostPixels / 1e6)} megapixels at most.`;
  return null;
}

export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Tiles of at most `largest` pixels a side that cover a picture without overlapping, row by row. */
export function tilesOf({ widthPx, heightPx }: PictureSize, largest: number): Tile[] {
  const cuts = (length: number): number[] =>
    Array.from({ length: Math.ceil(length / largest) }, (_, index) => index * largest);
  return cuts(heightPx).flatMap((y) =>
    cuts(widthPx).map((x) => ({
      x,
      y,
      width: Math.min(largest, widthPx - x),
      height: Math.min(largest, heightPx - y),
    })),
  );
}
