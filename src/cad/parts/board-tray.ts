// A PCB tray whose standoffs stand where the holes of a given board are: its checks and closed form.
import type { Board } from '../board/board.ts';
import { circleArea, type Problem, readValues, roundedRectangleArea } from './family.ts';
import { pcbPlate } from './families/pcb-tray.ts';
import type { PartValues } from './part-specification.ts';

/** Volume, mm³: the plate, and a tube for each hole of the board. */
export function boardTrayVolume(values: PartValues, { holes }: Board): number {
  const v = readValues(
    values,
    'corner_radius',
    'thickness',
    'standoff_diameter',
    'core_hole',
    'standoff_height',
  );
  const [x, y] = pcbPlate(values);
  const standoff = (circleArea(v.standoff_diameter) - circleArea(v.core_hole)) * v.standoff_height;
  return roundedRectangleArea(x, y, v.corner_radius) * v.thickness + holes.length * standoff;
}

/** Standoffs that hang over the plate or meet one another. */
export function checkBoardTray(values: PartValues, { holes }: Board): Problem[] {
  const { standoff_diameter: diameter, corner_radius: corner } = readValues(
    values,
    'standoff_diameter',
    'corner_radius',
  );
  const [width, depth] = pcbPlate(values);
  const isOver = holes.some(({ x, y }) => {
    const [toX, toY] = [width / 2 - Math.abs(x), depth / 2 - Math.abs(y)];
    const [overX, overY] = [corner - toX, corner - toY];
    const isCornered = overX > 0 && overY > 0 && Math.hypot(overX, overY) + diameter / 2 > corner;
    return Math.min(toX, toY) < diameter / 2 || isCornered;
  });
  if (isOver)
    return [
      { field: 'margin', message: `standoffs of Ø${diameter} mm at the board's holes hang over the plate` },
    ];
  const meet = holes.some(({ x, y }, index) =>
    holes.slice(index + 1).some((other) => Math.hypot(other.x - x, other.y - y) < diameter + 0.1),
  );
  if (!meet) return [];
  return [{ field: 'standoff_diameter', message: `standoffs of Ø${diameter} mm at the board's holes meet` }];
}
