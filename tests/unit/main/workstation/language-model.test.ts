// The language model as a person connects it: checked, switched on and off, asked through the engine's own process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { FakeModelServer } from '../../engine/model/fake-model-server.ts';
import { enginePids, patienceMs, Rig } from './workstation-rig.ts';

async function answerTo(rig: Rig, roomId: string, text: string): Promise<string> {
  const { id } = await rig.ask('messages.send', { roomId, text, kind: 'haitch_chat' });
  return vi.waitFor(
    async () => {
      const { messages } = await rig.ask('messages.page', { roomId });
      const answer = messages.find(
        ({ replyTo, kind, streaming }) => replyTo === id && kind === 'answer' && !streaming,
      );
      if (answer === undefined || answer.text === '') throw new Error('no answer yet');
      return answer.text;
    },
    { timeout: patienceMs, interval: 100 },
  );
}

describe('a language model', () => {
  test('[P-MODEL-1] answers once it is switched on, and no longer when it is off', async () => {
    await using server = await FakeModelServer.start();
    await using rig = await Rig.open();
    await rig.online();
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Thermostat' });
    const model = { baseUrl: server.baseUrl, name: 'small' };
    server.will({ text: ['Words of the model.'] }, { text: ['Again.'] });
    await rig.ask('model.set', { model, isOn: true, apiKey: 'k-123' });
    expect(await answerTo(rig, roomId, 'what is a rib?')).toBe('Words of the model.');
    expect(server.keys.at(-1)).toBe('Bearer k-123');
    // The key is not for the processes of the engine, nor for its successors' command lines.
    const [pid] = enginePids();
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('k-123');
    await rig.ask('model.set', { model, isOn: false });
    expect(await answerTo(rig, roomId, 'density of ABS')).toContain('1.05 g/cm³');
    expect(server.asked).toHaveLength(1);
  });

  test('is checked with the key for its own address only, and the key never comes back', async () => {
    await using server = await FakeModelServer.start();
    await using other = await FakeModelServer.start();
    await using rig = await Rig.open();
    const at = (baseUrl: string) => ({ baseUrl, name: 'small' });
    const view = await rig.ask('model.set', { model: at(server.baseUrl), isOn: false, apiKey: 'k-123' });
    expect(view).toMatchObject({ hasKey: true, isOn: false });
    expect(JSON.stringify(await rig.ask('model.get', {}))).not.toContain('k-123');
    expect(readFileSync(join(rig.folder.path, 'language-model.json'), 'utf8')).not.toContain('k-123');
    expect(await rig.ask('model.check', at(server.baseUrl))).toMatchObject({
      reached: true,
      names: ['small', 'large'],
    });
    expect(server.keys.at(-1)).toBe('Bearer k-123');
    await rig.ask('model.check', at(other.baseUrl));
    expect(other.keys).toEqual([undefined]);
    const moved = await rig.ask('model.set', { model: at(other.baseUrl), isOn: false });
    expect(moved.hasKey).toBe(false);
    expect(await rig.ask('model.check', at('http://127.0.0.1:9/v1'))).toMatchObject({
      reached: false,
      message: '127.0.0.1:9 could not be reached.',
    });
  });

  test('with a wrong address or without one is refused by field', async () => {
    await using rig = await Rig.open();
    const wrong = { model: { baseUrl: 'ftp://x', name: 'small' }, isOn: true };
    expect(await rig.fails('model.set', wrong)).toMatchObject({ field: 'model.baseUrl' });
    expect(await rig.fails('model.set', { model: null, isOn: true })).toMatchObject({ field: 'model' });
  });
});
