// The diff of two texts: it holds both of them whole, is as short as it can be, and marks the words that changed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from '../../../src/renderer/features/documents/text-diff.ts';

const textOf = (lines: ReturnType<typeof diffLines>, without: 'added' | 'removed'): string =>
  lines
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('\n');

test('a diff gives back both texts, line by line', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', '', 'long line'), { maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [before, after] = [one.join('\n'), other.join('\n')];
      const lines = diffLines(before, after);
      expect(textOf(lines, 'added')).toBe(before);
      expect(textOf(lines, 'removed')).toBe(after);
    }),
  );
});

test('as many lines stay as the longest common subsequence has, found by trying all of them', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 7 });
  const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
    let at = 0;
    for (const one of whole) if (part[at] === one) at += 1;
    return at === part.length;
  };
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const longest = Math.max(
        ...Array.from({ length: 2 ** one.length }, (_, bits) => {
          const part = one.filter((__, index) => Math.floor(bits / 2 ** index) % 2 === 1);
          return isWithin(part, other) ? part.length : 0;
        }),
      );
      const same = diffLines(one.join('\n'), other.join('\n')).filter(({ kind }) => kind === 'same');
      expect(same).toHaveLength(longest);
    }),
    { numRuns: 60 },
  );
});

test('a changed line shows which of its words changed', () => {
  const lines = diffLines('| Wall | 3 mm |\nend', '| Wall | 4 mm |\nend');
  expect(lines.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  expect(lines[1]?.words?.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '4' }]);
  expect(lines[0]?.words?.filter(({ kind }) => kind === 'removed')).toEqual([{ kind: 'removed', text: '3' }]);
});
