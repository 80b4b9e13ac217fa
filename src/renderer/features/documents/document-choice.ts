// What of a room can be read: generated documents, then every attachment. Pure.
import type { FileRef } from '../../../shared/model/file.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';

export type DocumentResult = Extract<ResultRecord, { kind: 'documentation' }>;

export type DocumentChoice =
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly title: string;
      readonly createdAt: string;
      readonly result: DocumentResult;
      /** The file to open first; null: its text. */
      readonly first: FileRef | null;
    }
  | {
      readonly kind: 'file';
      readonly id: string;
      readonly title: string;
      readonly createdAt: string;
      readonly file: FileRef;
    };

/** Documents newest first, then attachments newest first; files that results brought are reached through those. */
export function listDocuments({
  results,
  files,
}: {
  results: readonly ResultRecord[];
  files: readonly FileRef[];
}): DocumentChoice[] {
  const brought = new Set(results.flatMap((result) => result.files.map(({ id }) => id)));
  const documents = results
    .filter((result) => result.kind === 'documentation')
    .map((result) => ({
      kind: 'document' as const,
      id: result.id,
      title: result.title,
      createdAt: result.createdAt,
      result,
      first: firstFile(result),
    }));
  const attached = files
    .filter(({ id }) => !brought.has(id))
    .map((file) => ({
      kind: 'file' as const,
      id: file.id,
      title: file.name,
      createdAt: file.createdAt,
      file,
    }));
  const newest = (a: DocumentChoice, b: DocumentChoice): number => b.createdAt.localeCompare(a.createdAt);
  return [...documents.sort(newest), ...attached.sort(newest)];
}

/** A workbook shows itself; otherwise the text reads best, and the PDF where there is no text. */
function firstFile({ files, body }: DocumentResult): FileRef | null {
  const workbook = files.find(({ name }) => /\.(xlsx|csv)$/i.test(name));
  if (workbook !== undefined) return workbook;
  return body?.content === undefined ? (files[0] ?? null) : null;
}
