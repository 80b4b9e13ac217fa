// The files that a frame carries or names, as rows: known ones are found again, new ones are awaited.
import { z } from 'zod';
import { findFiles, type FoundFile } from '../files/find-files.ts';
import { type FileRow, findFileByRemoteId, saveFile } from '../store/files.ts';
import type { MessageRow } from '../store/messages.ts';
import { newId, type SessionCore } from './session-core.ts';

const attachmentsSchema = z.looseObject({
  attachments: z.array(z.looseObject({ id: z.string(), name: z.string(), mime_type: z.string().optional() })),
});

const read = new WeakMap<Record<string, unknown>, readonly FoundFile[]>();

/** The files of a frame's data, looked for once. */
function filesIn(data: Record<string, unknown>): readonly FoundFile[] {
  const known = read.get(data);
  if (known !== undefined) return known;
  const found = findFiles(data);
  read.set(data, found);
  return found;
}

/** Whether the data carries bytes itself, so that the frame must be kept until they are stored. */
export function keepsInline(data: Record<string, unknown>): boolean {
  return filesIn(data).some(({ source }) => source.from === 'inline');
}

/** Rows for every file of a frame, awaited where they are new; returns their ids in order. */
export function collectFiles(
  core: SessionCore,
  message: MessageRow,
  data: Record<string, unknown>,
): string[] {
  const files = filesIn(data);
  if (files.length === 0) return [];
  const named = attachmentsSchema.safeParse(data['metadata']).data?.attachments ?? [];
  const ids = files.map((found) => {
    const { source } = found;
    const known = source.from === 'id' ? findFileByRemoteId(core.store, source.id) : null;
    if (known !== null) return known.id;
    const better = source.from === 'id' ? named.find(({ id }) => id === source.id) : undefined;
    const row = toRow(core, message, found);
    saveFile(core.store, {
      ...row,
      name: better?.name ?? row.name,
      mediaType: better?.mime_type ?? row.mediaType,
    });
    core.changes.file(row.id);
    return row.id;
  });
  return [...new Set(ids)];
}

function toRow(core: SessionCore, message: MessageRow, found: FoundFile): FileRow {
  const { source, where } = found;
  return {
    id: newId(core),
    name: found.name,
    mediaType: found.mediaType,
    sizeBytes: found.sizeBytes,
    state: 'awaited',
    sha256: null,
    expectedSha256: found.sha256,
    reason: 'It is being fetched.',
    remoteId: source.from === 'id' ? source.id : null,
    source: source.from === 'inline' ? { from: 'inline', messageId: message.id, where } : source,
    roomId: message.roomId,
    createdAt: message.createdAt,
  };
}
