// A drafted request in an answer's frame becomes what the composer takes, or nothing.
import { expect, test } from 'vitest';
import { proposalOf } from '../../../../src/main/session/proposal.ts';

const row = (proposal: unknown, kind: 'answer' | 'chat' = 'answer') => ({
  id: 'answer-1',
  roomId: 'room-1',
  kind,
  raw: { code: 'chat_response', data: { message: 'here', proposal } },
});

test('[P-PROPOSE-2] an engineering draft keeps its type, words and sizes', () => {
  const data = {
    message: 'Bracket, wall 5 mm',
    engineering_type: 'cad_generation',
    specifications: { wall: '5 mm', hole_count: 4, list: [1, 2] },
  };
  expect(proposalOf(row({ code: 'engineering', data }))).toMatchObject({
    kind: 'engineering',
    roomId: 'room-1',
    replyTo: 'answer-1',
    text: 'Bracket, wall 5 mm',
    engineeringType: 'cad_generation',
    specifications: { wall: '5 mm', hole_count: '4' },
  });
  expect(proposalOf(row({ code: 'documentation', data: { message: 'BOM', doc_type: 'bom' } }))).toMatchObject(
    {
      kind: 'documentation',
      docType: 'bom',
    },
  );
});

test.each([
  [undefined],
  ['text'],
  [{ code: 'chat', data: { message: 'x' } }],
  [{ code: 'engineering', data: { message: ' ' } }],
  [{ code: 'engineering', data: {} }],
])('what is no draft is none: %j', (proposal) => {
  expect(proposalOf(row(proposal))).toBeNull();
});

test('only answers carry drafts', () => {
  expect(proposalOf(row({ code: 'idea', data: { message: 'x' } }, 'chat'))).toBeNull();
  expect(proposalOf({ ...row(null), raw: null })).toBeNull();
});
