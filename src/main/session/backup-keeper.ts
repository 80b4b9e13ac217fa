// Makes the daily backup of an open profile, some time after it was opened and then whenever a day has passed.
import { backUpDaily, isBackupDue } from '../store/backups.ts';
import { failedLastCheck } from '../store/care.ts';
import { type SessionCore, wordsOf } from './session-core.ts';

/** A start is busy enough; the backup waits until it is over, ms. */
const firstLookMs = 60_000;
const nextLookMs = 60 * 60_000;

export class BackupKeeper implements AsyncDisposable {
  readonly #core: SessionCore;
  #cancel: () => void;
  #running: Promise<void> = Promise.resolve();

  constructor(core: SessionCore) {
    this.#core = core;
    this.#cancel = core.clock.after(firstLookMs, () => this.#look());
  }

  /** Waits for a backup that is being made. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  #look(): void {
    const { clock, folder, store } = this.#core;
    this.#cancel = clock.after(nextLookMs, () => this.#look());
    // A copy of a damaged database would push out a whole one.
    if (failedLastCheck(store)) return;
    if (isBackupDue(folder, clock.now())) this.#running = this.#backUp();
  }

  async #backUp(): Promise<void> {
    const { store, folder, clock, log } = this.#core;
    try {
      await backUpDaily(store, folder, clock.now());
    } catch (error) {
      log.warn(`The daily backup was not made: ${wordsOf(error)}`);
    }
  }
}
