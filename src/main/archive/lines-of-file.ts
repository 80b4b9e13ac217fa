// The lines of a part that lies unpacked on the disk, read a piece at a time.
import { closeSync, openSync, readSync } from 'node:fs';
import type { z } from 'zod';
import type { PartName } from './archive-format.ts';
import { notAnArchive } from './zip-directory.ts';

const pieceBytes = 256 * 1024;
/** A frame of 64 MiB as JSON within JSON, and some. */
const longestLineBytes = 96 * 1024 * 1024;
const lineFeed = 10;

export interface Part<T> {
  readonly name: PartName;
  readonly path: string;
  readonly schema: z.ZodType<T>;
}

/** Each line as its schema wants it. Refuses the first that is not so, naming part, line and field. */
export function* linesOf<T>({ name, path, schema }: Part<T>): Generator<T, void, undefined> {
  let number = 0;
  for (const line of textLines(path, name)) {
    number += 1;
    const parsed = schema.safeParse(jsonOf(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue === undefined || issue.path.length === 0 ? 'the line' : issue.path.join('.');
      throw notAnArchive(`Line ${number} of ${name}: ${field}: ${issue?.message ?? 'is wrong'}.`);
    }
    yield parsed.data;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function* textLines(path: string, name: PartName): Generator<string, void, undefined> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer[] = [];
    let restBytes = 0;
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceBytes);
      const read = readSync(file, piece, 0, piece.length, null);
      if (read === 0) break;
      let from = 0;
      for (let at = piece.indexOf(lineFeed); at >= 0 && at < read; at = piece.indexOf(lineFeed, from)) {
        yield Buffer.concat([...rest, piece.subarray(from, at)]).toString('utf8');
        [rest, restBytes] = [[], 0];
        from = at + 1;
      }
      rest.push(piece.subarray(from, read));
      restBytes += read - from;
      if (restBytes > longestLineBytes) throw notAnArchive(`A line of ${name} is too long.`);
    }
    if (restBytes > 0) throw notAnArchive(`The last line of ${name} is torn.`);
  } finally {
    closeSync(file);
  }
}
