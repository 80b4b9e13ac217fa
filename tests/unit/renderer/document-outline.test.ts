// Outline and sections of a document: what is a heading, and that replacing one section leaves the rest as it was.
import { describe, expect, test } from 'vitest';
import { outlineOf, replaceSection, sectionOf } from '../../../src/renderer/features/documents/outline.ts';

const text = [
  '# Specification',
  '',
  'Product: x',
  '',
  '## Features',
  '',
  '- one',
  '',
  '### Detail',
  '',
  '```',
  '## no heading',
  '```',
  '',
  '## Materials \\*new\\*',
  '',
  '| a | b |',
  '',
].join('\n');

test('the outline has the headings of the text, not those inside a fenced block', () => {
  expect(outlineOf(text)).toEqual([
    { level: 1, title: 'Specification', line: 0 },
    { level: 2, title: 'Features', line: 4 },
    { level: 3, title: 'Detail', line: 8 },
    { level: 2, title: 'Materials *new*', line: 14 },
  ]);
  expect(outlineOf('#hashtag\n#\n    # code\n')).toEqual([]);
});

describe('a section', () => {
  test('reaches to the next heading of its level, with what is below it', () => {
    expect(sectionOf(text, 'Features')).toBe(
      text.slice(text.indexOf('## Features'), text.indexOf('## Mat')).trimEnd(),
    );
    expect(sectionOf(text, 'Colour')).toBeNull();
  });

  test('is replaced and nothing else is', () => {
    const changed = replaceSection(text, 'Features', '## Features\n\n- two\n') ?? '';
    expect(sectionOf(changed, 'Features')).toBe('## Features\n\n- two');
    expect(changed.slice(0, changed.indexOf('## Features'))).toBe(text.slice(0, text.indexOf('## Features')));
    expect(changed.slice(changed.indexOf('## Mat'))).toBe(text.slice(text.indexOf('## Mat')));
    expect(replaceSection(text, 'Colour', 'x')).toBeNull();
  });
});
