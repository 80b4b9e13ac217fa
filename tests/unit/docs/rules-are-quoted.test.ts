// Every rule the documents promise is quoted by a test, and no test quotes a rule that does not exist.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const idsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const rules = ['docs/protocol.md', 'docs/sync.md', 'docs/room-archive.md'].flatMap((path) =>
  idsIn(read(path), /^\| ([PS]-[A-Z]+-\d+) \|/gm),
);
const tests = globSync('tests/**/*.{test,spec}.ts', { cwd: root }).map(read).join('\n');
const quoted = new Set(idsIn(tests, /\[([PS]-[A-Z]+-\d+)\]/g));

describe('rules of the documents', () => {
  test('have ids of their own', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
  });

  test('are each quoted by a test', () => {
    expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
  });

  test('are what tests quote', () => {
    expect([...quoted].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
