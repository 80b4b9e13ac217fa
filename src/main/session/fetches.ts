// Brings every file that the server named onto this machine: fetched, verified, stored, open for ever after.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';
import { backOffMs } from '../connection/back-off.ts';
import { ServerApiError } from '../connection/server-api-port.ts';
import type { StoredContent } from '../files/content-store-port.ts';
import { findFiles } from '../files/find-files.ts';
import { awaitedFiles, type FileRow, findFile, saveFile } from '../store/files.ts';
import { findMessage } from '../store/messages.ts';
import { findResult, resultIdsOfAnswer } from '../store/results.ts';
import { type SessionCore, wordsOf } from './session-core.ts';

const frameSchema = z.looseObject({ data: z.record(z.string(), z.unknown()) });

export class Fetches implements AsyncDisposable {
  readonly #core: SessionCore;
  readonly #abort = new AbortController();
  /** Files that failed, with the count and when to try again. */
  readonly #failed = new Map<string, { count: number; atMs: number }>();
  #loop: Promise<void> | null = null;
  #again = false;
  #cancelTimer: () => void = () => {};

  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** Looks for files that are awaited. */
  wake(): void {
    this.#again = true;
    if (this.#loop !== null || this.#abort.signal.aborted) return;
    this.#loop = this.#run().finally(() => {
      this.#loop = null;
      if (this.#again && !this.#abort.signal.aborted) this.wake();
    });
  }

  /** The server is there again: what failed is tried at once. */
  connected(): void {
    this.#failed.clear();
    this.wake();
  }

  /** Fetches one file now; a `Refusal` says why it cannot be had. */
  async fetch(file: FileRow): Promise<FileRow> {
    if (file.source === null) {
      throw new Refusal(
        'FILE_MISSING',
        `Nobody knows where the bytes of "${file.name}" are; attach it again.`,
        'fileId',
      );
    }
    try {
      return this.#keep(file, await this.#bring(file));
    } catch (error) {
      const kept = this.#noteFailure(file, error);
      throw error instanceof Refusal ? error : new Refusal('FILE_NOT_FETCHED', kept.reason, 'fileId');
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#cancelTimer();
    this.#abort.abort(new Error('the profile is being closed'));
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#abort.signal.aborted) {
      this.#again = false;
      for (const file of awaitedFiles(this.#core.store)) {
        if (this.#abort.signal.aborted) return;
        if (this.#mayTry(file)) await this.fetch(file).catch(() => {});
      }
    }
  }

  #mayTry(file: FileRow): boolean {
    const { clock, connection } = this.#core;
    const failed = this.#failed.get(file.id);
    if (failed !== undefined && failed.atMs > clock.now()) return false;
    return file.source?.from === 'inline' || connection.state.state === 'online';
  }

  async #bring(file: FileRow): Promise<StoredContent> {
    const { api, content, folder } = this.#core;
    if (file.source === null || file.source.from === 'inline') return this.#bringInline(file);
    const downloads = join(folder, 'downloads');
    await mkdir(downloads, { recursive: true });
    const path = join(downloads, randomUUID());
    try {
      const { source } = file;
      const what = source.from === 'id' ? { id: source.id } : { url: source.url };
      await api.download(what, path, this.#abort.signal);
      await this.#verify(file, path);
      return await content.adopt(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #verify(file: FileRow, path: string): Promise<void> {
    if (file.expectedSha256 === null) return;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    if (hash.digest('hex') === file.expectedSha256.toLowerCase()) return;
    const words = `What arrived for "${file.name}" is not what the server announced (its SHA-256 differs); fetch it again.`;
    throw new ServerApiError('refused', words, null);
  }

  async #bringInline(file: FileRow): Promise<StoredContent> {
    const { store, content } = this.#core;
    const { source } = file;
    if (source?.from !== 'inline')
      throw new Refusal('FILE_MISSING', `"${file.name}" has no source.`, 'fileId');
    const [resultId] = resultIdsOfAnswer(store, source.messageId);
    const raw =
      resultId === undefined ? findMessage(store, source.messageId)?.raw : findResult(store, resultId)?.raw;
    const data = frameSchema.safeParse(raw).data?.data ?? {};
    const found = findFiles(data).find(({ where }) => where === source.where);
    if (found?.source.from !== 'inline') {
      throw new ServerApiError(
        'refused',
        `The bytes of "${file.name}" could not be read from the answer.`,
        null,
      );
    }
    const { bytes } = found.source;
    return content.add(
      (async function* () {
        yield bytes;
      })(),
    );
  }

  #keep(file: FileRow, { sha256, sizeBytes }: StoredContent): FileRow {
    const { store } = this.#core;
    this.#failed.delete(file.id);
    const row = {
      ...(findFile(store, file.id) ?? file),
      state: 'stored' as const,
      sha256,
      sizeBytes,
      reason: '',
    };
    this.#save(row);
    return row;
  }

  #noteFailure(file: FileRow, error: unknown): FileRow {
    if (this.#abort.signal.aborted) return file;
    const { connection, clock } = this.#core;
    const kind = error instanceof ServerApiError ? error.kind : 'retryable';
    if (kind === 'auth') connection.signedOut(wordsOf(error));
    const count = (this.#failed.get(file.id)?.count ?? 0) + 1;
    const delayMs = backOffMs(count + 2, Math.random) + 1;
    this.#failed.set(file.id, { count, atMs: clock.now() + delayMs });
    this.#cancelTimer();
    this.#cancelTimer = clock.after(delayMs, () => this.wake());
    const state = kind === 'refused' ? ('missing' as const) : ('awaited' as const);
    const row = { ...file, state, reason: wordsOf(error) };
    this.#save(row);
    return row;
  }

  #save(row: FileRow): void {
    const { store, changes } = this.#core;
    changes.write(() => {
      saveFile(store, row);
      changes.file(row.id);
    });
  }
}
