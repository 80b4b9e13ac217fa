// A view of a model as a small picture: its visible lines, in SVG that reads on light and on dark pages.
import type { Curve, ProjectedView } from '../../src/cad/drawing/projected-model.ts';

const width = 240;
const height = 170;
const margin = 8;

/** The visible lines of `view`, fitted into 240 × 170 pixels. */
export function linePicture({ visible }: ProjectedView): string {
  const paths = visible.map(pointsOf);
  const points = paths.flat();
  const [left, right] = span(points.map(([x]) => x));
  const [low, high] = span(points.map(([, y]) => y));
  const scale = Math.min(
    (width - 2 * margin) / (right - left || 1),
    (height - 2 * margin) / (high - low || 1),
  );
  const place = ([x, y]: readonly [number, number]): string =>
    [width / 2 + (x - (left + right) / 2) * scale, height / 2 - (y - (low + high) / 2) * scale]
      .map((value) => String(Number(value.toFixed(1))))
      .join(' ');
  const data = paths.map((path) => `M${path.map(place).join('L')}`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path d="${data}" fill="none" stroke="#5b7a9d" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"/>`,
    '</svg>',
    '',
  ].join('\n');
}

function pointsOf(curve: Curve): readonly (readonly [number, number])[] {
  if (curve.shape === 'path') return curve.points;
  const { center, radius, from, to } = curve;
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 8));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const angle = ((from + ((to - from) * index) / steps) * Math.PI) / 180;
    return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)] as const;
  });
}

function span(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ];
}
