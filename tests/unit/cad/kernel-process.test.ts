// The kernel as a process that can be cancelled, that may die, hang or talk nonsense: one job fails, the next goes on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKernelRig, partOf } from './kernel-rig.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kernel-entry-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A kernel process that is only these lines. */
function entryOf(name: string, lines: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, lines);
  return path;
}
const plate = partOf('flat_plate', {
  width: 50,
  depth: 40,
  thickness: 2,
  corner_radius: 0,
  hole_count: 0,
  hole_diameter: 4,
  hole_edge_distance: 8,
});

it('a job that is cancelled while it runs says why, and the next one is done', async () => {
  await using rig = openKernelRig();
  const stages: string[] = [];
  let cancel = (): void => {};
  const job = rig.kernel.run(
    'generate',
    { part: plate, folder: rig.folder },
    {
      onProgress: ({ stage }) => {
        stages.push(stage);
        cancel();
      },
    },
  );
  cancel = () => job.cancel('The person pressed cancel.');
  await expect(job.result).rejects.toMatchObject({
    code: 'CANCELLED',
    message: 'The person pressed cancel.',
  });
  expect(stages).toEqual(['Starting the kernel']);
  const { measured } = await rig.kernel.run('generate', { part: plate, folder: rig.folder }).result;
  expect(measured.volume_mm3).toBeCloseTo(4000, 6);
});

it('a waiting job is cancelled without disturbing the running one', async () => {
  await using rig = openKernelRig();
  const running = rig.kernel.run('generate', { part: plate, folder: rig.folder });
  const waiting = rig.kernel.run('generate', { part: plate, folder: rig.folder });
  waiting.cancel('Not needed any more.');
  await expect(waiting.result).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(running.result).resolves.toBeDefined();
});

it('a job that takes too long is stopped, and says how long that was', async () => {
  await using rig = openKernelRig(entryOf('hangs', 'setInterval(() => {}, 1000);'));
  const job = rig.kernel.run('generate', { part: plate, folder: rig.folder }, { timeoutMs: 200 });
  await expect(job.result).rejects.toMatchObject({
    code: 'CANCELLED',
    message: expect.stringContaining('longer than 0.2 s'),
  });
});

it('a process that dies loses its job only', async () => {
  const entry = entryOf('dies', 'process.on("message", () => process.kill(process.pid, "SIGKILL"));');
  await using rig = openKernelRig(entry);
  const jobs = [
    rig.kernel.run('generate', { part: plate, folder: rig.folder }),
    rig.kernel.run('generate', { part: plate, folder: rig.folder }),
  ];
  for (const job of jobs)
    await expect(job.result).rejects.toMatchObject({
      code: 'KERNEL',
      message: expect.stringContaining('SIGKILL'),
    });
});

it.each([
  ['no reply at all', '"nonsense"'],
  ['a result without its facts', '{ type: "done", id, result: {}, residentBytes: 1 }'],
])('%s fails the job and not its caller', async (name, reply) => {
  const lines = `process.on("message", ({ id }) => process.send(${reply}));`;
  await using rig = openKernelRig(entryOf(name.replaceAll(' ', '-'), lines));
  await expect(rig.kernel.run('generate', { part: plate, folder: rig.folder }).result).rejects.toMatchObject({
    code: 'KERNEL',
    message: expect.stringContaining('cannot be read'),
  });
});

it('a part that no family knows, and a file that is none, are refused by the kernel itself', async () => {
  await using rig = openKernelRig();
  const odd = rig.kernel.run('generate', { part: partOf('__proto__', {}), folder: rig.folder });
  await expect(odd.result).rejects.toMatchObject({ code: 'PART_FAMILY' });
  const path = join(folder, 'broken.step');
  writeFileSync(path, 'ISO-10303-21; this is no STEP file');
  const file = rig.kernel.run('tessellate', { path, name: 'broken.step', outPath: join(rig.folder, 'out') });
  await expect(file.result).rejects.toMatchObject({ code: 'CAD_FILE' });
});

it('a closed kernel refuses, and what waited is told', async () => {
  const rig = openKernelRig();
  const job = rig.kernel.run('generate', { part: plate, folder: rig.folder });
  const told = expect(job.result).rejects.toMatchObject({ code: 'CANCELLED' });
  await rig[Symbol.asyncDispose]();
  await told;
  await expect(rig.kernel.run('generate', { part: plate, folder: rig.folder }).result).rejects.toMatchObject({
    code: 'KERNEL',
  });
});
