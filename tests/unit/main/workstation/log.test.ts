// The log: written to its file, and never a secret in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLog } from '../../../../src/main/workstation/open-log.ts';
import { redact } from '../../../../src/main/workstation/redact.ts';
import { TemporaryFolder } from './workstation-rig.ts';

describe('secrets', () => {
  test.each([
    'connecting to wss://api.example/ws/secure?access_token=SECRET&x=1',
    'GET /ws?token=SECRET',
    'Authorization: Bearer SECRET',
    'authorization=Bearer SECRET',
    '{"email":"a@b.c","password":"SECRET"}',
    '{"access_token": "SECRET", "refresh_token":"SECRET"}',
    "token: 'SECRET'",
    'sent eyJhbGciOiJIUzI1NiJ9.eyJTRUNSRVQiOjF9.SECRET to it',
    'POST /bytes/SECRET.SECRET/name.pdf failed',
  ])('do not pass: %s', (line) => {
    expect(redact(line)).not.toContain('SECRET');
    expect(redact(line)).toContain('[hidden]');
  });

  test('what is no secret passes', () => {
    const line = 'The token was refused (401). Tokenising 3 parts; 2 passwords needed.';
    expect(redact(line)).toBe(line);
  });
});

test('the log is a file in the data folder, one line an entry, redacted', () => {
  using folder = new TemporaryFolder();
  const log = openLog(folder.path);
  log.info('started');
  log.error('GET /ws?token=SECRET failed');
  const lines = readFileSync(join(folder.path, 'logs/workstation.log'), 'utf8').trim().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z info started$/),
    expect.stringMatching(/^\d{4}-.*Z error GET \/ws\?token=\[hidden\] failed$/),
  ]);
});
