// Takes care of the database of an open profile while nobody writes: empties its log and, once a day, reads it through.
import { join } from 'node:path';
import { listBackups } from '../store/backups.ts';
import { isCheckDue, noteCheck, optimize, truncateLog, writtenRows } from '../store/care.ts';
import { announceNotice, type SessionCore, wordsOf } from './session-core.ts';

const lookMs = 60_000;
/** Nobody is busy when nothing was written for so long, ms. */
const quietMs = 2 * 60_000;
/** A check that could not be made is tried again, ms. */
const retryMs = 60 * 60_000;

/** Reads the database at `path` through; what is wrong with it, in sentences. */
export type CheckDatabase = (path: string) => Promise<readonly string[]>;

export class DatabaseKeeper implements AsyncDisposable {
  readonly #core: SessionCore;
  readonly #check: CheckDatabase;
  #cancel: () => void;
  #running: Promise<void> | null = null;
  #written: number;
  #quietSinceMs: number;
  #isLogEmpty = false;
  #notBeforeMs = 0;

  constructor(core: SessionCore, check: CheckDatabase) {
    this.#core = core;
    this.#check = check;
    this.#written = writtenRows(core.store);
    this.#quietSinceMs = core.clock.now();
    this.#cancel = core.clock.after(lookMs, () => this.#look());
  }

  /** Waits for a check under way: its connection would keep the log from being folded in. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  #look(): void {
    const { clock, log } = this.#core;
    this.#cancel = clock.after(lookMs, () => this.#look());
    try {
      if (this.#running === null && this.#isQuiet(clock.now())) this.#takeCare(clock.now());
    } catch (error) {
      log.warn(`The database could not be taken care of: ${wordsOf(error)}`);
    }
  }

  #isQuiet(nowMs: number): boolean {
    const written = writtenRows(this.#core.store);
    if (written !== this.#written || nowMs < this.#quietSinceMs) {
      this.#written = written;
      this.#quietSinceMs = nowMs;
      this.#isLogEmpty = false;
    }
    return nowMs - this.#quietSinceMs >= quietMs;
  }

  #takeCare(nowMs: number): void {
    const { store } = this.#core;
    if (nowMs >= this.#notBeforeMs && isCheckDue(store, nowMs)) {
      optimize(store);
      this.#running = this.#readThrough().finally(() => {
        this.#running = null;
      });
    } else if (!this.#isLogEmpty) {
      this.#isLogEmpty = truncateLog(store);
    }
  }

  async #readThrough(): Promise<void> {
    const { store, folder, clock, log, changes } = this.#core;
    try {
      const findings = await this.#check(join(folder, 'workstation.db'));
      changes.write(() => noteCheck(store, clock.now(), findings.length));
      if (findings.length > 0) this.#announce(findings);
    } catch (error) {
      this.#notBeforeMs = clock.now() + retryMs;
      log.warn(`The daily check of the database was not made: ${wordsOf(error)}`);
    }
  }

  #announce(findings: readonly string[]): void {
    const { folder, log } = this.#core;
    const [newest] = listBackups(folder);
    const backup =
      newest === undefined
        ? 'There is no backup yet.'
        : `The newest backup is of ${new Date(newest.atMs).toISOString()}; none is made until the database is whole again.`;
    log.error(`The database in ${folder} is damaged: ${findings.join('; ')}`);
    announceNotice(this.#core, {
      kind: 'warning',
      title: 'The database is damaged',
      text:
        `The daily check found: ${findings[0]}${findings.length > 1 ? `, and ${findings.length - 1} more` : ''}. ` +
        `Nothing was changed. Copy the folder ${folder} to another disk, then close the workstation and start it ` +
        `again: it repairs what it can, else it keeps the damaged database, puts the newest whole backup in its place and brings ` +
        `unsent messages back. ${backup} If this comes again, have the disk checked.`,
      priority: 'critical',
    });
  }
}
