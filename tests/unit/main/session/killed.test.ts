// A real process, killed in the middle of writing: what it called saved is there afterwards, whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openSession, ProfileFolder } from './session-rig.ts';

describe('killed with SIGKILL', () => {
  test.each([1, 7, 40])(
    '[S-SAVED-2] after %i messages called saved, each of them is queued',
    async (count) => {
      using folder = new ProfileFolder();
      const child = spawn(process.execPath, [join(import.meta.dirname, 'saying-process.ts'), folder.path], {
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
