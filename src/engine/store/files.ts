// The files table: what was uploaded or made, and which rooms know it. The bytes lie in the vault, by content.
import { z } from 'zod';
import type { Store } from './open-store.ts';

const fileRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  size_bytes: z.number().int(),
  media_type: z.string(),
  created_at: z.string(),
  created_by: z.string(),
  product_id: z.string().nullable(),
  folder_path: z.string(),
  description: z.string(),
  tags: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});
export type FileRow = z.infer<typeof fileRowSchema>;

export function insertFile(store: Store, row: FileRow): void {
  store
    .prepare(
      `INSERT INTO files (id, name, sha256, size_bytes, media_type, created_at, created_by, product_id, folder_path, description, tags)
       VALUES (@id, @name, @sha256, @size_bytes, @media_type, @created_at, @created_by, @product_id, @folder_path, @description, @tags)`,
    )
    .run({ ...row, tags: JSON.stringify(row.tags) });
}

export function findFile(store: Store, id: string): FileRow | null {
  const row = store.prepare('SELECT * FROM files WHERE id = ?').get(id);
  return row === undefined ? null : fileRowSchema.parse(row);
}

/** Makes a file one of the room's. */
export function shareFile(store: Store, roomId: string, file: { id: string; at: string }): void {
  store
    .prepare('INSERT INTO room_files (room_id, file_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(roomId, file.id, file.at);
}

/** Files of a room, the oldest first. */
export function filesOfRoom(store: Store, roomId: string): FileRow[] {
  const rows = store
    .prepare(
      `SELECT files.* FROM files JOIN room_files ON room_files.file_id = files.id
       WHERE room_files.room_id = ? ORDER BY room_files.at, room_files.rowid`,
    )
    .all(roomId);
  return z.array(fileRowSchema).parse(rows);
}

/** A file by id, else the newest of the room with that name, ignoring case: the specification attaches both ways. */
export function resolveAttachment(store: Store, roomId: string, idOrName: string): FileRow | null {
  const byId = findFile(store, idOrName);
  if (byId !== null) return byId;
  const wanted = idOrName.toLowerCase();
  return filesOfRoom(store, roomId).findLast((file) => file.name.toLowerCase() === wanted) ?? null;
}
