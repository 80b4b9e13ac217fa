// Maps in the viewer: what is beyond a limit, how much of it there is, and which colour says so.
import { describe, expect, it } from 'vitest';
import { computeMap } from '../../../../src/cad/maps/compute-map.ts';
import { isBeyond, mapColor, summarise, valueNear } from '../../../../src/renderer/viewer/model/map-scale.ts';
import { boxPart } from './box-part.ts';

const box = boxPart([0, 0, 0], [100, 80, 20]);

describe('map scale', () => {
  it('allows what is exactly at the limit', () => {
    expect([1.4, 1.5, 1.6].map((value) => isBeyond('thickness', value, 1.5))).toEqual([true, false, false]);
    expect([44, 45, 46].map((value) => isBeyond('overhang', value, 45))).toEqual([false, false, true]);
    expect([-1.1, -1, 0, 1, 1.1].map((value) => isBeyond('draft', value, 1))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is warm beyond the limit, cold within it, and grey where nothing is said', () => {
    const isWarm = ([red, , blue]: readonly number[]): boolean => (red ?? 0) > (blue ?? 0);
    expect([0.1, 1.49, 1.5, 9].map((value) => isWarm(mapColor('thickness', value, 1.5)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([-80, 0, 45, 45.1, 90].map((value) => isWarm(mapColor('overhang', value, 45)))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect([-30, -1, -0.9, 0, 0.9, 1, 30].map((value) => isWarm(mapColor('draft', value, 1)))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    const [red, green, blue] = mapColor('draft', Number.NaN, 1);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(0.1);
  });

  it('sums up a box of 100 × 80 × 20: below 50 mm are its two large faces', () => {
    const found = summarise(
      'thickness',
      computeMap([box], { kind: 'thickness' }, () => {}),
      50,
    );
    expect(found.areaMm2).toBeCloseTo(23_200, 0);
    expect(found.beyondMm2).toBeCloseTo(16_000, 0);
    expect(found.silentMm2).toBe(0);
    expect(found.range?.map((value) => Number(value.toFixed(3)))).toEqual([20, 100]);
  });

  it('finds the value under the pointer, and none where the triangle has no patch', () => {
    const [map] = computeMap([box], { kind: 'thickness' }, () => {});
    if (map === undefined) throw new Error('there is no map');
    expect(valueNear(map, 2, [40, 30, 20])).toBeCloseTo(20, 3);
    expect(valueNear(map, 8, [0, 30, 10])).toBeCloseTo(100, 3);
    expect(valueNear(map, 99, [0, 0, 0])).toBeNaN();
  });
});
