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

export const productSchema = z.object({ id: z.string(), name: z.string() });
export type Product = z.infer<typeof productSchema>;
