// A zip archive as a download that is made while it is read.

export interface Sending {
  onDone?(): void;
  onError(error: unknown): void;
  onCancel?(): void;
}

/** Answers with the pieces, one for each time that the reader asks. */
export function sendZip(
  name: string,
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>,
  { onDone, onError, onCancel }: Sending,
): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (next.done !== true) return controller.enqueue(next.value);
          controller.close();
          onDone?.();
        } catch (error) {
          onError(error);
          throw error;
        }
      },
      async cancel() {
        onCancel?.();
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
