// What a person does to the queue while it waits: edit, cancel, restore, move; and what it refuses.
import { describe, expect, test } from 'vitest';
import { newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import { DataFolder, startTestEngine, TestClient } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder, type SessionRig } from './session-rig.ts';

const chat = (text: string, replyTo: string | null = null) =>
  newMessageSchema.parse({ kind: 'chat', roomId: 'room-1', text, replyTo });
const queue = (rig: SessionRig): string[] => rig.session.listOutbox().map((entry) => entry.preview);

describe('the queue in a person’s hands', () => {
  test('[S-EDIT-1] [S-CANCEL-1] [S-MOVE-1] unsent messages are edited, cancelled, restored and moved, and so delivered', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    let baseUrl: string | null = null;
    await using rig = await openSession({ folder: folder.path, baseUrl: () => baseUrl });
    const [a, b, c] = ['a', 'b', 'c'].map((text) => rig.session.sendMessage(chat(text)));
    if (!a || !b || !c) throw new Error('three messages were written');
    rig.session.moveEntry(c.id, a.id);
    expect(queue(rig)).toEqual(['c', 'a', 'b']);
    expect(rig.session.editEntry({ messageId: a.id, request: chat('a, better') }).id).toBe(a.id);
    rig.session.cancelEntry(b.id);
    expect(queue(rig)).toEqual(['c', 'a, better']);
    expect(rig.message(b.id)).toBeUndefined();
    rig.session.restoreEntry(b.id);
    expect(queue(rig)).toEqual(['c', 'a, better', 'b']);
    rig.session.moveEntry(c.id, null);
    expect(queue(rig)).toEqual(['a, better', 'b', 'c']);
    expect(rig.session.listRooms()[0]?.waiting).toBe(3);

    await using engine = await startTestEngine(data.path);
    baseUrl = `http://127.0.0.1:${engine.port}`;
    rig.session.retryConnection();
    await rig.until(() => rig.session.listOutbox().length === 0);
    using other = await TestClient.open(engine.port, 'bert');
    const { frames } = await other.history('room-1');
    expect(frames.map((frame) => frame.data['message'])).toEqual(['a, better', 'b', 'c']);
    expect(() => rig.session.editEntry({ messageId: a.id, request: chat('late') })).toThrow(
      'the server has it',
    );
    expect(() => rig.session.cancelEntry(a.id)).toThrow('not in the queue any more');
  });

  test('[S-OFFLINE-1] working offline on purpose holds everything, and going online sends it', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path);
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    await rig.online();
    rig.session.setOffline(true);
    const sent = rig.session.sendMessage(chat('later'));
    expect(rig.session.listOutbox()[0]?.state).toEqual({ state: 'waiting', reason: { why: 'network' } });
    rig.session.setOffline(false);
    await rig.delivered(sent.id, 'seen');
  });

  test('[S-REFUSED-2] what cannot be saved is refused with the field, and nothing is written', async () => {
    using folder = new ProfileFolder();
    await using rig = await openSession({ folder: folder.path, baseUrl: () => null });
    const withFile = newMessageSchema.parse({ kind: 'chat', roomId: 'room-1', text: 'x', fileIds: ['nope'] });
    expect(() => rig.session.sendMessage(withFile)).toThrow('Attachment 1 is not known');
    expect(() => rig.session.sendMessage({ ...chat('x'), roomId: 'nowhere' })).toThrow('no room "nowhere"');
    expect(rig.session.listOutbox()).toEqual([]);
    expect(rig.messages()).toEqual([]);
  });
});
