// The files that a frame carries or names, as rows: known ones are found again, new ones are awaited.
import { z } from 'zod';
import { findFiles, type FoundFile } from '../files/find-files.ts';
import { type FileRow, findFileByRemoteId, saveFile } from '../store/files.ts';
import type { MessageRow } from '../store/messages.ts';
import { newId, type SessionCore } from './session-core.ts';

const attachmentsSchema = z.looseObject({
  attachments: z.array(z.looseObject({ id: z.string(), name: z.string(), mime_type: z.string().optional() })),
});

/** Whether the data carries bytes itself, so that the frame must be kept until they are stored. */
export function keepsInline(data: Record<string, unknown>): boolean {
  return findFiles(data).some(({ source }) => source.from === 'inline');
}

/** Rows for every file of a frame, awaited where they are new; returns their ids in order. */
export function collectFiles(
  core: SessionCore,
  message: MessageRow,
  data: Record<string, unknown>,
): string[] {
  const named = attachmentsSchema.safeParse(data['metadata']).data?.attachments ?? [];
  const ids = findFiles(data).map((found) => {
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
