// Boards of ideas and versions of documents: kept over a restart, with the way to what was made from an idea and back.
import { expect, test } from 'vitest';
import { emptyBoard } from '../../../../src/shared/model/idea-board.ts';
import { DataFolder, startTestEngine } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder, type SessionRig } from './session-rig.ts';

const seen: unknown[] = [];
const desks = {
  haitch: async () => ({ message: 'Hello.', body: { answered_by: 'rules and tables' }, files: [] }),
  ideas: async () => ({
    message: 'One idea.',
    body: { ideas: [{ id: 'i', rank: 1, title: 'T', summary: 'S' }] },
    files: [],
  }),
  documents: async ({ data }: { data: { metadata?: unknown } }) => {
    seen.push(data.metadata);
    return { message: 'Ready.', body: { doc_type: 'requirements', title: 'R', content: '# R\n' }, files: [] };
  },
};

async function resultOf(rig: SessionRig, kind: 'idea' | 'documentation'): Promise<string> {
  await rig.until(() => rig.session.listResults({ roomId: 'room-1', kind }).length > 0);
  return rig.session.listResults({ roomId: 'room-1', kind })[0]?.id ?? '';
}

test('[P-DOC-3] a request from an idea names it on the wire, and the board names the request, also after a restart', async () => {
  using folder = new ProfileFolder();
  using data = new DataFolder();
  await using engine = await startTestEngine(data.path, { desks });
  const setup = { folder: folder.path, baseUrl: () => `http://127.0.0.1:${engine.port}` };
  const board = { ...emptyBoard, weights: { cheap: 2.5 }, starred: ['i'] };
  let [ideaId, messageId] = ['', ''];
  {
    await using rig = await openSession(setup);
    rig.send({ kind: 'idea', roomId: 'room-1', text: 'Ideas' });
    ideaId = await resultOf(rig, 'idea');
    expect(rig.session.work.board(ideaId)).toEqual({ resultId: ideaId, board: emptyBoard, uses: [] });
    rig.session.work.setBoard({ resultId: ideaId, board });
    expect(rig.named('board.changed').at(-1)?.board).toEqual(board);
    const idea = { resultId: ideaId, id: 'i', title: 'T', summary: 'S' };
    const sent = rig.send({
      kind: 'documentation',
      roomId: 'room-1',
      text: 'Do',
      docType: 'requirements',
      idea,
    });
    messageId = sent.id;
    await resultOf(rig, 'documentation');
    expect(seen.at(-1)).toEqual({ idea: { id: 'i', title: 'T', summary: 'S' } });
  }
  await using rig = await openSession(setup);
  const view = rig.session.work.board(ideaId);
  expect(view.board).toEqual(board);
  expect(view.uses).toMatchObject([{ ideaId: 'i', messageId, kind: 'documentation', text: 'Do' }]);
  expect(rig.message(messageId)?.request?.idea?.title).toBe('T');
  expect(() => rig.session.work.versions(ideaId)).toThrow('is no documentation result');
});

test('versions of a document begin with the answer, which stays as it came', async () => {
  using folder = new ProfileFolder();
  using data = new DataFolder();
  await using engine = await startTestEngine(data.path, { desks });
  const setup = { folder: folder.path, baseUrl: () => `http://127.0.0.1:${engine.port}` };
  let resultId = '';
  {
    await using rig = await openSession(setup);
    rig.send({ kind: 'documentation', roomId: 'room-1', text: 'Do', docType: 'requirements' });
    resultId = await resultOf(rig, 'documentation');
    rig.session.work.saveVersion({ resultId, text: '# R\n\nMore.', note: 'Edited' });
    rig.session.work.saveVersion({ resultId, text: '# R\n\nMore.', note: 'Edited again' });
    expect(rig.named('versions.changed')).toHaveLength(1);
  }
  await using rig = await openSession(setup);
  const { versions } = rig.session.work.versions(resultId);
  expect(versions.map(({ text, note }) => [text, note])).toEqual([
    ['# R\n', 'As it was made'],
    ['# R\n\nMore.', 'Edited'],
  ]);
  expect(rig.session.result(resultId).body).toMatchObject({ content: '# R\n' });
});

test('by what an answer was given is kept with it', async () => {
  using folder = new ProfileFolder();
  using data = new DataFolder();
  await using engine = await startTestEngine(data.path, { desks });
  const setup = { folder: folder.path, baseUrl: () => `http://127.0.0.1:${engine.port}` };
  await using rig = await openSession(setup);
  const asked = rig.send({ kind: 'haitch_chat', roomId: 'room-1', text: 'Hi?' });
  await rig.delivered(asked.id, 'answered');
  const answer = rig.messages().find(({ kind }) => kind === 'answer');
  expect(answer?.answeredBy).toBe('rules and tables');
});
