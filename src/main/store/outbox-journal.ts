// The outbox journal: what is unsent, append-only and checksummed beside the database, for the day the database is damaged.
import { closeSync, fdatasync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Clock } from '../../shared/std/clock.ts';
import { syncFolderNow } from './durable-now.ts';
import { type JournalRecord, journalRecordSchema } from './journal-record.ts';

const syncEveryMs = 1000;
/** Beyond this size the journal is written anew with what is still unsent, bytes. */
export const journalLimitBytes = 4 * 1024 * 1024;

/** Where the journal of a profile lies. */
export function journalPath(folder: string): string {
  return join(folder, 'outbox.journal');
}

/** One line: checksum, record. */
function toLine(record: JournalRecord): string {
  const text = JSON.stringify(record);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

export interface JournalReading {
  readonly records: readonly JournalRecord[];
  /** Lines whose checksum or shape is wrong, a torn end among them. */
  readonly badLines: number;
  readonly sizeBytes: number;
}

/** Reads a journal; one that is not there is empty. */
export function readJournal(folder: string): JournalReading {
  let text: string;
  try {
    text = readFileSync(journalPath(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { records: [], badLines: 0, sizeBytes: 0 };
    }
    throw error;
  }
  const lines = text.split('\n');
  const records = lines.flatMap((line) => fromLine(line) ?? []);
  const whole = text === '' || text.endsWith('\n') ? lines.length - 1 : lines.length;
  return { records, badLines: whole - records.length, sizeBytes: Buffer.byteLength(text) };
}

function fromLine(line: string): JournalRecord | null {
  const text = line.slice(9);
  if (line.length < 10 || crc32(text) !== Number.parseInt(line.slice(0, 8), 16)) return null;
  try {
    return journalRecordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Writes a journal anew, durable before it takes the old one's place. */
export function rewriteJournal(folder: string, records: readonly JournalRecord[]): void {
  const path = journalPath(folder);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, records.map(toLine).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  syncFolderNow(folder);
}

/** An open journal. An append reaches the system at once and the disk within a second. */
export class OutboxJournal implements Disposable {
  readonly #clock: Clock;
  readonly #file: number;
  #cancelSync: (() => void) | null = null;
  #closed = false;

  constructor(folder: string, clock: Clock) {
    this.#clock = clock;
    this.#file = openSync(journalPath(folder), 'a', 0o600);
  }

  append(record: JournalRecord): void {
    writeSync(this.#file, toLine(record));
    this.#cancelSync ??= this.#clock.after(syncEveryMs, () => {
      this.#cancelSync = null;
      // A journal that cannot be synced is worth what it was before; the database is synced by itself.
      if (!this.#closed) fdatasync(this.#file, () => {});
    });
  }

  [Symbol.dispose](): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelSync?.();
    closeSync(this.#file);
  }
}
