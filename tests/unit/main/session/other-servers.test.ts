// Servers that do not echo, die between effect and answer, refuse, talk nonsense: nothing is lost, doubled or silent.
import { describe, expect, test } from 'vitest';
import { newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import { ManualClock } from '../connection/manual-clock.ts';
import { openScriptedServer } from './scripted-server.ts';
import { engineProfile, openSession, ProfileFolder, publicProfile } from './session-rig.ts';

const chat = (text: string) => ({ kind: 'chat' as const, roomId: 'room-1', text });

describe('servers unlike our engine', () => {
  test('[S-LEASE-1] a server that dies between effect and answer gets the same id again and drops it', async () => {
    using folder = new ProfileFolder();
    const kept = new Map<string, string>();
    let dies = true;
    await using server = await openScriptedServer((heard, say) => {
      if (heard.code !== 'chat') return;
      const id = String(heard.data['message_id']);
      kept.set(id, String(heard.data['message']));
      if (dies) {
        dies = false;
        return server.cut();
      }
      say({ status: 'success', code: 'chat_response', user_id: 'anna', room_id: 'room-1', data: heard.data });
    });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: engineProfile('anna', { listsRooms: false, historyCode: null }),
    });
    await rig.online();
    const one = rig.send(chat('one'));
    const two = rig.send(chat('two'));
    await rig.until(() => rig.session.connectionState().state === 'waiting');
    rig.session.retryConnection();
    await rig.delivered(two.id, 'seen');
    expect([...kept]).toEqual([
      [one.id, 'one'],
      [two.id, 'two'],
    ]);
    expect(server.heard.map((heard) => heard.data['message'])).toEqual(['one', 'one', 'two']);
  });

  test('[S-UNCONFIRMED-1] where nobody can tell, the message is shown unconfirmed and only a person sends it again', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    const one = rig.send(chat('one'));
    await rig.until(() => server.heard.length === 1 || rig.message(one.id)?.delivery?.state === 'sent');
    while (server.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    server.cut();
    await rig.until(() => rig.session.listOutbox()[0]?.state.state === 'unconfirmed');
    rig.session.retryConnection();
    await rig.online();
    expect(server.heard).toHaveLength(1);
    rig.session.retryEntry(one.id);
    await rig.until(() => rig.session.listOutbox()[0]?.state.state === 'sent');
    while (server.heard.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(server.heard.map((heard) => heard.data['message_id'])).toEqual([one.id, one.id]);
  });

  test('[S-SILENCE-1] without an echo the lane goes on after a while and the message stays visible, unconfirmed', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
      clock,
    });
    await rig.online();
    const one = rig.send(chat('one'));
    const two = rig.send(chat('two'));
    expect(rig.session.listOutbox()[1]?.state).toEqual({
      state: 'waiting',
      reason: { why: 'turn', behind: one.id },
    });
    clock.advance(15_001);
    expect(rig.session.listOutbox().map((entry) => entry.state.state)).toEqual(['unconfirmed', 'sent']);
    server.say({
      status: 'success',
      code: 'chat_response',
      user_id: 'anna',
      room_id: 'room-1',
      data: { message: 'one', sender: 'anna' },
    });
    await rig.delivered(one.id, 'seen');
    expect(rig.session.listOutbox().map((entry) => entry.messageId)).toEqual([two.id]);
  });

  test('[S-ACCEPT-1] without ids the first frame of its kind proves an AI request, one per kind on the wire', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    const idea = { kind: 'idea' as const, roomId: 'room-1' };
    const first = rig.send({ ...idea, text: 'first' });
    const second = rig.send({ ...idea, text: 'second' });
    const other = rig.send({
      kind: 'engineering',
      roomId: 'room-1',
      text: 'bracket',
      engineeringType: 'cad_generation',
    });
    const state = (id: string) => rig.session.listOutbox().find((entry) => entry.messageId === id)?.state;
    expect(state(second.id)).toEqual({ state: 'waiting', reason: { why: 'answer', behind: first.id } });
    expect(state(other.id)?.state).toBe('sent');
    server.say({
      status: 'success',
      code: 'idea_response',
      user_id: 'anna',
      room_id: 'room-1',
      data: { message: 'done', deck: 1 },
    });
    await rig.delivered(first.id, 'answered');
    await rig.until(() => state(second.id)?.state === 'sent');
    const [result] = rig.session.listResults({ roomId: 'room-1', kind: 'idea' });
    expect(result).toMatchObject({ requestMessageId: first.id, text: 'done', body: null });
  });

  test('[S-REFUSED-1] [S-EDIT-2] a refusal quarantines with the field, the lane goes on, the edit is a new message', async () => {
    using folder = new ProfileFolder();
    const errors = [{ loc: ['data', 'message'], msg: 'too rude', type: 'value_error' }];
    await using server = await openScriptedServer((heard, say) => {
      if (heard.code !== 'chat') return;
      const head = { user_id: 'anna', room_id: 'room-1' };
      if (heard.data['message'] !== 'rude')
        return say({ ...head, status: 'success', code: 'chat_response', data: heard.data });
      const details = {
        error: 'too rude',
        error_code: 'VALIDATION_ERROR',
        errors,
        message_id: heard.data['message_id'],
      };
      say({
        ...head,
        status: 'error',
        code: 'system',
        data: { message: 'Message validation failed', details },
      });
    });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: engineProfile('anna', { listsRooms: false, historyCode: null }),
    });
    await rig.online();
    const rude = rig.send(chat('rude'));
    const next = rig.send(chat('next'));
    await rig.delivered(next.id, 'seen');
    expect(rig.session.listOutbox()[0]?.state).toEqual({
      state: 'quarantined',
      refusal: { message: 'too rude', errorCode: 'VALIDATION_ERROR', errors },
    });
    const edited = rig.session.editEntry({
      messageId: rude.id,
      request: newMessageSchema.parse(chat('kind')),
    });
    expect(edited.id).not.toBe(rude.id);
    await rig.delivered(edited.id, 'seen');
    expect(rig.session.listOutbox()).toEqual([]);
    expect(rig.named('message.removed')).toEqual([{ roomId: 'room-1', messageId: rude.id }]);
  });

  test('[S-RETRY-1] a general failure is tried again later, and after six attempts a person is asked', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    await using server = await openScriptedServer((heard, say) => {
      if (heard.code !== 'chat') return;
      const details = { error: 'busy', error_code: 'PROCESSING_ERROR', message_id: heard.data['message_id'] };
      say({
        status: 'error',
        code: 'system',
        user_id: 'anna',
        room_id: 'room-1',
        data: { message: 'busy', details },
      });
    });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: engineProfile('anna', { listsRooms: false, historyCode: null }),
      clock,
    });
    await rig.online();
    rig.send(chat('one'));
    const state = () => rig.session.listOutbox()[0]?.state;
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await rig.until(() => server.heard.length >= attempt && state()?.state !== 'sent');
      clock.advance(8_001);
    }
    await rig.until(() => state()?.state === 'quarantined');
    expect(server.heard).toHaveLength(6);
    expect(state()).toMatchObject({ refusal: { message: 'busy', errorCode: 'PROCESSING_ERROR' } });
  });

  test('[S-RAW-1] malformed frames are logged, unknown codes are kept raw in the room, neither is fatal', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    server.sayText('{"status":"succ');
    server.say({ status: 'success', code: 'hologram', room_id: 'room-1', data: { beam: [1, 2] } });
    await rig.until(() => rig.messages().length === 1);
    expect(rig.messages()[0]).toMatchObject({
      kind: 'unknown',
      raw: { code: 'hologram', data: { beam: [1, 2] } },
    });
    expect(rig.session.loggedFrames().map((one) => one.text)).toContain('{"status":"succ');
    expect(rig.session.connectionState().state).toBe('online');
  });

  test('[S-GAP-1] a server without history leaves a visible gap after every absence', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    server.say({
      status: 'success',
      code: 'chat_response',
      user_id: 'bert',
      room_id: 'room-1',
      data: { message: 'hi', sender: 'bert', message_id: 'b1' },
    });
    server.say({
      status: 'success',
      code: 'chat_response',
      user_id: 'bert',
      room_id: 'room-1',
      data: { message: 'hi', sender: 'bert', message_id: 'b1' },
    });
    await rig.until(() => rig.messages().length === 1);
    server.cut();
    await rig.until(() => rig.session.connectionState().state === 'waiting');
    rig.session.retryConnection();
    await rig.until(() => rig.named('gap.added').length === 1);
    const page = rig.session.pageMessages({ roomId: 'room-1', beforeSeq: null, limit: 10 });
    expect(page.gaps.map((gap) => gap.afterSeq)).toEqual([1]);
    expect(page.messages).toHaveLength(1);
  });

  test('[S-AUTH-1] an expired token pauses the profile; nothing is deleted', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer((heard, say) => {
      if (heard.code !== 'chat') return;
      const details = { error: 'expired', error_code: 'TOKEN_EXPIRED', message_id: heard.data['message_id'] };
      say({ status: 'error', code: 'system', room_id: 'room-1', data: { message: 'expired', details } });
    });
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    rig.send(chat('one'));
    await rig.until(() => rig.session.connectionState().state === 'signed-out');
    expect(rig.session.listOutbox()[0]?.state).toEqual({ state: 'waiting', reason: { why: 'sign-in' } });
  });

  test('[S-PASSING-1] typing expires and never enters the queue', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    await using server = await openScriptedServer();
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
      clock,
    });
    await rig.online();
    server.say({
      code: 'typing',
      user_id: 'bert',
      room_id: 'room-1',
      data: { status: 'started', sender: 'bert' },
    });
    await rig.until(() => rig.named('typing.changed').at(-1)?.userIds[0] === 'bert');
    clock.advance(8001);
    expect(rig.named('typing.changed').at(-1)?.userIds).toEqual([]);
    rig.session.sendTyping('room-1', true);
    expect(rig.session.listOutbox()).toEqual([]);
  });
});
