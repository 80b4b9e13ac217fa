// A workstation that is killed: its children go with it, and the next one opens the same folder at once.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { patienceMs, Rig, TemporaryFolder } from './workstation-rig.ts';

const source = join(import.meta.dirname, '../../../../src');
const saidSchema = z.object({ roomId: z.string(), engines: z.array(z.number()).length(1) });

/** A program that opens a workstation, writes a message, and tells its engine's process id. */
function program(dataDir: string): string {
  return `
    import { execFileSync } from 'node:child_process';
    import { openWorkstation } from ${JSON.stringify(join(source, 'main/workstation/open-workstation.ts'))};
    import { openFileVault } from ${JSON.stringify(join(source, 'main/shell/file-vault.ts'))};
    const workstation = await openWorkstation({
      dataDir: ${JSON.stringify(dataDir)},
      shell: { kind: 'browser', version: '0.0.0-test', openVault: openFileVault },
      engineEntry: ${JSON.stringify(join(source, 'engine/engine-main.ts'))},
      kernelEntry: ${JSON.stringify(join(source, 'cad/process/kernel-main.ts'))},
      workbookEntry: ${JSON.stringify(join(source, 'main/previews/workbook-worker.ts'))},
      integrityEntry: ${JSON.stringify(join(source, 'main/store/integrity-worker.ts'))},
    });
    const call = async (name, input) => {
      const { ok, value, error } = await workstation.call(name, input);
      if (!ok) throw new Error(error.message);
      return value;
    };
    while ((await call('connection.get', {})).state !== 'online') await new Promise((go) => setTimeout(go, 20));
    const { id: roomId } = await call('rooms.create', { title: 'Killed' });
    await call('connection.setOffline', { offline: true });
    await call('messages.send', { roomId, kind: 'chat', text: 'saved before the end' });
    const pids = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'engine-main'], { encoding: 'utf8' });
    process.send({ roomId, engines: pids.trim().split('\\n').map(Number) });`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('kill -9: what was saved is there, no engine is left, and the message goes out', async () => {
  const folder = new TemporaryFolder();
  const script = join(folder.path, 'program.mjs');
  writeFileSync(script, program(join(folder.path, 'data')));
  const child = fork(script, [], { execArgv: [] });
  const [said] = await once(child, 'message');
  const { roomId, engines } = saidSchema.parse(said);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await vi.waitFor(() => expect(engines.filter(isAlive)).toEqual([]), { timeout: patienceMs });

  await using rig = await Rig.open({
    path: join(folder.path, 'data'),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  });
  const { messages } = await rig.ask('messages.page', { roomId });
  expect(messages.map(({ text }) => text)).toEqual(['saved before the end']);
  await rig.ask('connection.setOffline', { offline: false });
  await rig.online();
  await vi.waitFor(async () => expect(await rig.ask('outbox.list', {})).toEqual([]), { timeout: patienceMs });
});
