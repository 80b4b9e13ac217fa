// A file as multipart/form-data (RFC 7578), streamed from disk with its length known beforehand.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ServerApiError, type UploadSource } from './server-api-port.ts';

export interface UploadBody {
  readonly contentType: string;
  readonly lengthBytes: number;
  readonly stream: Readable;
}

/** Builds the body with one part `file`. Refuses when the bytes are gone or have another length than was said. */
export async function makeUploadBody(
  source: UploadSource,
  onProgress: (sentBytes: number) => void,
): Promise<UploadBody> {
  const found = await stat(source.path).catch(() => null);
  if (found?.size !== source.sizeBytes) {
    const message = `The bytes of ${source.name} are ${found === null ? 'gone' : 'not the ones that were kept'}.`;
    throw new ServerApiError('refused', message, null);
  }
  const boundary = `productflo-${randomBytes(16).toString('hex')}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escapeName(source.name)}"\r\n` +
      `Content-Type: ${mediaTypeOr(source.mediaType)}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    lengthBytes: head.length + source.sizeBytes + tail.length,
    stream: Readable.from(parts(source, { head, tail, onProgress }), { objectMode: false }),
  };
}

async function* parts(
  source: UploadSource,
  { head, tail, onProgress }: { head: Buffer; tail: Buffer; onProgress: (sentBytes: number) => void },
): AsyncGenerator<Buffer> {
  yield head;
  let sentBytes = 0;
  for await (const chunk of createReadStream(source.path, { highWaterMark: 256 * 1024 })) {
    const bytes = Buffer.from(chunk);
    yield bytes;
    sentBytes += bytes.length;
    onProgress(sentBytes);
  }
  yield tail;
}

/** A file name inside quotes as the HTML standard's multipart encoding writes it: UTF-8, with ", CR and LF percent-encoded. */
function escapeName(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A media type may not carry a line break into the headers of the part. */
function mediaTypeOr(mediaType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
}
