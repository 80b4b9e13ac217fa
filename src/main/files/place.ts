// Where in a message the reader of files stands.
import type { Clues } from './file-clues.ts';
import type { Holding } from './file-keys.ts';

/** One text or object in a message with what surrounds it. */
export interface Place {
  /** The key it stands under, in snake_case; elements of a list have the key of the list. */
  readonly key: string;
  /** JSON path, such as `$.files[0].url`. */
  readonly path: string;
  readonly depth: number;
  /** What the object around it says. */
  readonly around: Clues | null;
  /** What the key above holds; `files` and `models` reach one object down, as in `files: {step: …}`. */
  readonly above: Holding;
}
