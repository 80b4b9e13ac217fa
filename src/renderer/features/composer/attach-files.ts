// Brings dropped or chosen files into a draft: a chip at once, the stored file when main has it, a sentence when not.
import { uploadFile } from '../../platform/upload-file.ts';
import type { Attachment, Draft } from './draft.ts';

/** Changes the draft that the files belong to, wherever it is kept. */
export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** Stores `files` for a room, one after the other, and shows each in the draft. */
export async function attachFiles(
  roomId: string,
  files: readonly File[],
  change: ChangeDraft,
): Promise<void> {
  const waiting = files.map((file) => ({ key: crypto.randomUUID(), file }));
  const chips = waiting.map(
    ({ key, file }): Attachment => ({ key, state: 'storing', name: file.name, sizeBytes: file.size }),
  );
  change((draft) => ({ ...draft, attachments: [...draft.attachments, ...chips] }));
  for (const { key, file } of waiting) {
    const stored = await uploadFile(roomId, file);
    change((draft) => ({
      ...draft,
      attachments: draft.attachments.map((attached) => {
        if (attached.key !== key) return attached;
        if (stored.ok) return { key, state: 'stored', file: stored.value };
        return { key, state: 'failed', name: file.name, reason: stored.error.message };
      }),
    }));
  }
}

export function removeAttachment(key: string, change: ChangeDraft): void {
  change((draft) => ({
    ...draft,
    attachments: draft.attachments.filter((attached) => attached.key !== key),
  }));
}
