// The cache of meshes: what is used least goes first, half-written ones go always, lost ones are made again.
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Jobs } from '../../../../src/main/jobs/jobs.ts';
import { MeshCache, type MeshCacheSetup } from '../../../../src/main/previews/mesh-cache.ts';
import { TemporaryFolder } from '../workstation/workstation-rig.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A kernel that writes a mesh at once and counts; the real one is in the workstation's own test of models. */
function countingKernel() {
  let count = 0;
  const tessellate: MeshCacheSetup['tessellate'] = ({ outPath }) => {
    count += 1;
    writeFileSync(outPath, 'mesh');
    return { result: Promise.resolve({ partCount: 1 }), cancel: () => {} };
  };
  return { tessellate, count: () => count };
}

function openCache(folder: string, largestBytes = 1000) {
  const { tessellate, count } = countingKernel();
  const jobs = new Jobs();
  const cache = MeshCache.open({ folder, tessellate, jobs, log, largestBytes });
  return { cache, jobs, count };
}

function file(letter: string, name = 'part.step') {
  return { path: '/nowhere', name, sha256: letter.repeat(64) };
}

test('what was used least recently goes when the cache is too large, and what was half written', async () => {
  using folder = new TemporaryFolder();
  for (const [index, name] of ['old.mesh', 'middle.mesh', 'new.mesh'].entries()) {
    writeFileSync(join(folder.path, name), Buffer.alloc(400));
    utimesSync(join(folder.path, name), 1000 + index, 1000 + index);
  }
  writeFileSync(join(folder.path, 'half.step.mesh.new'), 'x');
  await openCache(folder.path).cache;
  expect(readdirSync(folder.path).toSorted()).toEqual(['middle.mesh', 'new.mesh']);
});

test('the same content is opened once, even by two at a time; another format of it is another mesh', async () => {
  using folder = new TemporaryFolder();
  const { cache, count } = openCache(folder.path);
  const meshes = await cache;
  const [one, two] = [meshes.begin(file('a')), meshes.begin(file('a', 'renamed.STEP'))];
  expect(two).toEqual(one);
  await meshes.meshPath(one.key);
  meshes.begin(file('a', 'part.iges'));
  expect(count()).toBe(2);
});

test('one that is in the cache already is a job that is done', async () => {
  using folder = new TemporaryFolder();
  const first = openCache(folder.path);
  const { key } = (await first.cache).begin(file('a'));
  await (await first.cache).meshPath(key);
  const { cache, jobs, count } = openCache(folder.path);
  const { jobId } = (await cache).begin(file('a'));
  expect(jobs.list().find(({ id }) => id === jobId)).toMatchObject({ state: 'done', progress: 1 });
  expect(count()).toBe(0);
});

test('one whose mesh was deleted meanwhile is made again', async () => {
  using folder = new TemporaryFolder();
  const { cache, count } = openCache(folder.path);
  const meshes = await cache;
  const { key } = meshes.begin(file('a'));
  const path = await meshes.meshPath(key);
  rmSync(path ?? '');
  meshes.begin(file('a'));
  expect(existsSync((await meshes.meshPath(key)) ?? '')).toBe(true);
  expect(count()).toBe(2);
  expect(await meshes.meshPath('unknown')).toBeNull();
});
