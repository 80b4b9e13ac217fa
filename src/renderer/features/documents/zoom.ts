// How large a page is shown: steps that people know, or as wide as the pane.

const zooms = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
/** Pixels kept free on both sides, the scroll bar among them. */
const margin = 20;

/** The next step above (1) or below (-1) a zoom that may lie between two steps. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const near = 0.01;
  const next = by === 1 ? zooms.find((one) => one > zoom + near) : zooms.findLast((one) => one < zoom - near);
  return next ?? (by === 1 ? (zooms[zooms.length - 1] ?? zoom) : zooms[0]);
}

/** The zoom at which a page of `pageWidth` fills a pane of `paneWidth`, both in pixels; 1 while one is not known. */
export function fitScale(paneWidth: number, pageWidth: number): number {
  const free = paneWidth - 2 * margin;
  if (!(free > 0 && pageWidth > 0)) return 1;
  return Math.min(3, Math.max(0.25, Math.floor((free / pageWidth) * 100) / 100));
}
