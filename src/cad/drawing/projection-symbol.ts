// The symbol of the projection method (ISO 5456-2, figures 3 and 6): a truncated cone from its side and from its small end.
import { type Item, line, type Point } from './drawing-model.ts';

export type Projection = 'first-angle' | 'third-angle';

/** Draws the symbol around `center`; `size` is the diameter of the cone's large end, mm. */
export function projectionSymbol(projection: Projection, [x, y]: Point, size: number): Item[] {
  // Seen from the left, where the small end is, the view stands at the right of the cone in first angle, at its left in third.
  const side = projection === 'first-angle' ? 1 : -1;
  const cone = x - side * size * 0.75;
  const circles = x + side * size * 0.75;
  const [half, small] = [size / 2, size / 4];
  const circle = (radius: number): Item => ({
    shape: 'arc',
    layer: 'VISIBLE',
    center: [circles, y],
    radius,
    from: 0,
    to: 360,
  });
  return [
    line(
      'VISIBLE',
      [cone - half, y - small],
      [cone + half, y - half],
      [cone + half, y + half],
      [cone - half, y + small],
      [cone - half, y - small],
    ),
    circle(half),
    circle(small),
    line('CENTER', [cone - half - 1.5, y], [cone + half + 1.5, y]),
    line('CENTER', [circles - half - 1.5, y], [circles + half + 1.5, y]),
    line('CENTER', [circles, y - half - 1.5], [circles, y + half + 1.5]),
  ];
}
