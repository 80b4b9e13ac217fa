// Takes an accepted AI request to its desk and brings exactly one stored answer back into the room.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { type AiRequestCode, errorCodeOf, responseCodeOf } from '../../shared/protocol/codes.ts';
import type { FileObject } from '../../shared/protocol/response-data.ts';
import { Refusal } from '../../shared/std/result.ts';
import { uuidV7 } from '../../shared/std/uuid-v7.ts';
import { type DeskAnswer, DeskRefusal, type DeskRequest } from '../desk.ts';
import { toFileObject } from '../files/file-object.ts';
import { makeErrorFrame, makeFrame, type OutFrame } from '../frames/out-frame.ts';
import { gatherKnowledge, toRoomFile } from '../rooms/room-knowledge.ts';
import { type FileRow, insertFile, resolveAttachment, shareFile } from '../store/files.ts';
import {
  answerRequest,
  countAttempt,
  type RequestRow,
  uncountAttempt,
  unansweredRequests,
} from '../store/requests.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { StoredDesk } from './desk-table.ts';
import type { JobQueue } from './job-queue.ts';

/** A request that took the engine down this often is answered with an error instead of being tried again. */
const mostAttempts = 5;
const longestRunMs = 10 * 60_000;
const attachedSchema = z.looseObject({ attached_files: z.array(z.string()).optional() });

type AiRequest = RequestRow & { readonly code: AiRequestCode };

/** Files put into the vault, not yet in the tables. */
interface Taken {
  readonly rows: readonly FileRow[];
  readonly frame: OutFrame;
}

export class RequestRunner {
  readonly #parts: EngineParts;
  readonly #desks: Readonly<Record<AiRequestCode, StoredDesk>>;
  readonly #queue: JobQueue;
  readonly #unfinished = new Map<number, { readonly roomId: string; readonly done: Promise<void> }>();

  constructor(parts: EngineParts, desks: Readonly<Record<AiRequestCode, StoredDesk>>, queue: JobQueue) {
    this.#parts = parts;
    this.#desks = desks;
    this.#queue = queue;
  }

  /** Queues a stored request; requests for the same desk run one after the other. */
  submit(request: RequestRow): void {
    if (!isAi(request)) return;
    const done = Promise.withResolvers<void>();
    this.#unfinished.set(request.id, { roomId: request.room_id, done: done.promise });
    this.#queue.add(request.code, async (signal) => {
      try {
        if (request.code === 'documentation') await this.#earlierAnswers(request, signal);
        await this.#run(request, signal);
      } finally {
        this.#unfinished.delete(request.id);
        done.resolve();
      }
    });
  }

  /** A document is made from what the room knows: what was asked before it is answered first. */
  async #earlierAnswers(request: AiRequest, signal: AbortSignal): Promise<void> {
    const earlier = [...this.#unfinished].filter(
      ([id, { roomId }]) => id < request.id && roomId === request.room_id,
    );
    const aborted = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    await Promise.race([Promise.all(earlier.map(([, { done }]) => done)), aborted]);
  }

  /** Queues everything that was running when the engine last stopped. */
  resume(): void {
    for (const request of unansweredRequests(this.#parts.store)) this.submit(request);
  }

  async #run(request: AiRequest, shutdown: AbortSignal): Promise<void> {
    const { store, vault, log } = this.#parts;
    const folder = vault.makeWorkFolder();
    const answerId = uuidV7(Date.now(), randomBytes(10));
    try {
      if (countAttempt(store, request.id) > mostAttempts) {
        throw new Error(
          `The engine stopped ${mostAttempts} times while working on this; it is not tried again.`,
        );
      }
      const signal = AbortSignal.any([shutdown, AbortSignal.timeout(longestRunMs)]);
      const answer = await this.#desks[request.code](
        this.#toDeskRequest(request, { folder, answerId, signal }),
      );
      const taken = await this.#take(request, answerId, answer);
      this.#finish(request, taken);
    } catch (error) {
      if (shutdown.aborted) return uncountAttempt(store, request.id);
      if (!isForPeople(error))
        log(
          `${request.code} ${request.message_id} failed: ${error instanceof Error ? error.stack : String(error)}`,
        );
      this.#finish(request, { rows: [], frame: failureFrame(request, answerId, error) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #toDeskRequest(
    request: AiRequest,
    run: { folder: string; answerId: string; signal: AbortSignal },
  ): DeskRequest<Record<string, unknown>> {
    const { store, vault } = this.#parts;
    const names = attachedSchema.parse(request.data).attached_files ?? [];
    const found = names.map((name) => ({ name, row: resolveAttachment(store, request.room_id, name) }));
    return {
      data: request.data,
      userId: request.user_id,
      room: gatherKnowledge(store, vault, request.room_id),
      attached: found.flatMap(({ row }) => (row === null ? [] : [toRoomFile(row, vault)])),
      unknownFiles: found.flatMap(({ name, row }) => (row === null ? [name] : [])),
      folder: run.folder,
      signal: run.signal,
      progress: (text) => this.#announce(request, run.answerId, text),
    };
  }

  #announce(request: AiRequest, answerId: string, text: string): void {
    const data = { message: text, sender: 'haitch', message_id: answerId, reply_to: request.message_id };
    const frame = makeFrame(addressOf(request), {
      status: 'pending',
      code: responseCodeOf[request.code],
      data,
    });
    this.#parts.hub.broadcast(request.room_id, frame);
  }

  async #take(request: AiRequest, answerId: string, answer: DeskAnswer): Promise<Taken> {
    const rows: FileRow[] = [];
    for (const file of answer.files) {
      const bytes = await this.#parts.vault.takeFile(file.path);
      rows.push({
        id: uuidV7(Date.now(), randomBytes(10)),
        name: file.name,
        sha256: bytes.sha256,
        size_bytes: bytes.sizeBytes,
        media_type: file.mediaType,
        created_at: new Date().toISOString(),
        created_by: 'haitch',
        product_id: stringOr(request.data['product_id']),
        folder_path: '/generated',
        description: '',
        tags: [],
      });
    }
    const files: FileObject[] = rows.map(toFileObject);
    const data = {
      ...answer.body,
      message: answer.message,
      sender: 'haitch',
      message_id: answerId,
      reply_to: request.message_id,
      ...(files.length === 0 ? {} : { files }),
    };
    const code = responseCodeOf[request.code];
    return { rows, frame: makeFrame(addressOf(request), { status: 'success', code, data }) };
  }

  #finish(request: AiRequest, taken: Taken): void {
    const { store, hub } = this.#parts;
    const isFirst = store.transaction(() => {
      for (const row of taken.rows) {
        insertFile(store, row);
        shareFile(store, request.room_id, { id: row.id, at: row.created_at });
      }
      return answerRequest(store, request.id, taken.frame);
    })();
    if (isFirst) hub.broadcast(request.room_id, taken.frame);
  }
}

function isAi(request: RequestRow): request is AiRequest {
  return request.code !== 'chat';
}

function addressOf(request: RequestRow): { userId: string; roomId: string } {
  return { userId: request.user_id, roomId: request.room_id };
}

function isForPeople(error: unknown): error is DeskRefusal | Refusal {
  return error instanceof DeskRefusal || error instanceof Refusal;
}

function stringOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The error that ends a request: the desk's own words, or the code of its kind for everything unforeseen. */
function failureFrame(request: AiRequest, answerId: string, error: unknown): OutFrame {
  const frame = makeErrorFrame(addressOf(request), {
    errorCode: error instanceof DeskRefusal ? error.errorCode : errorCodeOf[request.code],
    message: isForPeople(error)
      ? error.message
      : `The engine failed at this request: ${error instanceof Error ? error.message : String(error)}`,
    errors: error instanceof DeskRefusal ? error.errors : [],
    messageId: request.message_id,
  });
  return { ...frame, data: { ...frame.data, message_id: answerId, reply_to: request.message_id } };
}
