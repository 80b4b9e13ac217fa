// POST /files/upload: multipart form data streamed to the vault, each file hashed on the way.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { uuidV7 } from '../../shared/std/uuid-v7.ts';
import { Refusal } from '../../shared/std/result.ts';
import type { FileVault, StoredBytes } from '../files/file-vault.ts';
import { mediaTypeOf } from '../files/media-type.ts';
import type { FileRow } from '../store/files.ts';
import { HttpError } from './reply.ts';

/** Largest file taken, bytes. */
export const largestUploadBytes = 2 * 1024 ** 3;
const mostFiles = 50;

interface Received {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: StoredBytes;
}

interface Form {
  readonly fields: Map<string, string[]>;
  readonly files: Promise<Received>[];
}

/** Receives the files of a form; the rows are complete but not yet in the table. */
export async function receiveUpload(
  request: IncomingMessage,
  vault: FileVault,
  createdBy: string,
): Promise<FileRow[]> {
  const form = await readForm(request, vault);
  const received = await Promise.all(form.files);
  if (received.length === 0) throw invalid('file: field required; send at least one file part.');
  if (form.fields.get('replace_if_exists')?.at(-1) === 'true') {
    throw invalid(
      'replace_if_exists: this engine keeps no revisions; upload the file again and use its new id.',
    );
  }
  return received.map((file) => toRow(file, form.fields, createdBy));
}

function invalid(message: string): HttpError {
  return new HttpError({ status: 422, errorCode: 'VALIDATION_ERROR', message });
}

function toRow({ name, mediaType, bytes }: Received, fields: Form['fields'], createdBy: string): FileRow {
  const one = (field: string): string => fields.get(field)?.at(-1) ?? '';
  const productId = one('product_id');
  return {
    id: uuidV7(Date.now(), randomBytes(10)),
    name,
    sha256: bytes.sha256,
    size_bytes: bytes.sizeBytes,
    media_type: mediaType,
    created_at: new Date().toISOString(),
    created_by: createdBy,
    product_id: productId === '' ? null : productId,
    folder_path: one('folder_path') || '/uploads',
    description: one('description'),
    tags: ['tags', 'tags[]']
      .flatMap((field) => fields.get(field) ?? [])
      .flatMap((tags) => tags.split(','))
      .map((tag) => tag.trim())
      .filter(Boolean),
  };
}

function readForm(request: IncomingMessage, vault: FileVault): Promise<Form> {
  const form: Form = { fields: new Map(), files: [] };
  const parser = openParser(request);
  return new Promise((resolve, reject) => {
    const stop = (error: Error): void => {
      request.unpipe(parser);
      request.resume();
      reject(error);
    };
    parser.on('field', (name, value) => form.fields.set(name, [...(form.fields.get(name) ?? []), value]));
    parser.on('file', (_field, stream, info) => {
      const receiving = receive(vault, stream, info);
      receiving.catch((error: unknown) => {
        stream.resume();
        stop(toHttpError(error));
      });
      form.files.push(receiving);
    });
    parser.on('filesLimit', () => stop(invalid(`file: at most ${mostFiles} files in one upload.`)));
    parser.on('error', (error) => stop(toHttpError(error)));
    parser.on('close', () => resolve(form));
    request.on('aborted', () => stop(invalid('The upload was broken off.')));
    request.pipe(parser);
  });
}

function openParser(request: IncomingMessage): busboy.Busboy {
  try {
    const limits = { files: mostFiles, fields: 100, fieldSize: 64 * 1024 };
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch (error) {
    throw toHttpError(error);
  }
}

async function receive(vault: FileVault, stream: Readable, info: busboy.FileInfo): Promise<Received> {
  const name = basename((info.filename ?? '').replaceAll('\\', '/')).slice(0, 255) || 'file';
  const bytes = await vault.take(stream, largestUploadBytes);
  return { name, mediaType: mediaTypeOf(name, info.mimeType), bytes };
}

function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Refusal) return new HttpError({ status: 413, errorCode: error.code, message });
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  if (full)
    return new HttpError({
      status: 507,
      errorCode: 'PROCESSING_ERROR',
      message: 'The disk of the engine is full.',
    });
  return invalid(`The form could not be read: ${message}.`);
}
