// Failures of the disk in sentences for the person at the screen.
import { Refusal } from '../../shared/std/result.ts';

const sentences: Readonly<Record<string, { code: string; say: (what: string) => string }>> = {
  ENOSPC: {
    code: 'DISK_FULL',
    say: (what) => `The disk is full: ${what} could not be kept. Free some space and try again.`,
  },
  EDQUOT: { code: 'DISK_FULL', say: (what) => `Your disk quota is used up: ${what} could not be kept.` },
  EROFS: { code: 'READ_ONLY', say: (what) => `The disk is read-only: ${what} could not be kept.` },
  EACCES: { code: 'READ_ONLY', say: (what) => `There is no permission to write: ${what} could not be kept.` },
  EPERM: { code: 'READ_ONLY', say: (what) => `There is no permission to write: ${what} could not be kept.` },
  EIO: { code: 'DISK_ERROR', say: (what) => `The disk reports an error: ${what} could not be kept.` },
};

/** The error as a `Refusal` where the disk is to blame; every other error as it is. */
export function toDiskRefusal(error: unknown, what: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error;
  const known = sentences[String(error.code)];
  return known === undefined ? error : new Refusal(known.code, known.say(what));
}
