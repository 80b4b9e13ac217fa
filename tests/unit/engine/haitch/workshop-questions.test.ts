// Questions of the workshop: beams, tightening torques, threads per inch, pounds; each figure from a published table or worked out here.
import { describe, expect, test } from 'vitest';
import { openHaitchDesk } from '../../../../src/engine/haitch/open-haitch.ts';
import { askDesk, resourcesDir } from '../desk-rig.ts';

const desk = await openHaitchDesk({ resourcesDir });
const ask = async (message: string) => askDesk(desk, { data: { message, sender: 'ann' } });
const digits = (value: number, count = 3): string => String(Number(value.toPrecision(count)));
const gpa = 1000;

/** Roark, table 8.1: w and M of a cantilever and of a beam on two supports; I = b·h³/12 and π·d⁴/64. */
const plate = (20 * 5 ** 3) / 12;
const rod = (Math.PI * 8 ** 4) / 64;
const checked: readonly (readonly [string, ...string[]])[] = [
  [
    '300 mm cantilever of 20x5 aluminium with 50 N at the end',
    `${digits((50 * 300 ** 3) / (3 * 68.9 * gpa * plate))} mm`,
    `${digits((50 * 300 * 2.5) / plate)} MPa`,
  ],
  [
    'deflection of a cantilever: steel, 8 mm diameter, 200 mm, 20 N',
    `${digits((20 * 200 ** 3) / (3 * 210 * gpa * rod))} mm`,
    `${digits((20 * 200 * 4) / rod)} MPa`,
  ],
  [
    'a beam on two supports 1 m long of 20x5 mm aluminium, 10 N in the middle',
    `${digits((10 * 1000 ** 3) / (48 * 68.9 * gpa * plate))} mm`,
    `${digits(((10 * 1000) / 4) * (2.5 / plate))} MPa`,
  ],
  [
    'beam on two supports, 12 in long, 1 x 0.5 in, 6061, 100 lbf spread evenly',
    `${digits((5 * 444.822 * 304.8 ** 3) / (384 * 68.9 * gpa * ((25.4 * 12.7 ** 3) / 12)))} mm`,
  ],
  // NIST SP 811, appendix B.8: 1 lbf·in = 0.112 984 8 N·m, 1 lbf·ft = 1.355 818 N·m, 1 lb = 0.453 592 37 kg.
  ['convert 10 N m to lbf·in', digits(10 / 0.1129848, 6)],
  ['convert 20 in-lb to N m', digits(20 * 0.1129848, 5)],
  ['convert 12 lbf·in to N·m', digits(12 * 0.1129848, 6)],
  ['convert 30 ft-lb to Nm', digits(30 * 1.355818, 6)],
  ['convert 5 lb to kg', digits(5 * 0.45359237, 6)],
  ['stress of 100 lb on 2 in²', `${digits((100 * 4.448222) / (2 * 645.16))} MPa`],
  ['what is 20 TPI in mm', '1.27 mm'],
  ['how many TPI is M6', '25.4 threads per inch'],
  ['M8x1 in threads per inch', '25.4 threads per inch'],
  ['1.25 mm pitch in TPI', '20.32 threads per inch'],
];

describe('Haitch in the workshop', () => {
  test.each(checked)('“%s”', async (question, ...figures) => {
    const { message, body } = await ask(question);
    for (const figure of figures) expect(message).toContain(figure);
    expect(body['sources']).not.toEqual([]);
    expect(body['answered_by']).toContain('no language model');
  });

  test('a beam without its section, load or material asks for what is missing', async () => {
    expect((await ask('cantilever 300 mm, 50 N')).message).toMatch(/its section.*the material/);
    expect((await ask('300 mm cantilever of 20x5 aluminium')).message).toContain('the load');
  });

  test('a beam that yields is told so', async () => {
    expect((await ask('500 mm cantilever of 20x5 aluminium with 100 N')).message).toContain('it yields');
  });
});

/**
 * Torques and preloads as screw makers print them from VDI 2230, table A1, 90 % of Rp0.2: size, class, friction, kN, N·m.
 * Fine threads: Mastik catalogue, page 685 (VDI 2230:2001); M12 with 0.14: Bossard, tables F.049 to F.053 (2021).
 */
const printed: readonly (readonly [string, string, number, number, number | null])[] = [
  ['M8x1', '8.8', 0.12, 20.2, 26.1],
  ['M8x1', '10.9', 0.1, 30.4, 33.5],
  ['M10x1.25', '10.9', 0.14, 45.2, 83],
  ['M12x1.25', '12.9', 0.1, 84.4, 135],
  ['M16x1.5', '8.8', 0.12, 87.6, 218],
  ['M20x1.5', '8.8', 0.12, 148, 454],
  ['M20x1.5', '10.9', 0.14, 206, 728],
  ['M24x2', '12.9', 0.14, 339, 1442],
  ['M12', '8.8', 0.14, 41.9, null],
];

describe('tightening torques', () => {
  test.each(printed)('of %s, class %s, friction %d are those of VDI 2230', async (...row) => {
    const [size, grade, friction, kN, nm] = row;
    const { message } = await ask(`tightening torque for ${size} ${grade}, friction ${friction}`);
    const [, torque = '', preload = ''] = /\*\*([\d.]+) N·m\*\*.*preload ([\d.]+) kN/.exec(message) ?? [];
    expect(Math.abs(Number(preload) / kN - 1)).toBeLessThan(0.01);
    if (nm !== null) expect(Math.abs(Number(torque) / nm - 1)).toBeLessThan(0.01);
  });

  test('the common M6 8.8 with 0.12 is 10.1 N·m; a length is no pitch; units are those asked for', async () => {
    expect((await ask('torque for M6 8.8')).message).toContain('10.1 N·m');
    expect((await ask('torque for M6x20 8.8')).message).toContain('10.1 N·m');
    // 10.1 N·m / 0.1129848 = 89.8 lbf·in, by the torque's unrounded 10.15 N·m.
    const inch = Number(/= ([\d.]+) lbf·in/.exec((await ask('torque for M6 8.8 in lbf·in')).message)?.[1]);
    expect(Math.abs(inch - 10.15 / 0.1129848)).toBeLessThan(0.3);
    const foot = (await ask('torque M8 8.8 in lbf·ft')).message;
    expect(foot).toContain(`${digits(24.57 / 1.355818)} lbf·ft`);
  });

  test('what VDI 2230 does not give is said, not guessed', async () => {
    expect((await ask('torque for M4 A2-70')).message).toContain('not for A2-70');
    expect((await ask('torque for M7 8.8')).message).toContain('M7 is not among them');
    expect((await ask('torque for M8 8.8 friction 0.9')).message).toContain('outside');
  });
});
