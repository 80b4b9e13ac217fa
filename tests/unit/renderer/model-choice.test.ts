// What the viewer offers of a room: models first, and the picture of an answer that has none.
import { expect, test } from 'vitest';
import {
  choicesOf,
  type EngineeringResult,
} from '../../../src/renderer/features/engineering/model-choice.ts';
import type { FileRef } from '../../../src/shared/model/file.ts';

const file = (name: string): FileRef => ({
  id: name,
  name,
  sizeBytes: 1,
  mediaType: '',
  bytes: { state: 'stored', sha256: 'x' },
  remoteId: null,
  roomId: 'room',
  createdAt: '2026-11-25T12:00:00.000Z',
});

function result(...names: string[]): EngineeringResult {
  return {
    kind: 'engineering',
    id: 'result',
    roomId: 'room',
    requestMessageId: null,
    answerMessageId: 'answer',
    title: 'Answer',
    text: '',
    createdAt: '2026-11-25T12:00:00.000Z',
    files: names.map(file),
    body: null,
    raw: {},
  };
}

const shown = (...names: string[]) => {
  const [choice] = choicesOf([result(...names)], []);
  return choice?.kind === 'result' ? [choice.file?.name ?? null, choice.picture?.name ?? null] : null;
};

test('an answer without a model shows its chart, and never a table', () => {
  expect(shown('ranking.csv', 'chart.svg')).toEqual([null, 'chart.svg']);
  expect(shown('ranking.csv')).toEqual([null, null]);
});

test('a model comes before a picture of it', () => {
  expect(shown('drawing.svg', 'part.step')).toEqual(['part.step', 'drawing.svg']);
});
