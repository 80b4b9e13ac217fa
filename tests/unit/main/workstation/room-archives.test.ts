// Archives of rooms by the page's addresses: a download, an upload, a job for each, and refusals in words.
import { expect, test } from 'vitest';
import { roomImportSchema } from '../../../../src/shared/model/room.ts';
import { Rig } from './workstation-rig.ts';

async function openWithRoom(): Promise<{ rig: Rig; roomId: string }> {
  const rig = await Rig.open();
  await rig.ask('connection.setOffline', { offline: true });
  const { id: roomId } = await rig.ask('rooms.create', { title: 'Pump / valve', productName: 'Pump' });
  await rig.ask('messages.send', { roomId, kind: 'chat', text: 'The valve sticks' });
  return { rig, roomId };
}

test('a room is downloaded under its name and uploaded as another room', async () => {
  const { rig, roomId } = await openWithRoom();
  await using _rig = rig;
  const { url, name } = await rig.ask('rooms.exportUrl', { roomId });
  expect(name).toMatch(/^Pump - valve \d{4}-\d\d-\d\d\.zip$/);
  const download = await rig.fetch(url);
  expect(download.headers.get('content-type')).toBe('application/zip');
  expect(download.headers.get('content-disposition')).toContain(encodeURIComponent(name));
  const archive = await download.arrayBuffer();
  const { url: there } = await rig.ask('rooms.importUrl', {});
  const upload = async (): Promise<Response> => rig.fetch(there, { method: 'POST', body: archive });
  const first = await upload();
  expect(first.status).toBe(201);
  const outcome = roomImportSchema.parse(await first.json());
  expect(outcome).toMatchObject({ isNew: true, messages: 1, unsent: 1, room: { title: 'Pump / valve' } });
  const rooms = await rig.ask('rooms.list', {});
  expect(rooms.find(({ id }) => id === outcome.room.id)?.productId).toBe(
    rooms.find(({ id }) => id === roomId)?.productId,
  );
  expect((await upload()).status).toBe(200);
  expect((await rig.ask('jobs.list', {})).map(({ title, state }) => [title, state])).toEqual([
    [`Export ${name}`, 'done'],
    ['Import a room', 'done'],
    ['Import a room', 'done'],
  ]);
  expect(
    rig.events.filter((event) => event.name === 'room.changed').map(({ payload }) => payload),
  ).toContainEqual(expect.objectContaining({ id: outcome.room.id, waiting: 1 }));
});

test('what is no archive is refused in words, and the job says the same', async () => {
  const { rig } = await openWithRoom();
  await using _rig = rig;
  const { url } = await rig.ask('rooms.importUrl', {});
  const answer = await rig.fetch(url, { method: 'POST', body: 'no archive' });
  expect(answer.status).toBe(422);
  const { message } = (await answer.json()) as { message: string };
  expect(message).toContain('It is no zip archive');
  expect((await rig.ask('jobs.list', {}))[0]).toMatchObject({ state: 'failed', reason: message });
  expect((await rig.fetch(url)).status).toBe(405);
});

test('a download that is given up ends its job', async () => {
  const { rig, roomId } = await openWithRoom();
  await using _rig = rig;
  const { url } = await rig.ask('rooms.exportUrl', { roomId });
  const reader = (await rig.fetch(url)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((await rig.ask('jobs.list', {}))[0]).toMatchObject({ state: 'cancelled' });
});

test('an import that is cancelled stops and leaves nothing', async () => {
  const { rig } = await openWithRoom();
  await using _rig = rig;
  const { url } = await rig.ask('rooms.importUrl', {});
  const endless = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(new Uint8Array(1000));
      const [job] = await rig.ask('jobs.list', {});
      if (job?.state === 'running') await rig.ask('jobs.cancel', { id: job.id });
    },
  });
  const answer = await rig.fetch(url, { method: 'POST', body: endless, ...{ duplex: 'half' } });
  expect(await answer.json()).toEqual({ message: 'You cancelled it.' });
  expect((await rig.ask('jobs.list', {}))[0]).toMatchObject({ state: 'cancelled' });
});
