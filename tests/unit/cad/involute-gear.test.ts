// The involute gear against what its makers measure: base tangent length, and an area counted by strips.
import { describe, expect, it } from 'vitest';
import { flankAt, involuteGear } from '../../../src/cad/parts/involute-gear.ts';

/** Area of the outline by the shoelace rule over many points: no Green's theorem of involutes. */
function countedArea(module: number, teeth: number, angle: number): number {
  const gear = involuteGear(module, teeth, angle);
  const points: [number, number][] = [];
  const steps = 4000;
  const flank = Array.from({ length: steps + 1 }, (_, index) => {
    const roll = gear.from + ((gear.to - gear.from) * index) / steps;
    const { point } = flankAt(gear, roll);
    return { radius: Math.hypot(...point), angle: Math.atan2(point[1], point[0]) };
  });
  const foot = flank[0]?.angle ?? 0;
  const pitch = (2 * Math.PI) / teeth;
  const add = (radius: number, at: number): void => {
    points.push([radius * Math.cos(at), radius * Math.sin(at)]);
  };
  // One tooth from gap to gap; the sector is closed through the middle.
  points.push([0, 0]);
  for (let step = 0; step <= steps; step += 1)
    add(gear.root, -pitch / 2 + ((pitch / 2 + foot) * step) / steps);
  for (const { radius, angle: at } of flank) add(radius, at);
  for (let step = 0; step <= steps; step += 1) {
    const tip = flank.at(-1)?.angle ?? 0;
    add(gear.tip, tip - (2 * tip * step) / steps);
  }
  for (const { radius, angle: at } of flank.toReversed()) add(radius, -at);
  for (let step = 0; step <= steps; step += 1) add(gear.root, -foot + ((pitch / 2 + foot) * step) / steps);
  let twice = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
    twice += x * nextY - nextX * y;
  });
  return (twice / 2) * teeth;
}

describe('an involute gear', () => {
  it.each([
    [2, 24, 20],
    [1, 60, 20],
    [0.5, 17, 20],
    [3, 40, 14.5],
    [1, 100, 25],
  ])('module %f, %i teeth, %f°: area as counted', (module, teeth, angle) => {
    expect(involuteGear(module, teeth, angle).areaMm2 / countedArea(module, teeth, angle)).toBeCloseTo(1, 6);
  });

  it('is half a pitch thick at the pitch circle', () => {
    const gear = involuteGear(2, 24, 20);
    const pitchRadius = 24;
    const roll = Math.sqrt((pitchRadius / gear.base) ** 2 - 1);
    const { point } = flankAt(gear, roll);
    expect(Math.hypot(...point)).toBeCloseTo(pitchRadius, 9);
    expect(2 * pitchRadius * Math.abs(Math.atan2(point[1], point[0]))).toBeCloseTo((Math.PI * 2) / 2, 9);
  });

  it('has the base tangent length that is printed in tables: W over 3 teeth of z = 24, m = 2 is 15.433 mm (m · 7.7165)', () => {
    const gear = involuteGear(2, 24, 20);
    // Over k teeth: (k − 1) base pitches and one tooth at the base circle.
    const basePitch = (2 * Math.PI * gear.base) / 24;
    expect(2 * basePitch + 2 * gear.base * gear.halfAtBase).toBeCloseTo(15.433, 3);
  });
});
