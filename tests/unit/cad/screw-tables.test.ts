// Sizes of screws stand twice, with the parts and with the standards that Haitch reads: both must say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { findClearanceHole } from '../../../src/cad/understand/screw-sizes.ts';

const { rows } = z
  .object({
    rows: z.array(
      z.object({
        size: z.string(),
        threadsPerInch: z.number(),
        clearanceIn: z.array(z.number()).optional(),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../resources/standards/un-threads.json'), 'utf8'),
    ),
  );

it('clearance holes of inch screws are those of the table of standards, for each fit', () => {
  const compared = rows.filter(({ size, threadsPerInch, clearanceIn = [] }) => {
    const holes = ['close', 'normal', 'loose'].map(
      (fit) => findClearanceHole(`${size}-${threadsPerInch} clearance, ${fit} fit`)?.diameterMm,
    );
    if (holes[0] === undefined || clearanceIn.length === 0) return false;
    holes.forEach((mm, fit) => expect(mm, `${size} ${fit}`).toBeCloseTo((clearanceIn[fit] ?? 0) * 25.4, 9));
    return true;
  });
  expect(compared.length).toBeGreaterThanOrEqual(20);
});
