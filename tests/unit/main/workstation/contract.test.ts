// The bridge against its contract, both ways: every call answers what its row says, wrong input is refused by field.
import { describe, expect, test } from 'vitest';
import { type CallInput, type CallName, calls } from '../../../../src/shared/bridge/contract.ts';
import { Rig } from './workstation-rig.ts';

interface World {
  readonly roomId: string;
  readonly fileId: string;
  readonly messageId: string;
  readonly profileId: string;
}

/** Inputs in an order in which all succeed while the engine is stopped; null where no success is possible here. */
const inputs: { [K in CallName]: ((world: World) => CallInput<K>) | null } = {
  'app.info': () => ({}),
  'app.diagnosticsUrl': () => ({}),
  'settings.get': () => ({}),
  'settings.set': () => ({ density: 'compact' }),
  'model.get': () => ({}),
  'model.set': () => ({ model: { baseUrl: 'http://127.0.0.1:9/v1', name: 'small' }, isOn: true }),
  'model.check': () => ({ baseUrl: 'http://127.0.0.1:9/v1', name: 'small' }),
  'profiles.list': () => ({}),
  'profiles.add': () => ({
    name: 'Second',
    kind: 'productflo',
    serverUrl: 'https://api.productflo.example',
    userId: 'a',
  }),
  'profiles.update': ({ profileId }) => ({ id: profileId, change: { name: 'Renamed' } }),
  'profiles.activate': () => ({ id: 'local' }),
  'profiles.signIn': null,
  'profiles.setToken': ({ profileId }) => ({ id: profileId, token: 't' }),
  'profiles.signOut': ({ profileId }) => ({ id: profileId }),
  'connection.get': () => ({}),
  'connection.setOffline': () => ({ offline: true }),
  'connection.retry': () => ({}),
  'engine.get': () => ({}),
  'engine.start': () => ({}),
  'engine.stop': () => ({}),
  'rooms.list': () => ({}),
  'rooms.create': () => ({ title: 'Other', productName: 'Pump' }),
  'rooms.rename': ({ roomId }) => ({ roomId, title: 'New title' }),
  'rooms.markRead': ({ roomId }) => ({ roomId }),
  'rooms.exportUrl': ({ roomId }) => ({ roomId }),
  'rooms.importUrl': () => ({}),
  'products.list': () => ({}),
  'messages.page': ({ roomId }) => ({ roomId }),
  'messages.search': () => ({ query: 'first' }),
  'messages.send': ({ roomId }) => ({ roomId, kind: 'chat', text: 'Second' }),
  'messages.typing': ({ roomId }) => ({ roomId, typing: true }),
  'drafts.set': ({ roomId }) => ({ roomId, text: 'half a sen' }),
  'drafts.get': ({ roomId }) => ({ roomId }),
  'outbox.counts': () => ({}),
  'outbox.list': () => ({ from: 0, limit: 10 }),
  'outbox.move': ({ messageId }) => ({ messageId, beforeMessageId: null }),
  'outbox.step': ({ messageId }) => ({ messageId, direction: 'forward' }),
  'outbox.retry': ({ messageId }) => ({ messageId }),
  'outbox.cancel': ({ messageId }) => ({ messageId }),
  'outbox.restore': ({ messageId }) => ({ messageId }),
  'outbox.edit': ({ messageId, roomId }) => ({
    messageId,
    request: { roomId, kind: 'chat', text: 'Better' },
  }),
  'files.get': ({ fileId }) => ({ fileId }),
  'files.list': ({ roomId }) => ({ roomId }),
  'files.url': ({ fileId }) => ({ fileId }),
  'files.preview': ({ fileId }) => ({ fileId }),
  'files.fetch': ({ fileId }) => ({ fileId }),
  'files.uploadUrl': ({ roomId }) => ({ roomId, name: 'a.txt' }),
  'results.list': ({ roomId }) => ({ roomId }),
  'results.get': null,
  'ideas.board': null,
  'ideas.setBoard': null,
  'documents.versions': null,
  'documents.save': null,
  'models.open': ({ fileId }) => ({ fileId }),
  'jobs.list': () => ({}),
  'jobs.cancel': () => ({ id: 'job-1' }),
  'notices.list': () => ({}),
  'notices.markRead': () => ({}),
  'log.frames': () => ({}),
};

async function openWorld(): Promise<{ rig: Rig; world: World }> {
  const rig = await Rig.open();
  await rig.ask('engine.stop', {});
  const { id: roomId } = await rig.ask('rooms.create', { title: 'Contract' });
  const { id: fileId } = await rig.upload(roomId, 'part.step', 'ISO-10303-21;');
  const { id: messageId } = await rig.ask('messages.send', {
    roomId,
    kind: 'chat',
    text: 'First',
    fileIds: [fileId],
  });
  const team = { name: 'Team', kind: 'engine', serverUrl: 'http://127.0.0.1:9', userId: 'ann' } as const;
  const { id: profileId } = await rig.ask('profiles.add', team);
  return { rig, world: { roomId, fileId, messageId, profileId } };
}

describe('the bridge', () => {
  test('answers every call of the contract with what its row says', async () => {
    const { rig, world } = await openWorld();
    await using _rig = rig;
    const failures: string[] = [];
    for (const [name, make] of Object.entries(inputs)) {
      if (make === null) continue;
      const result = await rig.workstation.call(name, make(world));
      const { output } = calls[name as CallName];
      if (!result.ok) failures.push(`${name}: ${result.error.message}`);
      else if (!output.safeParse(JSON.parse(JSON.stringify(result.value))).success)
        failures.push(`${name}: shape`);
    }
    expect(failures).toEqual([]);
  });

  test('refuses what the contract does not know, with the field', async () => {
    const { rig } = await openWorld();
    await using _rig = rig;
    expect(await rig.fails('rooms.destroy', {})).toMatchObject({ code: 'CALL_UNKNOWN' });
    expect(await rig.fails('toString', {})).toMatchObject({ code: 'CALL_UNKNOWN' });
    expect(await rig.fails('rooms.create', { title: '  ' })).toEqual({
      code: 'INPUT',
      message: 'rooms.create was refused. title: a room needs a title.',
      field: 'title',
    });
    expect(
      await rig.fails('outbox.edit', { messageId: 'x', request: { kind: 'chat', roomId: 'r' } }),
    ).toMatchObject({
      field: 'request.text',
    });
    expect((await rig.fails('rooms.create', 'no object')).message).toContain('rooms.create was refused');
    expect((await rig.fails('rooms.create', null)).field).toBe('title');
  });

  test('every failure is a sentence', async () => {
    const { rig } = await openWorld();
    await using _rig = rig;
    const asked: [CallName, unknown][] = [
      ['results.get', { id: 'none' }],
      ['ideas.board', { resultId: 'none' }],
      ['documents.save', { resultId: 'none', text: 'x', note: 'Edited' }],
      ['files.get', { fileId: 'none' }],
      ['files.url', { fileId: 'none' }],
      ['files.preview', { fileId: 'none' }],
      ['rooms.rename', { roomId: 'none', title: 'x' }],
      ['rooms.exportUrl', { roomId: 'none' }],
      ['outbox.retry', { messageId: 'none' }],
      ['outbox.restore', { messageId: 'none' }],
      ['profiles.activate', { id: 'none' }],
      ['profiles.signIn', { id: 'local', email: 'a@b.c', password: 'x' }],
      ['jobs.cancel', { id: 'none' }],
    ];
    for (const [name, input] of asked) {
      const { code, message } = await rig.fails(name, input);
      expect([name, code === 'DEFECT', message]).toEqual([
        name,
        false,
        expect.stringMatching(/^[A-Z"“].*[.!]$/s),
      ]);
    }
  });
});
