// GET /files/{id}/download: the bytes, whole or one range (RFC 9110, section 14).
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FileVault } from '../files/file-vault.ts';
import type { FileRow } from '../store/files.ts';
import { HttpError } from './reply.ts';

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Reads a `Range` header for a body of `size` bytes: a range, `null` for the whole, or `unsatisfiable`. */
export function parseRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/** Sends a file as an attachment that no browser may interpret as a page of ours. */
export async function sendFile(
  exchange: { request: IncomingMessage; response: ServerResponse },
  file: FileRow,
  vault: FileVault,
): Promise<void> {
  const { request, response } = exchange;
  const path = vault.pathOf(file.sha256);
  const found = await stat(path).catch(() => null);
  if (found === null || found.size !== file.size_bytes) {
    const message = `The bytes of ${file.name} are no longer on this engine.`;
    throw new HttpError({ status: 410, errorCode: 'PROCESSING_ERROR', message });
  }
  const range = parseRange(request.headers.range, file.size_bytes);
  setHeaders(response, file);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size_bytes}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size_bytes - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (range !== null) response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size_bytes}`);
  response.writeHead(range === null ? 200 : 206);
  if (request.method === 'HEAD' || file.size_bytes === 0) response.end();
  else await pipeline(createReadStream(path, { start, end }), response);
}

function setHeaders(response: ServerResponse, file: FileRow): void {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  response.setHeader('Content-Type', file.media_type);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', `"${file.sha256}"`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, no-cache');
}
