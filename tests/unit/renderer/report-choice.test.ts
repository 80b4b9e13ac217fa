// What a result opens with: a model to turn, or a page to read.
import { describe, expect, it } from 'vitest';
import type { FileRef } from '../../../src/shared/model/file.ts';
import type { ModelChoice } from '../../../src/renderer/features/engineering/model-choice.ts';
import { shownOf } from '../../../src/renderer/features/engineering/report-choice.ts';

function file(name: string): FileRef {
  return {
    id: name,
    name,
    mediaType: '',
    sizeBytes: 1,
    bytes: { state: 'stored', sha256: '' },
    remoteId: null,
    roomId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

const table = { title: 'Ranking', columns: [{ key: 'a', title: 'A' }], rows: [{ a: 1 }] };

function choice(
  engineeringType: string,
  { files, tables = [] }: { files: string[]; tables?: (typeof table)[] },
): ModelChoice {
  const refs = files.map(file);
  return {
    kind: 'result',
    id: 'r',
    title: 'R',
    file: refs.find(({ name }) => name.endsWith('.step')) ?? null,
    result: {
      kind: 'engineering',
      id: 'r',
      roomId: 'room',
      requestMessageId: null,
      answerMessageId: 'm',
      title: 'R',
      text: '',
      createdAt: '2026-01-01T00:00:00.000Z',
      files: refs,
      body: { message: '', engineering_type: engineeringType, tables },
      raw: null,
    },
  };
}

describe('what a choice is shown as', () => {
  it.each<[string, ModelChoice | null, string[]]>([
    ['nothing chosen', null, ['model']],
    ['a part alone', choice('cad_generation', { files: ['a.step'] }), ['model']],
    [
      'a part with changes told',
      choice('cad_generation', { files: ['a.step'], tables: [table] }),
      ['model', 'report'],
    ],
    [
      'a cost of a model',
      choice('cost_estimate', { files: ['a.step'], tables: [table] }),
      ['report', 'model'],
    ],
    ['a drawing', choice('engineering_drawing', { files: ['a.step', 'd.svg'] }), ['report', 'model']],
    [
      'a chart without a model',
      choice('material_selection', { files: ['c.svg'], tables: [table] }),
      ['report'],
    ],
    ['an answer in words', choice('anything', { files: [] }), ['report']],
  ])('%s', (_, chosen, shown) => {
    expect(shownOf(chosen)).toEqual(shown);
  });
});
