// CAD files over the bridge: opened by the real kernel, watched as a job, kept as a mesh, cancelled, refused with a sentence.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { decodeModelMesh } from '../../../../src/cad/mesh/mesh-file.ts';
import { patienceMs, Rig } from './workstation-rig.ts';

const bracket = {
  kind: 'engineering',
  text: 'Generate a mounting bracket for the thermostat',
  engineeringType: 'cad_generation',
  specifications: { dimensions: '100x80x20mm', material: 'ABS plastic', mounting_type: 'wall_mount' },
} as const;

/** Asks the real engine for the bracket and returns its STEP file once its bytes are here. */
async function bracketFile(rig: Rig, roomId: string) {
  await rig.online();
  await rig.ask('messages.send', { roomId, ...bracket });
  return vi.waitFor(
    async () => {
      const files = await rig.ask('files.list', { roomId });
      const step = files.find(({ name, bytes }) => name.endsWith('.step') && bytes.state === 'stored');
      if (step === undefined) throw new Error('no STEP file yet');
      return step;
    },
    { timeout: patienceMs, interval: 200 },
  );
}

function jobStates(rig: Rig, id: string): string[] {
  return rig.events.flatMap((event) =>
    event.name === 'job.changed' && event.payload.id === id ? [event.payload.state] : [],
  );
}

describe('models', () => {
  test('a generated bracket opens as a mesh of 100 x 80 x 20 mm, once by the kernel, then from the cache', async () => {
    await using rig = await Rig.open();
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Thermostat' });
    const step = await bracketFile(rig, roomId);
    const { url, jobId } = await rig.ask('models.open', { fileId: step.id });
    const again = await rig.ask('models.open', { fileId: step.id });
    expect(again.jobId).toBe(jobId);
    const answer = await rig.fetch(url);
    expect(answer.status).toBe(200);
    const { box, parts } = decodeModelMesh(new Uint8Array(await answer.arrayBuffer()));
    expect(parts).toHaveLength(1);
    // The sizes are those that were asked for.
    const size = box.max.map((most, axis) => most - (box.min[axis] ?? Number.NaN)).toSorted((a, b) => b - a);
    for (const [axis, expected] of [100, 80, 20].entries()) expect(size[axis]).toBeCloseTo(expected, 3);
    expect(jobStates(rig, jobId)[0]).toBe('queued');
    expect(jobStates(rig, jobId)).toContain('running');
    expect(jobStates(rig, jobId).at(-1)).toBe('done');
    const kept = readdirSync(join(rig.folder.path, 'cache/meshes/0.0.0-test'));
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.step\.mesh$/)]);
    expect(await rig.ask('files.preview', { fileId: step.id })).toEqual({ kind: 'model' });
  });

  test('a file that is no CAD file says so, as a failed job and at its address, and stays attached', async () => {
    await using rig = await Rig.open();
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Broken' });
    const file = await rig.upload(roomId, 'broken.step', 'ISO-10303-21;\nthis is not one');
    const { url, jobId } = await rig.ask('models.open', { fileId: file.id });
    const answer = await rig.fetch(url);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ message: expect.stringContaining('no readable STEP file') });
    const job = (await rig.ask('jobs.list', {})).find(({ id }) => id === jobId);
    expect(job).toMatchObject({ state: 'failed', reason: expect.stringContaining('no readable STEP file') });
    expect(await rig.ask('files.get', { fileId: file.id })).toEqual(file);
    const retried = await rig.ask('models.open', { fileId: file.id });
    expect(retried.jobId).not.toBe(jobId);
    expect((await rig.fetch(retried.url)).status).toBe(422);
  });

  test('a job that the person cancels ends as cancelled, and its address says so', async () => {
    await using rig = await Rig.open();
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Impatient' });
    const file = await rig.upload(roomId, 'some.step', 'ISO-10303-21;');
    const { url, jobId } = await rig.ask('models.open', { fileId: file.id });
    const answer = rig.fetch(url);
    await rig.ask('jobs.cancel', { id: jobId });
    expect((await answer).status).toBe(422);
    expect(await (await answer).json()).toEqual({ message: 'You cancelled it.' });
    expect((await rig.ask('jobs.list', {})).find(({ id }) => id === jobId)).toMatchObject({
      state: 'cancelled',
      reason: 'You cancelled it.',
    });
    expect(await rig.fails('jobs.cancel', { id: 'job-99' })).toMatchObject({
      code: 'JOB_UNKNOWN',
      field: 'id',
    });
  });

  test('a file that is not known is refused by name', async () => {
    await using rig = await Rig.open();
    expect((await rig.fails('models.open', { fileId: 'none' })).message).toMatch(/none/);
  });
});
