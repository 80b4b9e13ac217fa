// The data folder: one workstation at a time, and a sentence for each way it cannot be used.
import { execFileSync, fork } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder, holdDataFolder } from '../../../../src/main/workstation/data-folder.ts';
import { openOn, TemporaryFolder } from './workstation-rig.ts';

const modulePath = join(import.meta.dirname, '../../../../src/main/workstation/data-folder.ts');
const nobody = 65_534;

test.runIf(process.platform === 'linux')(
  'a folder that the system cannot make is a sentence, not a wait',
  () => {
    expect(() => holdDataFolder('/proc/nowhere/data')).toThrow('/proc/nowhere/data cannot be used');
  },
);

describe('the lock', () => {
  test('a second workstation is refused with a sentence, and let in when the first has gone', async () => {
    using folder = new TemporaryFolder();
    {
      await using _first = await openOn(folder.path);
      await expect(openOn(folder.path)).rejects.toThrow(
        `Another ProductFlo Workstation is using ${folder.path}. Close it first`,
      );
    }
    await using second = await openOn(folder.path);
    expect((await second.call('app.info', {})).ok).toBe(true);
  });

  test('another process is refused too, and a killed one leaves no lock behind', async () => {
    using folder = new TemporaryFolder();
    const script = join(folder.path, 'hold.mjs');
    writeFileSync(
      script,
      `import { holdDataFolder } from ${JSON.stringify(modulePath)};
       globalThis.held = holdDataFolder(process.argv[2]);
       process.send('held');
       setInterval(() => {}, 1000);`,
    );
    const data = join(folder.path, 'data');
    const other = fork(script, [data], { execArgv: [] });
    await once(other, 'message');
    expect(() => holdDataFolder(data)).toThrow('Another ProductFlo Workstation is using');
    other.kill('SIGKILL');
    await once(other, 'exit');
    using hold = holdDataFolder(data);
    expect(hold).toBeDefined();
  });
});

describe('a folder that cannot be used', () => {
  test('a file in its place is named', () => {
    using folder = new TemporaryFolder();
    const path = join(folder.path, 'file');
    writeFileSync(path, 'mine');
    expect(() => holdDataFolder(path)).toThrow(`${path} is a file, not a folder.`);
    expect(() => holdDataFolder(join(path, 'deeper'))).toThrow(
      `The data folder ${join(path, 'deeper')} cannot be used.`,
    );
  });

  test('a read-only folder says so and nothing is written', () => {
    using folder = new TemporaryFolder();
    const path = join(folder.path, 'read-only');
    mkdirSync(path);
    chmodSync(folder.path, 0o755);
    chmodSync(path, 0o555);
    const program = `import(${JSON.stringify(modulePath)}).then(({ holdDataFolder }) => {
      try { holdDataFolder(process.argv[1]); console.log('held'); } catch (error) { console.log(error.message); }
    })`;
    // Root may write everywhere, so as root the question is asked by a user who may not.
    const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    const said = execFileSync(process.execPath, ['-e', program, path], { encoding: 'utf8', ...user });
    expect(said).toContain(`The data folder ${path} cannot be used. There is no permission to write`);
    expect(readdirSync(path)).toEqual([]);
  });

  test('a missing folder is made, with its parents', () => {
    using folder = new TemporaryFolder();
    const path = join(folder.path, 'a/b/c');
    using _hold = holdDataFolder(path);
    expect(existsSync(join(path, 'lock.db'))).toBe(true);
  });
});

describe('the usual folder', () => {
  test('follows each system', () => {
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: '/home/ann/.config' })).toBe(
      join('/home/ann/.config', 'ProductFlo Workstation'),
    );
    expect(defaultDataFolder('win32', { APPDATA: 'C:/Users/ann/AppData/Roaming' })).toContain('AppData');
    expect(defaultDataFolder('darwin', {})).toMatch(/Library.Application Support.ProductFlo Workstation$/);
  });
});
