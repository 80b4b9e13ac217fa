// The command line of the browser shell: what it takes, and a sentence with the usage for what it does not.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readServeArguments } from '../../../../src/main/shell/browser/serve-arguments.ts';

const entry = join(import.meta.dirname, '../../../../src/main/serve.ts');

describe('arguments', () => {
  test('without any, a usual port and the usual folder are meant', () => {
    const given = readServeArguments([]);
    expect(given).toMatchObject({ port: null, open: false, help: false });
    expect(given.dataDir).toContain('ProductFlo Workstation');
  });

  test('port and folder are taken; the folder becomes absolute', () => {
    expect(readServeArguments(['--port', '0', '--data', 'here', '--open'])).toEqual({
      port: 0,
      dataDir: resolve('here'),
      open: true,
      help: false,
    });
    expect(readServeArguments(['--port=65535']).port).toBe(65_535);
  });

  test.each([
    [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536".'],
    [['--port', 'http'], '--port must be a number from 0 to 65535, not "http".'],
    [['--port=-1'], '--port must be a number'],
    [['--data', ''], '--data must name a folder.'],
    [['--port'], '--port'],
    [['--dta', 'x'], '--dta'],
    [['folder'], 'folder'],
  ])('%j is refused by name', (args, sentence) => {
    expect(() => readServeArguments(args)).toThrow(sentence);
  });
});

describe('the program', () => {
  test('says what is wrong and how it is used, and ends with 2', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [entry, '--port', 'x'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--port must be a number from 0 to 65535, not "x".\nUsage: npm run serve -- ');
  });

  test('explains itself when asked', () => {
    const { status, stdout } = spawnSync(process.execPath, [entry, '--help'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, 'Usage: npm run serve -- [--port N] [--data DIR] [--open]\n']);
  });
});
