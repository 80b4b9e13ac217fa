// The token or the address changed while online: the session connects anew with what holds now.
import { expect, test } from 'vitest';
import { DataFolder, startTestEngine } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder } from './session-rig.ts';

test('[S-AUTH-1] a changed access is used at once, also while a connection stands', async () => {
  using folder = new ProfileFolder();
  using data = new DataFolder();
  using otherData = new DataFolder();
  await using first = await startTestEngine(data.path);
  await using second = await startTestEngine(otherData.path);
  let { port } = first;
  await using rig = await openSession({ folder: folder.path, baseUrl: () => `http://127.0.0.1:${port}` });
  await rig.online();
  ({ port } = second);
  rig.session.accessChanged();
  expect(rig.session.connectionState().state).toBe('connecting');
  await rig.online();
  await first[Symbol.asyncDispose]();
  const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: 'to the other server' });
  await rig.delivered(id, 'seen');
});
