// What a room really knows, put together for a desk: chat, earlier answers, files with their text.
import { z } from 'zod';
import type { RoomFile, RoomKnowledge } from '../desk.ts';
import type { FileVault } from '../files/file-vault.ts';
import { readFileText } from '../files/file-text.ts';
import { type FileRow, filesOfRoom } from '../store/files.ts';
import { framesAfter } from '../store/frames.ts';
import type { Store } from '../store/open-store.ts';
import { answersOfRoom } from '../store/requests.ts';
import { findRoom } from '../store/rooms.ts';

const spokenSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string(),
  metadata: z.looseObject({ request: z.unknown().optional() }).optional(),
});

/** Longest stretch of history a desk reads. */
const chatLimit = 5000;

/** Collects what the room knows now. Texts of files are read when asked for. */
export function gatherKnowledge(store: Store, vault: FileVault, roomId: string): RoomKnowledge {
  const room = findRoom(store, roomId);
  return {
    roomId,
    title: room?.title ?? roomId,
    productId: room?.product_id ?? null,
    chat: chatOf(store, roomId),
    answers: answersOfRoom(store, roomId)
      .filter(({ answer }) => answer.status === 'success')
      .map(({ request, answer }) => ({
        code: answer.code,
        request,
        body: answer.data,
        at: answer.timestamp,
      })),
    files: filesOfRoom(store, roomId).map((row) => toRoomFile(row, vault)),
  };
}

/** People's own words: chat without the requests put to desks and without the answers. */
function chatOf(store: Store, roomId: string): RoomKnowledge['chat'] {
  return framesAfter(store, roomId, { after: null, limit: chatLimit }).flatMap(({ frame }) => {
    const spoken = spokenSchema.safeParse(frame.data);
    if (frame.code !== 'chat_response' || !spoken.success || spoken.data.sender === 'haitch') return [];
    if (spoken.data.metadata?.request !== undefined) return [];
    const { sender, message, message_id: messageId } = spoken.data;
    return [{ sender, text: message, at: frame.timestamp, messageId }];
  });
}

/** A file row as desks see it. */
export function toRoomFile(row: FileRow, vault: FileVault): RoomFile {
  const path = vault.pathOf(row.sha256);
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    path,
    sizeBytes: row.size_bytes,
    text: () => readFileText({ name: row.name, path, sizeBytes: row.size_bytes }),
  };
}
