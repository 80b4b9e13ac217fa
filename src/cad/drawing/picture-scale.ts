// The isometric picture at the largest standard scale that its place on the sheet allows.
import type { ProjectedView } from './projected-model.ts';
import { type Scale, scales } from './scales.ts';
import type { Area } from './sheets.ts';
import { pictureBlock, type ViewBlock } from './view-block.ts';

/** Smaller pictures show nothing, mm. */
const smallestMm = 20;
/** Room for the picture's own scale below it, mm. */
const nameMm = 12;

/** The picture, no larger than `largest`; null when there is no place for one that shows anything. */
export function projectFitting(
  view: ProjectedView,
  { area, largest }: { area: Area; largest: number },
): { block: ViewBlock; scale: Scale } | null {
  const full = pictureBlock(view, 1);
  const [width, height] = [area.right - area.left, area.top - area.bottom];
  const scale = scales.find(
    ({ factor }) =>
      factor <= largest &&
      full.width * factor <= width &&
      full.height * factor <= height - (factor === largest ? 0 : nameMm),
  );
  if (scale === undefined || Math.max(full.width, full.height) * scale.factor < smallestMm) return null;
  return { block: pictureBlock(view, scale.factor), scale };
}
