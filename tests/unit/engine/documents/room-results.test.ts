// What a room did goes into its documents: checks, drawings, chosen ideas; what is out of date says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RoomKnowledge } from '../../../../src/engine/desk.ts';
import { openDocumentsDesk } from '../../../../src/engine/documents/open-documents.ts';
import { ask, bracket, sampleRoom } from './sample-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'room-results-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const desk = await openDocumentsDesk();

async function contentOf(docType: string, room: RoomKnowledge, metadata = {}): Promise<string> {
  const { body } = await desk(ask(folder, { doc_type: docType, metadata }, room));
  return String(body['content']);
}

test('[P-DOC-2] a check and a drawing of a part that was changed since say so', async () => {
  const room = sampleRoom(folder);
  const changed = {
    code: 'engineering_response',
    request: { message: 'wall 4 mm' },
    body: { ...bracket, changed_from: { file_id: 'cad-1' }, files: [{ id: 'cad-2', name: 'r2.step' }] },
    at: '2026-11-25T10:00:00.000Z',
  };
  const later = { ...room, answers: [...room.answers, changed] };
  expect(await contentOf('dfm_analysis', room)).not.toContain('changed after this check');
  expect(await contentOf('dfm_analysis', later)).toContain('changed after this check; check it again');
  expect(await contentOf('engineering_drawing', later)).toContain('changed after this drawing');
});

test('[P-DOC-2] a part that nobody checked is judged by its parameters, one that nobody drew is a gap', async () => {
  const room = sampleRoom(folder);
  const bare = { ...room, answers: room.answers.filter(({ body }) => !('model' in body)) };
  const checked = await contentOf('dfm_analysis', bare);
  expect(checked).toContain('1.14 to 3.56 mm');
  expect(checked).toContain('ask for a DFM analysis of the model');
  const drawing = await contentOf('engineering_drawing', bare);
  expect(drawing).toContain('no drawing was made in this room');
  expect(drawing).not.toMatch(/ISO 2768|first.angle/);
});

test('[P-DOC-3] the ideas requests were made from are the chosen ones; without any the first is said to be that', async () => {
  const room = sampleRoom(folder);
  const chosen = await contentOf('technical_specification', room);
  expect(chosen).toContain('Snap-on bracket');
  expect(chosen).not.toContain('Glass tile');
  const answers = room.answers.map((answer) => ({ ...answer, request: {} }));
  const open = await contentOf('technical_specification', { ...room, answers });
  expect(open).toContain('ranked first, not chosen yet');
  const asked = await contentOf(
    'requirements',
    { ...room, answers },
    { idea: { id: 'idea-1', title: 'Glass tile' } },
  );
  expect(asked).toContain('shall follow the concept “Glass tile”: A flat tile of glass.');
});

test('a section is asked for by its title as the document shows it, one of the kind’s own too', async () => {
  const room = sampleRoom(folder);
  const headings = async (docType: string, sections: readonly string[]): Promise<string[]> =>
    (await contentOf(docType, room, { sections })).match(/(?<=^## ).*/gm) ?? [];
  expect(await headings('datasheet', ['Mechanical specification'])).toEqual(['Mechanical specification']);
  expect(await headings('requirements', ['Requirements'])).toEqual(['Requirements']);
});
