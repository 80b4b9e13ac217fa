// A printed circuit board as far as its tray needs it: the size of its outline, and its mounting holes.
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';

/** Holes in mm from the middle of the outline's bounding rectangle, y up. */
export const boardSchema = z.object({
  widthMm: z.number().positive(),
  depthMm: z.number().positive(),
  holes: z.array(z.object({ x: z.number(), y: z.number(), diameterMm: z.number().positive() })),
  /** What a person should know of how the file was read. */
  remarks: z.array(z.string()),
});
export type Board = z.infer<typeof boardSchema>;

export type Point = readonly [number, number];
export interface Round {
  readonly at: Point;
  readonly diameterMm: number;
}

/** What a reader found: points that bound the outline, and round holes of any size. */
export interface BoardDrawing {
  readonly outline: readonly Point[];
  readonly rounds: readonly Round[];
  readonly remarks: readonly string[];
}

/** Smaller holes take no screw that is made, larger ones are no mounting holes, mm. */
const [leastHoleMm, mostHoleMm] = [2, 6.6];
const mostHoles = 100;
const mostMm = 2000;

/** The board of a drawing; a `Refusal` where there is no outline or no mounting hole, or where sizes are none of a board. */
export function boardOf({ outline, rounds, remarks }: BoardDrawing, name: string): Board {
  if (![...outline.flat(), ...rounds.flatMap(({ at }) => at)].every(Number.isFinite))
    throw fault(name, 'has coordinates that are no numbers');
  const [low, high] = [bound(outline, Math.min, Infinity), bound(outline, Math.max, -Infinity)];
  const [widthMm, depthMm] = [high[0] - low[0], high[1] - low[1]];
  if (outline.length === 0 || widthMm < 1 || depthMm < 1) throw fault(name, 'has no board outline');
  if (Math.max(widthMm, depthMm) > mostMm)
    throw fault(name, `has an outline of ${size(widthMm)} × ${size(depthMm)} mm, which is no board's`);
  const middle: Point = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  const holes = rounds
    .filter(({ diameterMm }) => diameterMm >= leastHoleMm && diameterMm <= mostHoleMm)
    .map(({ at, diameterMm }) => ({ x: at[0] - middle[0], y: at[1] - middle[1], diameterMm }))
    .filter(({ x, y }) => Math.abs(x) < widthMm / 2 && Math.abs(y) < depthMm / 2);
  const distinct = holes.filter(
    ({ x, y }, index) => holes.findIndex((other) => Math.hypot(other.x - x, other.y - y) < 0.1) === index,
  );
  if (distinct.length === 0)
    throw fault(name, `has no round mounting hole of ${leastHoleMm} to ${mostHoleMm} mm inside its outline`);
  if (distinct.length > mostHoles)
    throw fault(
      name,
      `has ${distinct.length} holes that may be mounting holes; ${mostHoles} at most are taken`,
    );
  return { widthMm, depthMm, holes: distinct, remarks: [...remarks] };
}

function bound(points: readonly Point[], pick: (a: number, b: number) => number, start: number): Point {
  return points.reduce<Point>(([x, y], [u, v]) => [pick(x, u), pick(y, v)], [start, start]);
}

function size(mm: number): string {
  return String(Number(mm.toPrecision(4)));
}

/** A sentence about the file. */
export function fault(name: string, what: string): Refusal {
  return new Refusal('CAD_FILE', `${name} ${what}.`, 'name');
}

/** Ends of an arc and the quarter points it passes: what bounds it. Angles in rad, `sweep` signed. */
export function arcBounds(
  center: Point,
  radius: number,
  { from, sweep }: { from: number; sweep: number },
): Point[] {
  const at = (angle: number): Point => [
    center[0] + radius * Math.cos(angle),
    center[1] + radius * Math.sin(angle),
  ];
  const [low, high] = [Math.min(from, from + sweep), Math.max(from, from + sweep)];
  const quarter = Math.PI / 2;
  const first = Math.ceil(low / quarter);
  const count = Math.min(5, Math.floor(high / quarter) - first + 1);
  const passed = Array.from({ length: Math.max(0, count) }, (_, index) => at((first + index) * quarter));
  return [at(from), at(from + sweep), ...passed];
}
