// A real process, killed in the middle of writing: what it called saved is there afterwards, whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openSession, ProfileFolder } from './session-rig.ts';

/** A workstation's core in a process of its own: says "saved ID" for each message it wrote. */
const writer = `
  import { openSession } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'session-rig.ts')).href)};
  const rig = await openSession({ folder: process.argv[1], baseUrl: () => null });
  for (let index = 0; index < 1000; index += 1) {
    const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: 'message ' + index });
    process.stdout.write('saved ' + id + '\\n');
  }
`;

describe('killed with SIGKILL', () => {
  test.each([1, 7, 40])(
    '[S-SAVED-2] after %i messages called saved, each of them is queued',
    async (count) => {
      using folder = new ProfileFolder();
      const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder.path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const saved: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        saved.push(line.replace('saved ', ''));
        if (saved.length === count) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');
      await using rig = await openSession({ folder: folder.path, baseUrl: () => null });
      const queued = rig.session.listOutbox().map((entry) => entry.messageId);
      expect(queued.slice(0, saved.length)).toEqual(saved);
      const file = new Database(join(folder.path, 'workstation.db'), { readonly: true });
      expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
      file.close();
    },
  );
});
