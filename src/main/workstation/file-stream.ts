// The bytes of a file, or some of them, as a web stream that reads only as fast as it is read.
import { open } from 'node:fs/promises';

const stepBytes = 256 * 1024;

/** Streams from `first` up to and including `last`; fails at once when the file cannot be opened. */
export async function openFileStream(
  path: string,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await open(path);
  let at = first;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const bytes = new Uint8Array(Math.min(stepBytes, last + 1 - at));
          const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
          if (bytesRead === 0 && bytes.length > 0) throw new Error(`${path} is shorter than it was.`);
          at += bytesRead;
          controller.enqueue(bytes.subarray(0, bytesRead));
          if (at <= last) return;
          controller.close();
          await file.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 1 },
  );
}
