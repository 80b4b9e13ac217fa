// What a transaction changed, announced once after it is durable: events state what became true, never what may be undone.
import type { BridgeEvent } from '../../shared/bridge/contract.ts';
import type { Message } from '../../shared/model/message.ts';
import { Emitter, type Unsubscribe } from '../../shared/std/emitter.ts';
import { toDiskWords } from '../store/disk-trouble.ts';
import { findFile, messagesWithFile, toFileRef } from '../store/files.ts';
import { findMessage } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { findResult, resultIdsOfAnswer } from '../store/results.ts';
import { findRoom } from '../store/rooms.ts';
import { toMessage, toResult } from './assemble.ts';

export class Changes {
  readonly #store: Store;
  readonly #events: Emitter<BridgeEvent>;
  readonly #rooms = new Set<string>();
  /** By id; null for what must be read again before it is announced. */
  readonly #messages = new Map<string, Message | null>();
  readonly #files = new Set<string>();
  readonly #results = new Set<string>();
  #others: BridgeEvent[] = [];
  #after: (() => void)[] = [];
  #durably: (() => void)[] = [];
  #queueTouched = false;
  #queueTimer: NodeJS.Timeout | null = null;
  #queueCostMs = 0;
  /** Reads the queue as it is announced; set once the outbox is there. */
  readQueue: () => BridgeEvent | null = () => null;

  constructor(store: Store, onError: (error: unknown) => void) {
    this.#store = store;
    this.#events = new Emitter(onError);
  }

  on(listener: (event: BridgeEvent) => void): Unsubscribe {
    return this.#events.on(listener);
  }

  /** Runs `work` in one IMMEDIATE transaction; what it touched is announced when it is on disk, or forgotten. */
  write<T>(work: () => T): T {
    if (this.#store.inTransaction) return work();
    try {
      const [value, news] = inTransaction(this.#store, () => [work(), this.#read()] as const);
      this.#flush(news);
      return value;
    } catch (error) {
      this.#forget();
      throw toDiskWords(error);
    }
  }

  room(id: string): void {
    this.#rooms.add(id);
  }

  message(id: string): void {
    this.#messages.set(id, null);
  }

  /** A message that was just written and is known whole; it is read again only when more of it changes. */
  added(message: Message): void {
    this.#messages.set(message.id, message);
  }

  result(id: string): void {
    this.#results.add(id);
  }

  /** A file, and with it every message and result that shows it. */
  file(id: string): void {
    this.#files.add(id);
    for (const messageId of messagesWithFile(this.#store, id)) {
      this.#messages.set(messageId, null);
      for (const resultId of resultIdsOfAnswer(this.#store, messageId)) this.#results.add(resultId);
    }
  }

  /** The queue; announced once per turn of the loop, however often it changed. */
  queue(): void {
    this.#queueTouched = true;
    if (!this.#store.inTransaction) this.#scheduleQueue();
  }

  event(event: BridgeEvent): void {
    if (this.#store.inTransaction) this.#others.push(event);
    else this.#events.emit(event);
  }

  /** Something to do once the transaction is on disk. */
  afterwards(task: () => void): void {
    if (this.#store.inTransaction) this.#after.push(task);
    else task();
  }

  /** Something to do once the transaction is on disk and before anybody hears of it. */
  durably(task: () => void): void {
    if (this.#store.inTransaction) this.#durably.push(task);
    else task();
  }

  clear(): void {
    if (this.#queueTimer !== null) clearTimeout(this.#queueTimer);
    this.#queueTimer = null;
    this.#events.clear();
  }

  /** What became true, read within the transaction: a read of its own costs as much as an insert. */
  #read(): BridgeEvent[] {
    const news: BridgeEvent[] = [];
    for (const id of this.#files) {
      const row = findFile(this.#store, id);
      if (row !== null) news.push({ name: 'file.changed', payload: toFileRef(row) });
    }
    for (const [id, known] of this.#messages) {
      const message = known ?? this.#readMessage(id);
      if (message === null || message.delivery?.state === 'cancelled') continue;
      news.push({ name: 'message.changed', payload: message });
    }
    for (const id of this.#results) {
      const row = findResult(this.#store, id);
      if (row !== null) news.push({ name: 'result.changed', payload: toResult(this.#store, row) });
    }
    for (const id of this.#rooms) {
      const room = findRoom(this.#store, id);
      if (room !== null) news.push({ name: 'room.changed', payload: room });
    }
    return news;
  }

  #flush(news: readonly BridgeEvent[]): void {
    const others = this.#others;
    const after = this.#after;
    for (const task of this.#durably) task();
    const queueTouched = this.#queueTouched;
    this.#forget();
    for (const event of [...news, ...others]) this.#events.emit(event);
    if (queueTouched) this.#scheduleQueue();
    for (const task of after) task();
  }

  #scheduleQueue(): void {
    this.#queueTouched = false;
    this.#queueTimer ??= setTimeout(() => {
      this.#queueTimer = null;
      const startedAt = performance.now();
      const event = this.readQueue();
      if (event !== null) this.#events.emit(event);
      this.#queueCostMs = performance.now() - startedAt;
    }, this.#queuePauseMs());
  }

  #readMessage(id: string): Message | null {
    const row = findMessage(this.#store, id);
    return row === null ? null : toMessage(this.#store, row);
  }

  /** Telling the queue takes a twentieth of the time at most; a very long one, so as to be told each second, a fifth. */
  #queuePauseMs(): number {
    return Math.min(this.#queueCostMs * 19, Math.max(1000, this.#queueCostMs * 4));
  }

  #forget(): void {
    for (const touched of [this.#rooms, this.#messages, this.#files, this.#results]) touched.clear();
    this.#others = [];
    this.#after = [];
    this.#durably = [];
    this.#queueTouched = false;
  }
}
