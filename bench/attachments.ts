// Suite `attachments`: 1 GiB in 50 files attached, durable and hashed, against cp, sync and sha256sum of the same files.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const files = 50;
const mib = 1024 ** 2;
const totalMib = 1024;
const neededBytes = 4 * 1024 * mib;

export async function run(): Promise<void> {
  using folder = new ScratchFolder();
  const { bavail, bsize } = statfsSync(folder.path);
  if (bavail * bsize < neededBytes) {
    process.stderr.write('attachments.add was not measured: fewer than 4 GiB are free.\n');
    return;
  }
  const paths = writeFiles(join(folder.path, 'source'));
  await measure({
    bench: 'attachments.add',
    peer: 'cp, sync FILE and sha256sum of the same files',
    unit: 'MiB/s',
    goal: 0.8,
    rounds: 3,
    ours: () => attach(join(folder.path, 'profile'), paths),
    theirs: () => copy(join(folder.path, 'copies'), paths),
  });
}

/** No two files and no two rounds share bytes that a store could recognise: each store begins empty. */
function writeFiles(folder: string): string[] {
  mkdirSync(folder);
  return Array.from({ length: files }, (_, index) => {
    const path = join(folder, `scan-${index}.bin`);
    writeFileSync(path, randomFillSync(Buffer.alloc(Math.floor((totalMib * mib) / files))));
    return path;
  });
}

async function attach(folder: string, paths: readonly string[]): Promise<number> {
  try {
    await using session = await openBenchSession(folder, { baseUrl: () => null });
    const { id } = session.createRoom({ title: 'Scans', productName: null, roomId: null });
    return await rateOf(totalMib, async () => {
      for (const [index, path] of paths.entries()) {
        await session.addFile(id, `scan-${index}.bin`, createReadStream(path, { highWaterMark: mib }));
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copy(folder: string, paths: readonly string[]): Promise<number> {
  mkdirSync(folder);
  try {
    return await rateOf(totalMib, () => {
      for (const [index, path] of paths.entries()) {
        const target = join(folder, `scan-${index}.bin`);
        execFileSync('cp', [path, target]);
        execFileSync('sync', [target]);
        execFileSync('sha256sum', [target]);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
