// Lines of JSON as the bytes of a part; while they pass they are counted and hashed for the manifest.
import { createHash } from 'node:crypto';
import type { PartFacts } from './archive-format.ts';

const pieceLength = 64 * 1024;

/** Bytes of the values, one line each; `done` gets the facts of the whole part at its end. */
export function* toPart(
  values: Iterable<unknown>,
  done: (facts: PartFacts) => void,
): Generator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  let [bytes, lines, text] = [0, 0, ''];
  const seal = (): Uint8Array => {
    const piece = Buffer.from(text);
    text = '';
    hash.update(piece);
    bytes += piece.length;
    return piece;
  };
  for (const value of values) {
    text += `${JSON.stringify(value)}\n`;
    lines += 1;
    if (text.length >= pieceLength) yield seal();
  }
  if (text !== '') yield seal();
  done({ sha256: hash.digest('hex'), bytes, lines });
}
