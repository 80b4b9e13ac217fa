// The grid of a chart: its frame, lines, numbers and the names of its axes.
import { type LogScale, logTicks } from './log-scale.ts';
import type { Objective } from './objectives.ts';
import type { Box } from './place-labels.ts';
import type { Property } from './spans.ts';
import { digits, text } from './svg-text.ts';

export interface Scales {
  readonly x: LogScale;
  readonly y: LogScale;
}

/** Draws the grid into `area`. */
export function grid({ x, y }: Scales, objective: Objective, area: Box): string {
  const bottom = area.y + area.height;
  const right = area.x + area.width;
  const lines = [
    ...logTicks(x).map(({ value, isNumbered }) => {
      const at = digits(x.place(value));
      const line = `<path d="M${at} ${area.y}V${bottom}" stroke="${isNumbered ? '#cfd5dc' : '#eceff2'}"/>`;
      return isNumbered
        ? line + text(x.place(value), bottom + 21, String(value), { anchor: 'middle' })
        : line;
    }),
    ...logTicks(y).map(({ value, isNumbered }) => {
      const at = digits(y.place(value));
      const line = `<path d="M${area.x} ${at}H${right}" stroke="${isNumbered ? '#cfd5dc' : '#eceff2'}"/>`;
      return isNumbered
        ? line + text(area.x - 8, y.place(value) + 5, String(value), { anchor: 'end' })
        : line;
    }),
  ];
  const name = ({ title, symbol, unit }: Property): string =>
    `${title.replace(/ \(.*\)/, '')} ${symbol}, ${unit}`;
  const middle = area.y + area.height / 2;
  return [
    ...lines,
    `<rect x="${area.x}" y="${area.y}" width="${area.width}" height="${area.height}" fill="none" stroke="#7a828d"/>`,
    text(area.x + area.width / 2, bottom + 48, name(objective.x), { anchor: 'middle', size: 17 }),
    `<g transform="translate(28 ${middle}) rotate(-90)">${text(0, 0, name(objective.y), { anchor: 'middle', size: 17 })}</g>`,
  ].join('\n');
}
