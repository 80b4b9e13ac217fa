// Mass properties through the real kernel, against closed forms of mechanics: block, ring, right-angled triangle.
import { afterAll, describe, expect, test } from 'vitest';
import { openEngineeringDesk } from '../../../../src/engine/engineering/open-engineering.ts';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { engineeringResponseDataSchema } from '../../../../src/shared/protocol/engineering-response.ts';
import { openKernelRig, partOf } from '../../cad/kernel-rig.ts';
import { askDesk, resourcesDir, roomWith, textFile } from '../desk-rig.ts';

const rig = openKernelRig();
afterAll(() => rig[Symbol.asyncDispose]());
const desk = await openEngineeringDesk({ resourcesDir, kernel: rig.kernel });

async function stepOf(family: string, values: Record<string, number>): Promise<RoomFile> {
  const { files } = await rig.kernel.run('generate', { part: partOf(family, values), folder: rig.folder })
    .result;
  const step = files.find(({ name }) => name.endsWith('.step'));
  if (step === undefined) throw new Error('no STEP was written');
  return { ...textFile(step.name), path: step.path };
}

interface Asked {
  readonly message?: string;
  readonly attached?: readonly RoomFile[];
  readonly specifications?: Record<string, unknown>;
  readonly room?: ReturnType<typeof roomWith>;
}

async function measure({ message = 'how heavy?', attached = [], specifications = {}, room }: Asked) {
  const data = { message, sender: 'ann', engineering_type: 'mass_properties', specifications };
  const answer = await askDesk(desk, { data, attached, ...(room === undefined ? {} : { room }) });
  const body = engineeringResponseDataSchema.parse({ ...answer.body, message: answer.message });
  const rows = body.tables?.[0]?.rows ?? [];
  const moment = (name: string): number => Number(rows.find((row) => row['name'] === name)?.['value']);
  return { ...body, model: answer.body['model'], moment, unit: body.tables?.[0]?.columns[1]?.unit };
}

/** Relative to the closed form. */
const near = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));

describe('mass and inertia are those of the closed form', () => {
  test('[P-MASS-2] a block: m (b² + c²) / 12', async () => {
    const [b, c, t] = [100, 80, 5];
    const block = await stepOf('flat_plate', {
      width: b,
      depth: c,
      thickness: t,
      corner_radius: 0,
      hole_count: 0,
      hole_diameter: 5,
      hole_edge_distance: 10,
    });
    const found = await measure({ attached: [block], specifications: { material: 'aluminium 6061' } });
    const grams = (b * c * t * 2.7) / 1000;
    near(found.measured?.mass_g ?? 0, grams);
    near(found.moment('x'), (grams * (c * c + t * t)) / 12);
    near(found.moment('y'), (grams * (b * b + t * t)) / 12);
    near(found.moment('z'), (grams * (b * b + c * c)) / 12);
    expect([found.moment('xy'), found.moment('yz'), found.moment('zx')]).toEqual([0, 0, 0]);
    near(found.moment('Principal 3'), (grams * (b * b + c * c)) / 12);
    expect(found.unit).toBe('g·mm²');
  });

  test('[P-MASS-3] a ring: V (R² + r²) / 2, without a material and so without a mass', async () => {
    const ring = await stepOf('round_spacer', { thread: 5, outer_diameter: 20, bore: 10, length: 30 });
    const found = await measure({ attached: [ring] });
    const volume = Math.PI * (100 - 25) * 30;
    near(found.measured?.volume_mm3 ?? 0, volume);
    near(found.moment('z'), (volume * (100 + 25)) / 2);
    near(found.moment('x'), volume * ((100 + 25) / 4 + 900 / 12));
    expect(found.measured?.mass_g).toBeUndefined();
    expect(found.message).toContain('No material was named');
    expect(found.unit).toBe('mm⁵');
  });

  test('a right-angled triangle: −∫xy dV = b² h² t / 72 and principal moments that are no axis of the frame', async () => {
    const [b, h, t] = [60, 40, 5];
    const triangle = await stepOf('gusset', { base: b, height: h, thickness: t, corner_cut: 0 });
    const { moment } = await measure({ attached: [triangle] });
    near(Math.abs(moment('xy')), (b * b * h * h * t) / 72);
    const volume = (b * h * t) / 2;
    const [xx, yy] = [volume * ((h * h) / 18 + (t * t) / 12), volume * ((b * b) / 18 + (t * t) / 12)];
    near(moment('x'), xx);
    near(moment('y'), yy);
    // Mohr's circle gives the smaller principal moment in the plane.
    near(moment('Principal 1'), (xx + yy) / 2 - Math.hypot((xx - yy) / 2, (b * b * h * h * t) / 72));
  });
});

describe('the model', () => {
  test('[P-MASS-1] is the attached one, the named one, or the latest result with its material', async () => {
    const ring = await stepOf('round_spacer', { thread: 5, outer_diameter: 20, bore: 10, length: 30 });
    const material = { name: 'Brass', density_g_cm3: 8.4, source: 'test' };
    const measured = {
      bounding_box_mm: { x: 20, y: 20, z: 30 },
      volume_mm3: 1,
      surface_area_mm2: 1,
      center_of_mass_mm: [0, 0, 0],
      method: 'exact',
      material,
    };
    const answer = {
      code: 'engineering_response',
      request: {},
      at: '2026-11-24T10:00:00.000Z',
      body: {
        message: '',
        engineering_type: 'cad_generation',
        measured,
        files: [{ id: ring.id, name: ring.name }],
      },
    };
    const room = roomWith({ answers: [answer], files: [ring] });
    const latest = await measure({ room });
    expect(latest.model).toMatchObject({ found: 'the latest result of this room', solids: 1 });
    near(latest.measured?.mass_g ?? 0, Math.PI * 75 * 30 * 0.0084);
    const named = await measure({ room, specifications: { model: ring.name } });
    expect(named.model).toMatchObject({ found: 'named in specifications.model' });
    expect(named.measured?.mass_g).toBeUndefined();
  });

  test('[P-MASS-4] that is missing, unknown, damaged or of another kind is refused by field', async () => {
    await expect(measure({})).rejects.toMatchObject({ errorCode: 'ENGINEERING_ERROR' });
    await expect(measure({ attached: [textFile('notes.txt')] })).rejects.toThrow(/notes\.txt is no STEP/);
    await expect(measure({ specifications: { model: 'gone.step' } })).rejects.toThrow(
      /specifications\.model/,
    );
    const empty = { ...textFile('part.igs'), path: import.meta.filename };
    await expect(measure({ attached: [empty] })).rejects.toThrow(/no readable IGES/);
    const damaged = { ...textFile('broken.step'), path: import.meta.filename };
    await expect(measure({ attached: [damaged] })).rejects.toThrow(/broken\.step/);
    const ring = await stepOf('round_spacer', { thread: 5, outer_diameter: 20, bore: 10, length: 30 });
    await expect(measure({ attached: [ring], specifications: { material: 'unobtainium' } })).rejects.toThrow(
      /specifications\.material/,
    );
    await expect(
      measure({ message: 'in brass', attached: [ring], specifications: { material: 'ABS' } }),
    ).rejects.toThrow(/says ABS, but the message says .*brass/i);
  });
});
