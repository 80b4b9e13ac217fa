// The trade-off chart of a selection as SVG: two properties on logarithmic axes, grades as bubbles, the line of the best index.
import { textWidth } from '../../../cad/drawing/text-width.ts';
import type { Material } from '../../../shared/model/material.ts';
import { grid, type Scales } from './chart-grid.ts';
import { logScale } from './log-scale.ts';
import type { Objective } from './objectives.ts';
import { type Box, type Label, placeLabels } from './place-labels.ts';
import type { Selection } from './rank.ts';
import type { Span } from './spans.ts';
import { digits, escape, text } from './svg-text.ts';

const size = { width: 900, height: 820 };
const area: Box = { x: 92, y: 84, width: 784, height: 616 };
const labelled = 12;
const fontSize = 15;
/** Height of its capitals. */
const capitals = (fontSize * 1493) / 2048;
/** Dark enough on white for text and marks. */
const colours: Readonly<Record<Material['family'], string>> = {
  thermoplastic: '#1f6fb5',
  thermoset: '#6a4fb3',
  elastomer: '#a94f12',
  metal: '#4d5663',
  composite: '#0f7b5f',
  ceramic: '#a3323f',
  natural: '#776418',
};

interface Point {
  readonly material: Material;
  readonly x: Span;
  readonly y: Span;
  readonly isRanked: boolean;
}

/** Draws it on white, so that it is the same on a light and a dark screen and on paper. */
export function drawChart(selection: Selection, objective: Objective): string {
  const out = selection.excluded.flatMap(({ material }) => pointOf(material, objective, false));
  const ranked = selection.ranked.map(({ material, x, y }) => ({ material, x, y, isRanked: true }));
  const points: Point[] = [...out, ...ranked.toReversed()];
  const scales = {
    x: logScale(
      points.flatMap(({ x }) => [x.low, x.high]),
      [area.x, area.x + area.width],
    ),
    y: logScale(
      points.flatMap(({ y }) => [y.low, y.high]),
      [area.y + area.height, area.y],
    ),
  };
  const line = guide(selection, objective, scales);
  const title = `${objective.title}: ${objective.index}, to be large`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="DejaVu Sans Condensed, DejaVu Sans, Arial, sans-serif" font-size="${fontSize}" fill="#1c2129">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    text(area.x, 34, title, { size: 20, weight: 'bold' }),
    text(area.x, 60, note(objective, selection), { size: 13.5, colour: '#596273' }),
    grid(scales, objective, area),
    `<clipPath id="area"><rect x="${area.x}" y="${area.y}" width="${area.width}" height="${area.height}"/></clipPath>`,
    `<g clip-path="url(#area)">`,
    ...points.map((point) => bubble(point, scales)),
    dashed(line),
    '</g>',
    ...labels(selection, [...dotsOf(points, scales), ...along(line)], scales),
    ...legend(points),
    '</svg>',
    '',
  ].join('\n');
}

function pointOf(material: Material, { x, y }: Objective, isRanked: boolean): Point[] {
  const [atX, atY] = [x.of(material), y.of(material)];
  return atX === null || atY === null ? [] : [{ material, x: atX, y: atY, isRanked }];
}

function note({ xPower, yPower }: Objective, { ranked, excluded }: Selection): string {
  const better = xPower === 0 ? 'upwards' : yPower === 0 ? 'to the left' : 'up and to the left';
  return `${ranked.length} materials keep the limits, ${excluded.length} do not (grey). Dashed: as good as the first; better lies ${better}.`;
}

/** The span of the grades as an ellipse, its typical value as a dot. */
function bubble({ material, x, y, isRanked }: Point, scales: Scales): string {
  const [left, right] = [scales.x.place(x.low), scales.x.place(x.high)];
  const [low, high] = [scales.y.place(y.low), scales.y.place(y.high)];
  const radius = (from: number, to: number): number => Math.max(5, Math.abs(to - from) / 2);
  const colour = isRanked ? colours[material.family] : '#b4bac2';
  const ellipse = `<ellipse cx="${digits((left + right) / 2)}" cy="${digits((low + high) / 2)}" rx="${digits(radius(left, right))}" ry="${digits(radius(low, high))}" fill="${colour}" fill-opacity="${isRanked ? 0.14 : 0.06}" stroke="${colour}" stroke-opacity="0.45"/>`;
  const dot = `<circle cx="${digits(scales.x.place(x.value))}" cy="${digits(scales.y.place(y.value))}" r="3.5" fill="${colour}"/>`;
  return `<g><title>${escape(material.name)}</title>${ellipse}${dot}</g>`;
}

/** y^a = M x^b through the first, a straight line on logarithmic axes: its two ends. */
function guide({ ranked: [best] }: Selection, { xPower, yPower }: Objective, { x, y }: Scales): Line | null {
  if (best === undefined) return null;
  const atBest = x.place(best.x.value);
  if (yPower === 0)
    return [
      [atBest, area.y],
      [atBest, area.y + area.height],
    ];
  const at = (value: number): readonly [number, number] => [
    x.place(value),
    y.place((best.index.value * value ** xPower) ** (1 / yPower)),
  ];
  return [at(x.low), at(x.high)];
}

type Line = readonly [readonly [number, number], readonly [number, number]];

function dashed(line: Line | null): string {
  if (line === null) return '';
  const [[x1, y1], [x2, y2]] = line;
  return `<path class="guide" d="M${digits(x1)} ${digits(y1)}L${digits(x2)} ${digits(y2)}" fill="none" stroke="#1c2129" stroke-width="1.4" stroke-dasharray="7 5"/>`;
}

/** Points along the line, which labels keep away from. */
function along(line: Line | null): (readonly [number, number])[] {
  if (line === null) return [];
  const [[x1, y1], [x2, y2]] = line;
  const steps = 120;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share] as const;
  });
}

function dotsOf(points: readonly Point[], { x, y }: Scales): (readonly [number, number])[] {
  const ranked = points.filter(({ isRanked }) => isRanked);
  return ranked.map((point) => [x.place(point.x.value), y.place(point.y.value)] as const);
}

function labels(
  { ranked }: Selection,
  keptFree: readonly (readonly [number, number])[],
  scales: Scales,
): string[] {
  const wanted = ranked.slice(0, labelled).map(({ material, x, y }, index): Label => {
    const words = `${index + 1} ${material.name.replace(/ \(.*\)$/, '')}`;
    return {
      words,
      at: [scales.x.place(x.value), scales.y.place(y.value)],
      width: textWidth(words, capitals) + 4,
      height: fontSize + 3,
    };
  });
  const placed = placeLabels(wanted, keptFree, area);
  const leaders = placed.flatMap(({ at: [x, y], box, isAway }) => {
    if (!isAway) return [];
    const endX = Math.min(Math.max(x, box.x), box.x + box.width);
    const endY = Math.min(Math.max(y, box.y), box.y + box.height);
    return `<path d="M${digits(x)} ${digits(y)}L${digits(endX)} ${digits(endY)}" stroke="#7a828d" stroke-width="0.8"/>`;
  });
  const texts = placed.map(
    ({ words, box }) =>
      `<text class="label" x="${digits(box.x + 2)}" y="${digits(box.y + fontSize - 1)}" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escape(words)}</text>`,
  );
  return [...leaders, ...texts];
}

function legend(points: readonly Point[]): string[] {
  const families = Object.keys(colours).filter((family) =>
    points.some(({ material, isRanked }) => isRanked && material.family === family),
  ) as Material['family'][];
  let x = area.x;
  return families.map((family) => {
    const y = size.height - 22;
    const row = `<circle cx="${digits(x + 6)}" cy="${y - 5}" r="6" fill="${colours[family]}"/>${text(x + 17, y, family)}`;
    x += textWidth(family, capitals) + 34;
    return row;
  });
}
