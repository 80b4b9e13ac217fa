// Rooms and the products they are about.
import { z } from 'zod';

export const roomSchema = z.object({
  id: z.string(),
  title: z.string(),
  productId: z.string().nullable(),
  unread: z.number().int().nonnegative(),
  /** Unsent items of this room, quarantined ones included. */
  waiting: z.number().int().nonnegative(),
  lastActivityAt: z.string().nullable(),
  lastPreview: z.string(),
});
export type Room = z.infer<typeof roomSchema>;

/** What an import of a room brought; all counts are 0 when the same archive was imported before. */
export const roomImportSchema = z.object({
  room: roomSchema,
  isNew: z.boolean(),
  messages: z.number().int().nonnegative(),
  /** Of these messages, what was unsent and waits in the queue for a person. */
  unsent: z.number().int().nonnegative(),
  files: z.number().int().nonnegative(),
});
export type RoomImport = z.infer<typeof roomImportSchema>;

export const productSchema = z.object({ id: z.string(), name: z.string() });
export type Product = z.infer<typeof productSchema>;
