// Sends the files of waiting messages to the server, in queue order, one at a time, before their messages may go.
import { backOffMs } from '../connection/back-off.ts';
import { ServerApiError } from '../connection/server-api-port.ts';
import { quarantine } from '../outbox/settle.ts';
import { countAttempt, type EntryRow, entriesWithUploads, findEntry, markWaiting } from '../store/entries.ts';
import { type FileRow, filesOfMessage, findFile, saveFile } from '../store/files.ts';
import { type SessionCore, wordsOf } from './session-core.ts';

const announceEveryMs = 200;
const looked = 50;

/** The upload that is running, as the queue shows it. */
export interface RunningUpload {
  readonly messageId: string;
  readonly fileName: string;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

export class Uploads implements AsyncDisposable {
  readonly #core: SessionCore;
  readonly #wake: (roomId: string) => void;
  #running: RunningUpload | null = null;
  #abort = new AbortController();
  #loop: Promise<void> | null = null;
  #again = false;
  #cancelTimer: () => void = () => {};
  #disposed = false;

  constructor(core: SessionCore, wake: (roomId: string) => void) {
    this.#core = core;
    this.#wake = wake;
  }

  get running(): RunningUpload | null {
    return this.#running;
  }

  /** Looks for something to send. */
  wake(): void {
    this.#again = true;
    if (this.#loop !== null || this.#disposed) return;
    this.#loop = this.#run().finally(() => {
      this.#loop = null;
      if (this.#again && !this.#disposed) this.wake();
    });
  }

  /** Stops the upload of a message that is not to be sent any more. */
  stop(messageId: string): void {
    if (this.#running?.messageId === messageId) this.#abort.abort(new Error('the message was taken back'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#cancelTimer();
    this.#abort.abort(new Error('the profile is being closed'));
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#disposed) {
      this.#again = false;
      for (let next = this.#next(); next !== null && !this.#disposed; next = this.#next()) {
        await this.#send(next.entry, next.file);
      }
    }
  }

  #next(): { entry: EntryRow; file: FileRow } | null {
    const { store, clock, connection } = this.#core;
    if (connection.state.state !== 'online') return null;
    this.#cancelTimer();
    for (const entry of entriesWithUploads(store, looked)) {
      if (entry.retryAtMs > clock.now()) {
        this.#cancelTimer();
        this.#cancelTimer = clock.after(entry.retryAtMs - clock.now() + 1, () => this.wake());
        continue;
      }
      const file = filesOfMessage(store, entry.messageId).find(({ remoteId }) => remoteId === null);
      if (file !== undefined) return { entry, file };
    }
    return null;
  }

  async #send(entry: EntryRow, file: FileRow): Promise<void> {
    const { content, api } = this.#core;
    if (file.state !== 'stored' || file.sha256 === null || !content.has(file.sha256)) {
      return this.#refuse(
        entry,
        `The bytes of "${file.name}" are not on this machine any more; attach it again.`,
      );
    }
    this.#abort = new AbortController();
    const { messageId } = entry;
    const totalBytes = file.sizeBytes ?? 0;
    this.#running = { messageId, fileName: file.name, sentBytes: 0, totalBytes };
    this.#core.changes.queue();
    try {
      const path = content.pathOf(file.sha256);
      const source = { path, name: file.name, mediaType: file.mediaType, sizeBytes: totalBytes };
      const sent = await api.upload(source, (sentBytes) => this.#progress(sentBytes), this.#abort.signal);
      this.#keep(file, sent.id);
    } catch (error) {
      this.#fail(entry, error);
    } finally {
      this.#running = null;
      if (!this.#disposed) {
        this.#core.changes.queue();
        this.#wake(entry.roomId);
      }
    }
  }

  #keep(file: FileRow, remoteId: string): void {
    const { store, changes } = this.#core;
    changes.write(() => {
      saveFile(store, { ...(findFile(store, file.id) ?? file), remoteId });
      changes.file(file.id);
    });
  }

  #lastAnnounced = 0;
  #progress(sentBytes: number): void {
    if (this.#running === null || this.#disposed) return;
    this.#running = { ...this.#running, sentBytes };
    const now = this.#core.clock.now();
    if (now - this.#lastAnnounced < announceEveryMs) return;
    this.#lastAnnounced = now;
    this.#core.changes.queue();
  }

  #fail(entry: EntryRow, error: unknown): void {
    const { store, changes, connection, clock } = this.#core;
    if (this.#disposed || findEntry(store, entry.messageId)?.state !== 'waiting') return;
    if (error instanceof ServerApiError && error.kind === 'refused')
      return this.#refuse(entry, error.message);
    changes.write(() => {
      countAttempt(store, entry.messageId);
      const atMs = clock.now() + backOffMs(entry.attempts + 2, Math.random) + 1;
      markWaiting(store, entry.messageId, { atMs, lastError: wordsOf(error) });
      changes.queue();
    });
    if (error instanceof ServerApiError && error.kind === 'auth') connection.signedOut(error.message);
  }

  #refuse({ messageId }: EntryRow, message: string): void {
    const { changes } = this.#core;
    changes.write(() => quarantine(this.#core, messageId, { message, errorCode: null, errors: [] }));
  }
}
