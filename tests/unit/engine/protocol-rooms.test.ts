// Rooms over real sockets: who hears what, what is kept, and that nothing is said twice.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataFolder, detailsSchema, openRig, startTestEngine, TestClient, type Frame } from './engine-rig.ts';

const isChat = (text: string) => (frame: Frame) =>
  frame.code === 'chat_response' && frame.data['message'] === text;
const textsOf = (frames: readonly Frame[]): unknown[] => frames.map((frame) => frame.data['message']);

describe('rooms', () => {
  test('[P-ROOM-1] a join is confirmed with the room as the engine knows it', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    await ann.join('r', { title: 'Thermostat', product_id: 'prod-1' });
    using bob = await TestClient.open(engine.port, 'bob');
    const joined = await bob.join('r');
    expect(joined).toMatchObject({ status: 'success', user_id: 'bob', room_id: 'r' });
    expect(joined.data['details']).toMatchObject({
      event_type: 'room_joined',
      title: 'Thermostat',
      product_id: 'prod-1',
      members: ['ann', 'bob'],
      present: ['ann', 'bob'],
    });
  });

  test('[P-ROOM-2] chat goes to everyone in the room, its sender too, and to nobody else', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    using bob = await TestClient.open(engine.port, 'bob');
    using eve = await TestClient.open(engine.port, 'eve');
    await bob.join('r');
    await eve.join('elsewhere');
    const data = {
      message: 'hi',
      message_id: 'm-1',
      reply_to: 'm-0',
      attached_files: ['f'],
      metadata: { a: 1 },
    };
    ann.send('chat', 'r', data);
    for (const client of [ann, bob]) {
      const frame = await client.next(isChat('hi'));
      expect(frame).toMatchObject({
        status: 'success',
        user_id: 'ann',
        room_id: 'r',
        data: { ...data, sender: 'ann' },
      });
    }
    await eve.history('elsewhere');
    expect(eve.frames.some(isChat('hi'))).toBe(false);
  });

  test('[P-ROOM-3] typing, presence and read receipts reach the others and are not kept', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    using bob = await TestClient.open(engine.port, 'bob');
    await ann.join('r');
    await bob.join('r');
    const passing: [string, Record<string, unknown>][] = [
      ['typing', { status: 'started' }],
      ['read_receipt', { message_id: 'm-1' }],
      ['presence', { status: 'away' }],
    ];
    for (const [code, data] of passing) {
      const from = bob.frames.length;
      ann.send(code, 'r', data);
      const heard = await bob.next((frame) => frame.code === code, from);
      expect(heard).toMatchObject({
        status: 'success',
        user_id: 'ann',
        room_id: 'r',
        data: { ...data, sender: 'ann' },
      });
    }
    expect(await ann.history('r')).toEqual({ frames: [], complete: true });
    expect(ann.frames.filter(({ code }) => code === 'typing')).toEqual([]);
  });

  test('[P-ROOM-4] the room hears who comes and who goes', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    await ann.join('r');
    {
      using bob = await TestClient.open(engine.port, 'bob');
      await bob.join('r');
    }
    const statusOf = (status: string) => (frame: Frame) =>
      frame.code === 'presence' && frame.user_id === 'bob' && frame.data['status'] === status;
    await ann.next(statusOf('online'));
    await ann.next(statusOf('offline'));
  });

  test('[P-ROOM-5] history gives what came after a message, oldest first, page by page', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    for (const id of ['1', '2', '3', '4']) ann.send('chat', 'r', { message: `text ${id}`, message_id: id });
    await ann.next(isChat('text 4'));
    const all = await ann.history('r');
    expect([textsOf(all.frames), all.complete]).toEqual([['text 1', 'text 2', 'text 3', 'text 4'], true]);
    const page = await ann.history('r', { after: '1', limit: 2 });
    expect([textsOf(page.frames), page.complete]).toEqual([['text 2', 'text 3'], false]);
    const rest = await ann.history('r', { after: '3', limit: 2 });
    expect([textsOf(rest.frames), rest.complete]).toEqual([['text 4'], true]);
    expect(textsOf((await ann.history('r', { after: 'unknown' })).frames)).toHaveLength(4);
  });
});

describe('once', () => {
  test('[P-ONCE-1] a repeated message id is told again to its sender and kept one time', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    using bob = await TestClient.open(engine.port, 'bob');
    await bob.join('r');
    for (let round = 0; round < 3; round += 1) {
      const from = ann.frames.length;
      ann.send('chat', 'r', { message: 'hi', message_id: 'm-1' });
      await ann.next(isChat('hi'), from);
    }
    expect((await bob.history('r')).frames).toHaveLength(1);
    expect(bob.frames.filter(isChat('hi'))).toHaveLength(1);
  });

  test('[P-ONCE-1] a repeated request is worked on once and answered with the same answer', async () => {
    let runs = 0;
    await using engine = await openRig({
      desks: { ideas: async () => ({ message: `run ${(runs += 1)}`, body: { ideas: [] }, files: [] }) },
    });
    using ann = await TestClient.open(engine.port, 'ann');
    const first = await ann.ask('idea', 'r', { message: 'go', message_id: 'm-1' });
    const second = await ann.ask('idea', 'r', { message: 'go', message_id: 'm-1' });
    expect(second).toEqual(first);
    expect(runs).toBe(1);
  });

  test('[P-ONCE-2] an id is not taken for two kinds of message', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'ann');
    ann.send('chat', 'r', { message: 'hi', message_id: 'm-1' });
    await ann.next(isChat('hi'));
    const refused = await ann.ask('idea', 'r', { message: 'go', message_id: 'm-1' });
    expect(detailsSchema.parse(refused.data['details'])).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      errors: [{ loc: ['data', 'message_id'] }],
    });
  });
});

describe('streaming', () => {
  test('[P-STREAM-2] pieces are pending, the end is success with the whole, all under one message id', async () => {
    await using engine = await openRig({
      desks: {
        haitch: async ({ progress }) => {
          for (const piece of ['ABS ', 'or ', 'PC.']) progress(piece);
          return { message: 'ABS or PC.', body: { sources: [{ title: 'Materials' }] }, files: [] };
        },
      },
    });
    using ann = await TestClient.open(engine.port, 'ann');
    using bob = await TestClient.open(engine.port, 'bob');
    await bob.join('r');
    const answer = await ann.ask('haitch_chat', 'r', { message: 'which?', message_id: 'm-1' });
    expect(answer).toMatchObject({
      status: 'success',
      code: 'chat_response',
      data: { message: 'ABS or PC.', sender: 'haitch', reply_to: 'm-1', sources: [{ title: 'Materials' }] },
    });
    await bob.next((frame) => frame.status === 'success' && frame.data['sender'] === 'haitch');
    for (const client of [ann, bob]) {
      const pieces = client.frames.filter(({ status }) => status === 'pending');
      expect(textsOf(pieces)).toEqual(['ABS ', 'or ', 'PC.']);
      expect(new Set(pieces.map(({ data }) => data['message_id']))).toEqual(
        new Set([answer.data['message_id']]),
      );
    }
    expect((await ann.history('r')).frames.map(({ status }) => status)).toEqual(['success', 'success']);
  });

  test('[P-STREAM-3] an answer brings its files as file objects that can be fetched', async () => {
    await using engine = await openRig({
      desks: {
        documents: async ({ folder, data }) => {
          const path = join(folder, 'bom.md');
          await writeFile(path, '# Parts');
          const files = [{ name: 'bom.md', path, mediaType: 'text/markdown' }];
          return { message: 'Done.', body: { doc_type: data.doc_type, title: 'Parts' }, files };
        },
      },
    });
    using ann = await TestClient.open(engine.port, 'ann');
    const answer = await ann.ask('documentation', 'r', { message: 'go', doc_type: 'bom', message_id: 'm-1' });
    expect(answer).toMatchObject({
      code: 'documentation_response',
      data: { doc_type: 'bom', files: [{ name: 'bom.md', size: 7, mime_type: 'text/markdown' }] },
    });
    const [file] = answer.data['files'] as { url: string }[];
    const response = await fetch(`${engine.url}${file?.url}`);
    expect(await response.text()).toBe('# Parts');
  });
});

describe('restart', () => {
  test('[P-KEEP-1] rooms, messages, answers and files are there after a restart', async () => {
    using folder = new DataFolder();
    const desks = { ideas: async () => ({ message: 'Ideas.', body: { ideas: [] }, files: [] }) };
    let fileId = '';
    {
      await using engine = await startTestEngine(folder.path, { desks });
      using ann = await TestClient.open(engine.port, 'ann');
      await ann.join('r', { title: 'Thermostat' });
      await ann.ask('idea', 'r', { message: 'go', message_id: 'm-1' });
      const form = new FormData();
      form.set('file', new File(['abc'], 'a.txt'));
      const reply = await fetch(`http://127.0.0.1:${engine.port}/files/upload`, {
        method: 'POST',
        body: form,
      });
      fileId = ((await reply.json()) as { id: string }).id;
    }
    await using engine = await startTestEngine(folder.path, { desks });
    using ann = await TestClient.open(engine.port, 'ann');
    expect((await ann.join('r')).data['details']).toMatchObject({ title: 'Thermostat', members: ['ann'] });
    expect(textsOf((await ann.history('r')).frames)).toEqual(['go', 'Ideas.']);
    const again = await ann.ask('idea', 'r', { message: 'go', message_id: 'm-1' });
    expect(again.data['message']).toBe('Ideas.');
    const file = await fetch(`http://127.0.0.1:${engine.port}/files/${fileId}/download`);
    expect(await file.text()).toBe('abc');
  });

  test('[P-KEEP-2] a request that was running when the engine stopped is answered after the restart', async () => {
    using folder = new DataFolder();
    {
      const started = Promise.withResolvers<void>();
      await using engine = await startTestEngine(folder.path, {
        desks: {
          ideas: ({ signal }) => {
            started.resolve();
            return new Promise((_resolve, reject) =>
              signal.addEventListener('abort', () => reject(new Error('stopped'))),
            );
          },
        },
      });
      using ann = await TestClient.open(engine.port, 'ann');
      ann.send('idea', 'r', { message: 'go', message_id: 'm-1' });
      await started.promise;
    }
    const desks = { ideas: async () => ({ message: 'Late, but here.', body: { ideas: [] }, files: [] }) };
    await using engine = await startTestEngine(folder.path, { desks });
    using ann = await TestClient.open(engine.port, 'ann');
    await ann.join('r');
    await expect
      .poll(async () => textsOf((await ann.history('r')).frames))
      .toEqual(['go', 'Late, but here.']);
  });
});
