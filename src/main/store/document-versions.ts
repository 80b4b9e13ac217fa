// The document_versions table: what people made of a document, whole texts.
import { z } from 'zod';
import type { DocumentVersion } from '../../shared/model/document-version.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({ id: z.string(), text: z.string(), note: z.string(), created_at: z.string() })
  .transform(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));

/** Oldest first; ids are time-ordered. */
export function listVersions(store: Store, resultId: string): DocumentVersion[] {
  return statement(
    store,
    'SELECT id, text, note, created_at FROM document_versions WHERE result_id = ? ORDER BY created_at, id',
  )
    .all(resultId)
    .map((row) => rowSchema.parse(row));
}

export function insertVersion(store: Store, resultId: string, version: DocumentVersion): void {
  statement(
    store,
    `INSERT INTO document_versions (id, result_id, text, note, created_at)
     VALUES (@id, @resultId, @text, @note, @createdAt)`,
  ).run({ ...version, resultId });
}
