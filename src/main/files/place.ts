// Where in a message the reader of files stands.
import type { Clues } from './file-clues.ts';

/** One text or object in a message with what surrounds it. */
export interface Place {
  /** The key it stands under, in snake_case; elements of a list have the key of the list. */
  readonly key: string;
  /** JSON path, such as `$.files[0].url`. */
  readonly path: string;
  readonly depth: number;
  /** What the object around it says. */
  readonly around: Clues | null;
  /** The key one object up, in snake_case: what it holds reaches down, as in `files: {step: …}`. */
  readonly parent: string;
  /** The key as it was, where it is itself a file name, as in `files: {"arm.step": …}`. */
  readonly keyName: string | null;
}
