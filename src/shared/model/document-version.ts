// What people made of a document: each version whole, as Markdown; the answer itself is the first.
import { z } from 'zod';

/** Id of the version that is the answer as it came. */
export const answerVersion = 'answer';

export const documentVersionSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** What was done, such as `Edited` or `Section Features made anew`. */
  note: z.string(),
  createdAt: z.string(),
});
export type DocumentVersion = z.infer<typeof documentVersionSchema>;

/** Oldest first. */
export const documentVersionsSchema = z.object({
  resultId: z.string(),
  versions: z.array(documentVersionSchema),
});
export type DocumentVersions = z.infer<typeof documentVersionsSchema>;

export const newVersionSchema = z.object({
  resultId: z.string(),
  text: z.string().max(2_000_000, 'at most 2,000,000 characters'),
  note: z.string().trim().min(1).max(200),
});
