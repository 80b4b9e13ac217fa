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

/** Documents newest first, then attachments and drawings newest first. */
export function listDocuments({
  results,
  files,
}: {
  results: readonly ResultRecord[];
  files: readonly FileRef[];
}): DocumentChoice[] {
  const brought = new Set(
    results.flatMap((result) => result.files.filter(isReachedThrough(result)).map(({ id }) => id)),
  );
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

/** A drawing that an engineering answer brought is read like an attachment; everything else is reached through its result. */
function isReachedThrough({ kind }: ResultRecord): (file: FileRef) => boolean {
  return ({ name }) => kind !== 'engineering' || !/\.(?:pdf|svg)$/i.test(name);
}

/** A workbook shows itself; otherwise the text reads best, and the PDF where there is no text. */
function firstFile({ files, body }: DocumentResult): FileRef | null {
  const workbook = files.find(({ name }) => /\.(xlsx|csv)$/i.test(name));
  if (workbook !== undefined) return workbook;
  return body?.content === undefined ? (files[0] ?? null) : null;
}
