// Tells trouble of the disk from mistakes of the program, and says it in a sentence.
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/std/result.ts';

/** Whether the disk did not take it: the same may succeed later. */
export function isDiskTrouble(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|FULL|IOERR|READONLY)/.test(error.code);
}

/** A `Refusal` for trouble of the disk; everything else comes back as it is. */
export function toDiskWords(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError) || !isDiskTrouble(error)) return error;
  return error.code === 'SQLITE_FULL'
    ? new Refusal('DISK_FULL', 'The disk is full: nothing was saved. Make room and try again.')
    : new Refusal('DISK_ERROR', `The disk did not take it: nothing was saved (${error.message}).`);
}
