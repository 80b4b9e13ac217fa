// A flat pattern as a drawing at 1:1 for the cutting machine: what is cut, where it is bent, and what is bent how.
import type { Drawing, Item, LayerName } from '../drawing/drawing-model.ts';
import { text } from '../drawing/drawing-model.ts';
import type { Curve } from '../drawing/projected-model.ts';
import type { FlatBend, FlatPattern } from './flat-pattern.ts';

const layerNames = ['OUTLINE', 'HOLES', 'BEND_UP', 'BEND_DOWN', 'NOTE'] as const satisfies LayerName[];

/** The drawing; bend lines lie in the middle of their bends. Notes beside them say angle, way and inside radius. */
export function flatDrawing(flat: FlatPattern, title: string): Drawing {
  const height = Math.min(5, Math.max(1, Math.min(flat.widthMm, flat.heightMm) / 20));
  return {
    title,
    widthMm: flat.widthMm,
    heightMm: flat.heightMm,
    lineGroup: { wideMm: 0.5, narrowMm: 0.25 },
    layerNames,
    items: [
      ...flat.outline.map((curve) => toItem('OUTLINE', curve)),
      ...flat.holes.flat().map((curve) => toItem('HOLES', curve)),
      ...flat.bends.flatMap((bend) => bendItems(bend, height)),
    ],
  };
}

function toItem(layer: LayerName, curve: Curve): Item {
  if (curve.shape === 'path') return { shape: 'line', layer, points: curve.points };
  const { center, radius, from, to } = curve;
  return { shape: 'arc', layer, center, radius, from, to };
}

function bendItems({ line, isUp, angleDeg, radiusMm }: FlatBend, height: number): Item[] {
  const [[ax, ay], [bx, by]] = line;
  const isTurned = Math.abs(by - ay) > Math.abs(bx - ax);
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  const words = `${Number(angleDeg.toFixed(2))}° ${isUp ? 'up' : 'down'} R${Number(radiusMm.toFixed(3))}`;
  const beside = 0.4 * height;
  return [
    { shape: 'line', layer: isUp ? 'BEND_UP' : 'BEND_DOWN', points: [...line] },
    text(isTurned ? [x - beside, y] : [x, y + beside], words, {
      height,
      align: 'middle',
      isTurned,
      layer: 'NOTE',
    }),
  ];
}
