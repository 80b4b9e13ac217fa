// Files: attachments of people and files of results, both kept by content.
import { z } from 'zod';

/** Where the bytes of a file are. Each state carries only what belongs to it. */
export const fileStateSchema = z.discriminatedUnion('state', [
  /** Here and verified; opens offline. */
  z.object({ state: z.literal('stored'), sha256: z.string() }),
  /** Named by the server, not fetched yet. */
  z.object({ state: z.literal('awaited'), reason: z.string() }),
  /** Cannot be had; the sentence says why and what to do. */
  z.object({ state: z.literal('missing'), reason: z.string() }),
]);
export type FileState = z.infer<typeof fileStateSchema>;

export const fileRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.number().int().nonnegative().nullable(),
  mediaType: z.string(),
  bytes: fileStateSchema,
  /** The id on the server, once uploaded or when it came from there. */
  remoteId: z.string().nullable(),
  roomId: z.string().nullable(),
  createdAt: z.string(),
});
export type FileRef = z.infer<typeof fileRefSchema>;

/** What a file looks like when opened without its own program. */
export const previewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('markdown'), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string(), truncated: z.boolean() }),
  z.object({
    kind: z.literal('table'),
    sheets: z.array(
      z.object({
        name: z.string(),
        rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
        truncated: z.boolean(),
      }),
    ),
  }),
  z.object({ kind: z.literal('pdf'), url: z.string() }),
  z.object({ kind: z.literal('image'), url: z.string() }),
  z.object({ kind: z.literal('model') }),
  z.object({ kind: z.literal('none'), reason: z.string() }),
]);
export type Preview = z.infer<typeof previewSchema>;
