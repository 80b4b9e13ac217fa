// Upright cylinders and where four of them stand: posts, standoffs and screw holes.
import { makeCylinder, type Solid } from 'replicad';

/** Upright cylinder from z = `from`. */
export const upright = (
  diameter: number,
  height: number,
  [x, y, from]: readonly [number, number, number],
): Solid => makeCylinder(diameter / 2, height, [x, y, from], [0, 0, 1]);

/** The four places at ±x, ±y. */
export const corners = ({ x, y }: { x: number; y: number }): [number, number][] => [
  [x, y],
  [-x, y],
  [x, -y],
  [-x, -y],
];
