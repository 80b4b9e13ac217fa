// A room out as an archive and in again: whole, once, as a room of its own, and its unsent messages in a person's hands.
import { unzipSync } from 'fflate';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestSchema } from '../../../../src/main/archive/archive-format.ts';
import { markdownToHtml } from '../../../../src/main/archive/markdown-page.ts';
import { DataFolder, startTestEngine, TestClient } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder, type SessionRig } from '../session/session-rig.ts';
import { exported, fillRoom, imported, inPieces, openOffline, sha256 } from './archive-rig.ts';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
const linesIn = (bytes: Uint8Array | undefined): Record<string, unknown>[] =>
  text(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function archiveOfFilledRoom(): Promise<Uint8Array> {
  using folder = new ProfileFolder();
  await using rig = await openOffline(folder);
  await fillRoom(rig);
  return await exported(rig);
}

describe('an export', () => {
  test('[S-ARCHIVE-1] holds everything, is opened by another program, and every hash in it is right', async () => {
    const members = unzipSync(await archiveOfFilledRoom());
    const manifest = manifestSchema.parse(JSON.parse(text(members['archive.json'])));
    expect(manifest.room).toEqual({ id: 'room-1', title: 'Thermostat', product: null, draft: 'half a sen' });
    for (const [part, facts] of Object.entries(manifest.parts)) {
      const bytes = members[part] ?? new Uint8Array();
      expect({ sha256: sha256(bytes), bytes: bytes.length, lines: linesIn(bytes).length }).toEqual(facts);
    }
    const messages = linesIn(members['messages.jsonl']);
    expect(messages.map((line) => [line['text'], line['unsent']])).toEqual([
      ['The plate <script>alert("1")</script> & its copy', true],
      ['A reply', true],
      ['Ideas for a hinge', true],
    ]);
    const files = linesIn(members['files.jsonl']);
    expect(files.map((line) => line['name'])).toEqual(['plate ü.step', 'copy.step']);
    const attached = Object.keys(members).filter((name) => name.startsWith('files/'));
    expect(attached).toEqual([expect.stringMatching(/^files\/[0-9a-f]{16}\/plate ü\.step$/)]);
    const [path = ''] = attached;
    expect(files.map((line) => line['content'])).toEqual([
      { path, sha256: sha256(members[path] ?? new Uint8Array()), size_bytes: 5200 },
      { path, sha256: sha256(members[path] ?? new Uint8Array()), size_bytes: 5200 },
    ]);
  });

  test('[S-ARCHIVE-2] has a page that shows what was written as text and loads nothing', async () => {
    const page = text(unzipSync(await archiveOfFilledRoom())['room.html']);
    expect(page).toContain('The plate &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; its copy');
    for (const said of ['A reply', 'Ideas for a hinge', 'plate ü.step', 'Not sent yet'])
      expect(page).toContain(said);
    expect(page).not.toContain('cancelled words');
    expect(page).not.toMatch(/<script|\bhttps?:\/\/|\son\w+=/);
    expect(page).toContain(`default-src 'none'`);
    expect(page).toMatch(/href="files\/[0-9a-f]{16}\/plate%20%C3%BC\.step"/);
    expect(page.trim().endsWith('</html>')).toBe(true);
  });

  test('[S-ARCHIVE-2] shows the Markdown of answers, and nothing in it can run', () => {
    const html = markdownToHtml(
      [
        '## Sizes',
        '**Wide**: `100 <mm>` by *80*, 2 * 3 * 4',
        '| Part | Size |',
        '| --- | --: |',
        '| a\\|b | <img src=x onerror=alert(1)> |',
        '- one',
        '- [two](https://example.com/a?b="c") [bad](javascript:alert(1))',
        '```',
        '<script>**no**</script>',
        '```',
      ].join('\n'),
    );
    expect(html.split('\n')).toEqual([
      '<p class="heading">Sizes</p>',
      '<p><strong>Wide</strong>: <code>100 &lt;mm&gt;</code> by <em>80</em>, 2 * 3 * 4</p>',
      '<table><thead><tr><th>Part</th><th>Size</th></tr></thead><tbody><tr><td>a|b</td><td>&lt;img src=x onerror=alert(1)&gt;</td></tr></tbody></table>',
      '<ul><li>one</li><li><a href="https://example.com/a?b=&quot;c&quot;" rel="noreferrer">two</a> [bad](javascript:alert(1))</li></ul>',
      '<pre>&lt;script&gt;**no**&lt;/script&gt;</pre>',
    ]);
  });

  test.each(['', '```', '|', '| a |', '#', '- ', '**', '[x](', '\n\n'])('takes %j as it is', (odd) => {
    expect(() => markdownToHtml(odd)).not.toThrow();
  });

  test('[S-ARCHIVE-9] of a file that is damaged on this machine fails and says which', async () => {
    using folder = new ProfileFolder();
    await using rig = await openOffline(folder);
    const { bytes } = await rig.session.addFile('room-1', 'notes.txt', inPieces(Buffer.from('as it was')));
    const hash = bytes.state === 'stored' ? bytes.sha256 : '';
    writeFileSync(join(folder.path, 'content', hash.slice(0, 2), hash), 'as it wax');
    await expect(exported(rig)).rejects.toThrow('notes.txt are damaged');
  });

  test('[S-ARCHIVE-8] names a file whose bytes are missing, and so does the import', async () => {
    using folder = new ProfileFolder();
    using other = new ProfileFolder();
    await using rig = await openOffline(folder);
    const file = await rig.session.addFile('room-1', 'lost.txt', inPieces(Buffer.from('lost')));
    rig.send({ kind: 'chat', roomId: 'room-1', text: 'See this', fileIds: [file.id] });
    const hash = file.bytes.state === 'stored' ? file.bytes.sha256 : '';
    rmSync(join(folder.path, 'content', hash.slice(0, 2), hash));
    await using there = await openOffline(other);
    const { room } = await imported(there, await exported(rig));
    const [found] = there.session.listFiles(room.id);
    expect(found).toMatchObject({ name: 'lost.txt', bytes: { state: 'missing' } });
    expect(JSON.stringify(found)).toContain('not on the machine that exported');
  });
});

describe('an import', () => {
  test('[S-ARCHIVE-3] makes a room of its own, also beside the one it came from', async () => {
    using folder = new ProfileFolder();
    await using rig = await openOffline(folder);
    await fillRoom(rig);
    const before = [rig.messages(), rig.session.listOutbox()];
    const outcome = await imported(rig, await exported(rig));
    expect(outcome).toMatchObject({ isNew: true, messages: 3, unsent: 3, files: 2 });
    const { id } = outcome.room;
    expect(
      rig.session
        .listRooms()
        .map((room) => room.id)
        .sort(),
    ).toEqual([id, 'room-1'].sort());
    const copies = rig.messages(id);
    expect(copies.map((one) => [one.text, one.files.map(({ name }) => name)])).toEqual(
      rig.messages().map((one) => [one.text, one.files.map(({ name }) => name)]),
    );
    expect(copies[1]?.replyTo).toBe(copies[0]?.id);
    expect(copies[0]?.request).toMatchObject({
      roomId: id,
      fileIds: copies[0]?.files.map((file) => file.id),
    });
    const originals = rig.messages().map((one) => one.id);
    expect(copies.filter((one) => originals.includes(one.id))).toEqual([]);
    expect(rig.session.draft(id)).toBe('half a sen');
    expect(rig.session.filePath(copies[0]?.files[0]?.id ?? '')).toContain('content');
    expect([rig.messages(), rig.session.listOutbox().filter((entry) => entry.roomId === 'room-1')]).toEqual(
      before,
    );
    rig.send({ kind: 'chat', roomId: id, text: 'and on' });
    expect(rig.messages(id).at(-1)?.text).toBe('and on');
  });

  test('[S-ARCHIVE-5] of the same archive again changes nothing', async () => {
    const archive = await archiveOfFilledRoom();
    using folder = new ProfileFolder();
    await using rig = await openOffline(folder);
    const first = await imported(rig, archive);
    const state = () =>
      JSON.stringify([rig.session.listRooms(), rig.messages(first.room.id), rig.session.listOutbox()]);
    const before = state();
    expect(await imported(rig, archive)).toMatchObject({ isNew: false, room: { id: first.room.id } });
    expect(state()).toBe(before);
    expect(readdirSync(join(folder.path, 'imports'))).toEqual([]);
  });

  test('brings the answers and results of a room that was worked in', async () => {
    using folder = new ProfileFolder();
    using other = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path);
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    await rig.online();
    const { id } = rig.send({ kind: 'idea', roomId: 'room-1', text: 'Ideas for a smart thermostat' });
    await rig.delivered(id, 'answered');
    const [asked] = rig.session.listResults({ roomId: 'room-1', kind: null });
    const { board } = rig.session.work.board(asked?.id ?? '');
    rig.session.work.setBoard({
      resultId: asked?.id ?? '',
      board: { ...board, starred: [asked?.kind === 'idea' ? (asked.body?.ideas[0]?.id ?? '') : ''] },
    });
    await using there = await openOffline(other);
    const { room, unsent } = await imported(there, await exported(rig));
    expect(unsent).toBe(0);
    const said = (one: SessionRig, roomId: string) =>
      one.messages(roomId).map((message) => [message.kind, message.text]);
    expect(said(there, room.id)).toEqual(said(rig, 'room-1'));
    const [result] = there.session.listResults({ roomId: room.id, kind: null });
    const [original] = rig.session.listResults({ roomId: 'room-1', kind: null });
    expect(result?.body).toEqual(original?.body);
    expect(there.session.work.board(result?.id ?? '').board).toEqual(
      rig.session.work.board(original?.id ?? '').board,
    );
    expect(there.session.work.board(result?.id ?? '').board).not.toEqual(board);
    expect(result?.answerMessageId).toBe(there.messages(room.id).find((one) => one.kind === 'answer')?.id);
    expect(there.messages(room.id)[0]?.delivery?.state).toBe('answered');
  });
});

describe('[S-ARCHIVE-4] what was unsent in an archive', () => {
  const held = (rig: SessionRig): unknown[] =>
    rig.session.listOutbox().map(({ preview, state }) => [preview, state.state]);

  test('waits for a person, after connecting and after a restart, and goes once when it is sent', async () => {
    const archive = await archiveOfFilledRoom();
    using folder = new ProfileFolder();
    using data = new DataFolder();
    await using engine = await startTestEngine(data.path);
    const open = () => openSession({ folder: folder.path, baseUrl: () => `http://127.0.0.1:${engine.port}` });
    const all = [
      ['The plate <script>alert("1")</script> & its copy', 'quarantined'],
      ['A reply', 'quarantined'],
      ['Ideas for a hinge', 'quarantined'],
    ];
    let roomId = '';
    {
      await using rig = await open();
      await rig.online();
      roomId = (await imported(rig, archive)).room.id;
      const { id } = rig.send({ kind: 'chat', roomId, text: 'A new one' });
      await rig.delivered(id, 'seen', roomId);
      expect(held(rig)).toEqual(all);
    }
    await using rig = await open();
    await rig.online();
    const { id } = rig.send({ kind: 'chat', roomId, text: 'Another new one' });
    await rig.delivered(id, 'seen', roomId);
    expect(held(rig)).toEqual(all);
    const [first] = rig.session.listOutbox();
    rig.session.retryEntry(first?.messageId ?? '');
    await rig.delivered(first?.messageId ?? '', 'seen', roomId);
    using client = await TestClient.open(engine.port, 'bert');
    const { frames } = await client.history(roomId);
    expect(frames.map((frame) => frame.data['message'])).toEqual([
      'A new one',
      'Another new one',
      'The plate <script>alert("1")</script> & its copy',
    ]);
  });

  test('stays set aside when a cancel is undone and when the database has to be restored', async () => {
    const archive = await archiveOfFilledRoom();
    using folder = new ProfileFolder();
    {
      await using rig = await openOffline(folder);
      await imported(rig, archive);
      const [first] = rig.session.listOutbox();
      rig.session.cancelEntry(first?.messageId ?? '');
      rig.session.restoreEntry(first?.messageId ?? '');
      expect(held(rig).map((one) => (one as string[])[1])).toEqual(Array(3).fill('quarantined'));
    }
    writeFileSync(join(folder.path, 'workstation.db'), 'no database any more'.repeat(500));
    await using rig = await openOffline(folder);
    expect(held(rig).map((one) => (one as string[])[1])).toEqual(Array(3).fill('quarantined'));
  });
});
