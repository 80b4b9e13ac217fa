// A room in which many requests wait for an answer: chat goes past all of them.
import { expect, test } from 'vitest';
import { DataFolder, startTestEngine } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder } from './session-rig.ts';

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

test('[S-ANSWER-2] chat behind a hundred requests that wait for an answer is sent at once', async () => {
  using folder = new ProfileFolder();
  using data = new DataFolder();
  await using engine = await startTestEngine(data.path, { desks: { haitch: ({ signal }) => never(signal) } });
  await using rig = await openSession({
    folder: folder.path,
    baseUrl: () => `http://127.0.0.1:${engine.port}`,
  });
  await rig.online();
  for (let index = 0; index < 100; index += 1)
    rig.send({ kind: 'haitch_chat', roomId: 'room-1', text: `q${index}` });
  const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: 'meanwhile' });
  await rig.delivered(id, 'seen');
  expect(rig.session.listOutbox()).toHaveLength(99);
});
