// Written offline, restarted, delivered: against the real engine over real sockets.
import { describe, expect, test } from 'vitest';
import { DataFolder, startTestEngine, TestClient } from '../../engine/engine-rig.ts';
import { engineProfile, openSession, ProfileFolder } from './session-rig.ts';

const desks = {
  haitch: async ({ progress }: { progress(text: string): void }) => {
    progress('Hel');
    progress('lo');
    return { message: 'Hello.', body: { sources: [{ title: 'Table' }] }, files: [] };
  },
  ideas: async () => ({
    message: 'One idea.',
    body: { ideas: [{ id: 'i', rank: 1, title: 'T', summary: 'S' }] },
    files: [],
  }),
};

describe('a day offline', () => {
  test('[S-SAVED-1] [S-ORDER-1] [S-ONCE-1] what was written offline survives a restart and arrives once and in order', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    const texts = ['one', 'two', 'three', 'four'];
    {
      await using rig = await openSession({ folder: folder.path, baseUrl: () => null });
      for (const text of texts) rig.send({ kind: 'chat', roomId: 'room-1', text });
      expect(rig.session.listOutbox().map((entry) => entry.preview)).toEqual(texts);
      expect(rig.session.listOutbox().map((entry) => entry.state)).toEqual(
        texts.map(() => ({ state: 'waiting', reason: { why: 'network' } })),
      );
    }
    await using engine = await startTestEngine(data.path, { desks });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    await rig.until(() => rig.session.listOutbox().length === 0);
    using other = await TestClient.open(engine.port, 'bert');
    await other.join('room-1');
    const { frames } = await other.history('room-1');
    expect(frames.map((frame) => frame.data['message'])).toEqual(texts);
    expect(rig.messages().map(({ text, delivery }) => [text, delivery?.state])).toEqual(
      texts.map((text) => [text, 'seen']),
    );
    expect(rig.session.listRooms()[0]?.waiting).toBe(0);
  });

  test('[S-ANSWER-1] pieces of an answer are appended, the final frame replaces them, the request is answered', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path, { desks });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    const asked = rig.send({ kind: 'haitch_chat', roomId: 'room-1', text: 'Hi?' });
    await rig.delivered(asked.id, 'answered');
    const answers = rig.messages().filter((one) => one.kind === 'answer');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      text: 'Hello.',
      streaming: false,
      replyTo: asked.id,
      authorId: 'haitch',
    });
    expect(answers[0]?.sources).toEqual([{ title: 'Table' }]);
    const heard = rig.named('message.changed').filter((one) => one.id === answers[0]?.id);
    expect(heard.at(-1)?.text).toBe('Hello.');
  });

  test('[S-RESULT-1] an answer becomes a result linked to the request', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path, { desks });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    const asked = rig.send({ kind: 'idea', roomId: 'room-1', text: 'Ideas please' });
    await rig.until(() => rig.session.listResults({ roomId: 'room-1', kind: null }).length === 1);
    const [result] = rig.session.listResults({ roomId: 'room-1', kind: 'idea' });
    expect(result).toMatchObject({ requestMessageId: asked.id, title: 'Ideas please', text: 'One idea.' });
    expect(result?.kind === 'idea' && result.body?.ideas[0]?.title).toBe('T');
    expect(rig.message(result?.answerMessageId ?? '')?.resultIds).toEqual([result?.id]);
  });

  test('[S-HISTORY-1] what was said while away is fetched page by page and stands once in the room', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path, { desks });
    const baseUrl = (): string => `http://127.0.0.1:${engine.port}`;
    using bert = await TestClient.open(engine.port, 'bert');
    await bert.join('room-1');
    {
      await using rig = await openSession({ folder: folder.path, baseUrl });
      bert.send('chat', 'room-1', { message: 'before', message_id: 'b' });
      await rig.until(() => rig.messages().length === 1);
    }
    for (let index = 0; index < 450; index += 1)
      bert.send('chat', 'room-1', { message: `m${index}`, message_id: `m${index}` });
    await bert.next((frame) => frame.data['message_id'] === 'm449');
    await using rig = await openSession({ folder: folder.path, baseUrl });
    await rig.until(
      () => rig.session.listRooms()[0]?.unread === 451 || rig.session.listRooms()[0]?.unread === 450,
    );
    const texts: string[] = [];
    for (let before: number | null = null; ; ) {
      const page = rig.session.pageMessages({ roomId: 'room-1', beforeSeq: before, limit: 200 });
      texts.unshift(...page.messages.map((one) => one.text));
      before = page.messages[0]?.seq ?? 0;
      if (!page.hasMore) break;
    }
    expect(texts).toEqual(['before', ...Array.from({ length: 450 }, (_, index) => `m${index}`)]);
  });

  test('[S-FILE-1] attachments are uploaded first, arrive at the other workstation under their names, and open offline', async () => {
    using folderA = new ProfileFolder();
    using folderB = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path, { desks });
    const baseUrl = (): string => `http://127.0.0.1:${engine.port}`;
    await using bert = await openSession({ folder: folderB.path, baseUrl, profile: engineProfile('bert') });
    await bert.online();
    await using anna = await openSession({ folder: folderA.path, baseUrl });
    const bytes = new TextEncoder().encode('solid cube\nendsolid cube\n');
    const file = await anna.session.addFile(
      'room-1',
      'cube.stl',
      (async function* () {
        yield bytes;
      })(),
    );
    const sent = anna.send({ kind: 'chat', roomId: 'room-1', text: 'see this', fileIds: [file.id] });
    await anna.delivered(sent.id, 'seen');
    await bert.until(() => bert.messages()[0]?.files[0]?.bytes.state === 'stored');
    const [got] = bert.messages()[0]?.files ?? [];
    expect(got).toMatchObject({ name: 'cube.stl', sizeBytes: bytes.byteLength, bytes: file.bytes });
    expect(bert.session.filePath(got?.id ?? '')).toContain(folderB.path);
  });
});
