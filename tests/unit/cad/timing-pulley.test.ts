// Timing pulleys against published figures: outside diameters of catalogues, and grooves measured by other means.
import { describe, expect, it, test } from 'vitest';
import { timingTeeth } from '../../../src/cad/parts/families/timing-pulley.ts';
import { timingBelts } from '../../../src/cad/parts/timing-belts.ts';
import { grooveArea, timingGroove } from '../../../src/cad/parts/timing-groove.ts';
import { faultsOf, understand } from './understand-parts.ts';

describe('a series is known by its words', () => {
  it.each([
    ['GT2 pulley 20 teeth', 2, 0.254, 12.22],
    ['20T GT2 timing pulley, bore 5 mm', 2, 0.254, 12.22],
    // Stock pulleys: HTD 3M of 20 teeth 18.34, 5M of 24 teeth 37.05, XL of 20 teeth 31.83, MXL of 40 teeth 25.36.
    ['HTD 3M pulley, 20 teeth', 3, 0.381, 18.34],
    ['timing pulley HTD 5M with 24 teeth', 5, 0.5715, 37.05],
    ['XL timing belt pulley 20 teeth', 5.08, 0.254, 31.83],
    ['MXL pulley 40 teeth', 2.032, 0.254, 25.36],
    // Catalogues to DIN 7721: T5 of 10 and 60 teeth 15.05 and 94.65, T10 of 20 teeth 61.8.
    ['T5 pulley 12 teeth', 5, 0.42, 18.25],
    ['T5 timing pulley 60 teeth', 5, 0.42, 94.65],
    ['T10 pulley 20 teeth', 10, 0.93, 61.8],
  ])('%s', (text, pitch, pitchLine, outside) => {
    const { part } = understand(text);
    expect(part.family).toBe('timing_pulley');
    expect(part.values).toMatchObject({ pitch, pitch_line: pitchLine });
    expect(Math.abs(2 * timingTeeth(part.values).outerRadius - outside)).toBeLessThan(0.025);
  });

  it('a plain pulley stays one for V-belts, and a pitch of no belt is refused with those that are known', () => {
    expect(understand('pulley OD 180 mm, 3 grooves, bore 40 mm').part.family).toBe('v_pulley');
    const [fault] = faultsOf('timing pulley with 20 teeth', { pitch: 4 });
    expect(fault?.message).toContain('GT2 (2 mm): 2 mm');
  });
});

describe('grooves', () => {
  /** Width of the groove at a distance from the axis, mm, by walking along its pieces in small steps. */
  function areaBySteps(belt: (typeof timingBelts)[number], outer: number): number {
    const upper = (timingGroove(belt, outer) ?? []).filter(({ to }) => to[1] > 1e-9);
    const points = upper.flatMap(({ from, to, arc }) =>
      Array.from({ length: 4001 }, (_, step): [number, number] => {
        const share = step / 4000;
        const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
        if (arc === undefined) return [x, y];
        const [dx, dy] = [x - arc.center[0], y - arc.center[1]];
        const size = Math.hypot(dx, dy);
        return [arc.center[0] + (dx / size) * arc.radius, arc.center[1] + (dy / size) * arc.radius];
      }),
    );
    // In polar strips: between the groove's flank and the axis, out to the circle.
    return points.slice(1).reduce((sum, [x, y], index) => {
      const [u = x, v = y] = points[index] ?? [];
      const turn = Math.atan2(y, x) - Math.atan2(v, u);
      const inner = ((x + u) / 2) ** 2 + ((y + v) / 2) ** 2;
      return sum + turn * (outer ** 2 - inner);
    }, 0);
  }

  test.each(timingBelts.map((belt) => [belt.name, belt] as const))('%s', (_, belt) => {
    for (const teeth of [16, 60]) {
      const outer = (belt.pitch * teeth) / (2 * Math.PI) - belt.pitchLine;
      const pieces = timingGroove(belt, outer);
      if (pieces === null) throw new Error('no groove');
      expect(grooveArea(pieces, outer) / areaBySteps(belt, outer)).toBeCloseTo(1, 5);
      // The floor lies at the depth, and neighbours leave a land.
      expect(Math.min(...pieces.map(({ from }) => Math.hypot(...from)))).toBeCloseTo(outer - belt.depth, 9);
      const edge = pieces.at(-1)?.to ?? [0, 0];
      expect(Math.atan2(edge[1], edge[0])).toBeLessThan(Math.PI / teeth);
    }
  });

  test('widths at the outside as in the tables: 3.25 mm of HTD 5M, 1.9 mm of 3M (ISO 13050), 1.2 mm of GT2 less its tip radii', () => {
    const width = (name: string): number => {
      const belt = timingBelts.find((one) => one.name === name);
      const edge = belt === undefined ? undefined : timingGroove(belt, 1e4)?.at(-1)?.to;
      return 2 * (edge?.[1] ?? 0);
    };
    expect(Math.abs(width('HTD 5M') - 3.25)).toBeLessThan(0.05);
    expect(Math.abs(width('HTD 3M') - 1.9)).toBeLessThan(0.05);
    expect(width('GT2 (2 mm)')).toBeCloseTo(1.2, 3);
  });
});
