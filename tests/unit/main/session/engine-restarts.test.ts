// The real engine goes away in the middle of its work and comes back on another port: one answer, nothing doubled.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DataFolder, startTestEngine, TestClient } from '../../engine/engine-rig.ts';
import { openScriptedServer } from './scripted-server.ts';
import { openSession, ProfileFolder, publicProfile } from './session-rig.ts';

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

describe('an engine that stops in the middle', () => {
  test('[S-ONCE-1] [S-ANSWER-1] resumes the request; its one answer replaces the pieces of the first try', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    const first = await startTestEngine(data.path, {
      desks: {
        haitch: async ({ progress, signal }) => {
          progress('half an ans');
          return never(signal);
        },
      },
    });
    let { port } = first;
    await using rig = await openSession({ folder: folder.path, baseUrl: () => `http://127.0.0.1:${port}` });
    const asked = rig.send({ kind: 'haitch_chat', roomId: 'room-1', text: 'Why?' });
    await rig.until(() => rig.messages().some((one) => one.text === 'half an ans' && one.streaming));
    const waiting = rig.send({ kind: 'haitch_chat', roomId: 'room-1', text: 'And?' });
    expect(rig.session.listOutbox()[0]?.state).toEqual({
      state: 'waiting',
      reason: { why: 'answer', behind: asked.id },
    });
    await first[Symbol.asyncDispose]();
    await rig.until(() => rig.session.connectionState().state === 'waiting');
    await using second = await startTestEngine(data.path, {
      desks: {
        haitch: async ({ data: { message } }) => ({ message: `Answer to ${message}`, body: {}, files: [] }),
      },
    });
    port = second.port;
    rig.session.retryConnection();
    await rig.delivered(waiting.id, 'answered');
    const story = rig.messages().map(({ kind, text, streaming }) => [kind, text, streaming]);
    expect(story).toEqual([
      ['haitch_chat', 'Why?', false],
      ['answer', 'Answer to Why?', false],
      ['haitch_chat', 'And?', false],
      ['answer', 'Answer to And?', false],
    ]);
    expect(rig.message(asked.id)?.delivery?.state).toBe('answered');
    using other = await TestClient.open(second.port, 'bert');
    const { frames } = await other.history('room-1');
    expect(frames).toHaveLength(4);
  });

  test('[S-HISTORY-1] the past of a room seen for the first time is not news; what comes later is', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path);
    using bert = await TestClient.open(engine.port, 'bert');
    await bert.join('room-1');
    for (let index = 0; index < 250; index += 1)
      bert.send('chat', 'room-1', { message: `m${index}`, message_id: `m${index}` });
    await bert.next((frame) => frame.data['message_id'] === 'm249');
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    await rig.until(() => rig.messages().at(-1)?.text === 'm249');
    expect(rig.session.listRooms()[0]?.unread).toBe(0);
    bert.send('chat', 'room-1', { message: 'news', message_id: 'news' });
    await rig.until(() => rig.session.listRooms()[0]?.unread === 1);
    expect(rig.session.markRoomRead('room-1').unread).toBe(0);
  });
});

describe('files of a foreign answer', () => {
  test('[S-FILE-1] bytes inside the frame are kept as a file that opens offline', async () => {
    using folder = new ProfileFolder();
    await using server = await openScriptedServer();
    const bytes = Buffer.from('solid cube\nendsolid cube\n'.repeat(20));
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => server.url,
      profile: publicProfile(),
    });
    await rig.online();
    const data = {
      message: 'Here it is.',
      output: { filename: 'cube.stl', content_base64: bytes.toString('base64') },
    };
    server.say({ status: 'success', code: 'engineering_response', user_id: 'anna', room_id: 'room-1', data });
    await rig.until(() => rig.session.listFiles('room-1')[0]?.bytes.state === 'stored');
    const [file] = rig.session.listFiles('room-1');
    expect(file).toMatchObject({ name: 'cube.stl', sizeBytes: bytes.length });
    const kept = readFileSync(rig.session.filePath(file?.id ?? ''));
    // Checked against Node's own hash of the bytes that were sent.
    expect(createHash('sha256').update(kept).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    const [result] = rig.session.listResults({ roomId: 'room-1', kind: 'engineering' });
    expect(result?.files.map((one) => one.id)).toEqual([file?.id]);
  });
});
