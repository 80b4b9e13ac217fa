// A file on disk as a web response: ranges, honest length, and headers under which foreign bytes can do nothing.
import { stat } from 'node:fs/promises';
import { readByteRange } from './byte-range.ts';
import { openFileStream } from './file-stream.ts';

export interface FileToSend {
  readonly path: string;
  readonly mediaType: string;
}

/** Types a browser shows without running anything in them; all others travel as octets. */
const harmless = /^(image\/(png|jpeg|gif|webp|bmp|avif|svg\+xml)|application\/(pdf|json)|model\/[\w.+-]+)$/;

const safety = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // An SVG or PDF opened by its address runs in an origin of its own, without scripts.
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'Cache-Control': 'no-store',
} as const;

/** Answers GET and HEAD for a file that is there. */
export async function sendFile(request: Request, file: FileToSend): Promise<Response> {
  const { size } = await stat(file.path);
  const range = readByteRange(request.headers.get('Range'), size);
  const headers = { ...safety, 'Accept-Ranges': 'bytes', 'Content-Type': typeOf(file.mediaType) };
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const length = String(last - first + 1);
  const partial = range === null ? {} : { 'Content-Range': `bytes ${first}-${last}/${size}` };
  const isEmpty = request.method === 'HEAD' || size === 0;
  return new Response(isEmpty ? null : await openFileStream(file.path, { first, last }), {
    status: range === null ? 200 : 206,
    headers: { ...headers, ...partial, 'Content-Length': length },
  });
}

function typeOf(mediaType: string): string {
  const plain = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (plain.startsWith('text/')) return 'text/plain; charset=utf-8';
  return harmless.test(plain) ? plain : 'application/octet-stream';
}
