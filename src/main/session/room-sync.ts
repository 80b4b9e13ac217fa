// At every connection: join each room again, ask for what was missed page by page, and mark what cannot be had.
import { z } from 'zod';
import { responseFrameSchema, type ResponseFrame } from '../../shared/protocol/envelope.ts';
import type { ServerMessage } from '../../shared/protocol/read-response.ts';
import { recoverAfterHistory } from '../outbox/recover.ts';
import { logFrame } from '../store/frame-log.ts';
import { addGap } from '../store/gaps.ts';
import { saveProduct } from '../store/products.ts';
import { addRoom, findRoom, listRooms, roomCursor, setHistoryAfter, setRoomProduct } from '../store/rooms.ts';
import { nowText, type SessionCore, wordsOf } from './session-core.ts';

const pageSize = 200;
const detailsSchema = z.looseObject({
  event_type: z.string(),
  product_id: z.string().nullable().catch(null).optional(),
});
type Handle = (frame: ResponseFrame, isNews: boolean) => void;
type HistoryPage = Extract<ServerMessage, { kind: 'history_response' }>;

export class RoomSync {
  readonly #core: SessionCore;
  readonly #wake: (roomId: string) => void;
  /** Rooms whose story is complete up to now, on the present socket. */
  readonly #caughtUp = new Set<string>();
  /** Rooms whose past is read for the first time: nothing of it is news. */
  readonly #firstLooks = new Set<string>();
  #hasBeenOnline = false;

  constructor(core: SessionCore, wake: (roomId: string) => void) {
    this.#core = core;
    this.#wake = wake;
  }

  isCaughtUp(roomId: string): boolean {
    return this.#caughtUp.has(roomId);
  }

  /** A new socket is open. */
  connected(): void {
    this.#caughtUp.clear();
    for (const room of listRooms(this.#core.store)) this.enter(room.id);
    this.#hasBeenOnline = true;
    if (this.#core.profile.dialect.listsRooms) void this.#learnRooms();
  }

  /** Joins one room and asks for its history. */
  enter(roomId: string): void {
    const { store, profile } = this.#core;
    const room = findRoom(store, roomId);
    if (room === null) return;
    const { joinCarriesRoom, historyCode } = profile.dialect;
    const product = room.productId === null ? {} : { product_id: room.productId };
    if (!this.#send('join', roomId, joinCarriesRoom ? { title: room.title, ...product } : {})) return;
    if (historyCode !== null) this.#askHistory(roomId);
    else this.#markMissed(roomId);
    this.#send('presence', roomId, { status: 'online', sender: profile.userId });
  }

  /** Takes one page of a room's past; each frame goes the way of a live one. */
  takePage(page: HistoryPage, handle: Handle): void {
    const { store, log } = this.#core;
    const roomId = page.frame.room_id;
    if (typeof roomId !== 'string') return log.warn('A page of history came without its room.');
    const before = roomCursor(store, roomId).historyAfter;
    if (before === null) this.#firstLooks.add(roomId);
    const isNews = !this.#firstLooks.has(roomId);
    for (const past of page.data.frames) this.#takePast(past, (frame) => handle(frame, isNews));
    const last = lastId(page.data.frames);
    if (last !== null) setHistoryAfter(store, roomId, last);
    if (page.data.complete) return this.#complete(roomId);
    if (last === null || last === before) {
      this.#gap(roomId, 'The server says there is more, but its pages of history lead no further.');
      return this.#complete(roomId);
    }
    this.#core.changes.afterwards(() => this.#askHistory(roomId));
  }

  /** Takes a system frame about joining or the connection; false when it is something for people. */
  takeSystem({ frame }: Extract<ServerMessage, { kind: 'system' }>): boolean {
    const details = detailsSchema.safeParse(frame.data['details']);
    if (!details.success) return false;
    if (details.data.event_type === 'connection_status') return true;
    if (details.data.event_type !== 'room_joined') return false;
    this.#learnProduct(frame.room_id ?? null, details.data.product_id ?? null);
    return true;
  }

  #learnProduct(roomId: string | null, productId: string | null): void {
    const { store, changes } = this.#core;
    const room = roomId === null ? null : findRoom(store, roomId);
    if (room === null || productId === null || room.productId !== null) return;
    saveProduct(store, { id: productId, name: productId });
    setRoomProduct(store, room.id, productId);
    changes.room(room.id);
  }

  #takePast(past: unknown, handle: (frame: ResponseFrame) => void): void {
    const { store } = this.#core;
    const frame = responseFrameSchema.safeParse(past);
    if (frame.success) return handle(frame.data);
    const reason = 'A frame of the history has no shape we know.';
    logFrame(store, { at: nowText(this.#core), reason, text: JSON.stringify(past) });
  }

  #complete(roomId: string): void {
    this.#caughtUp.add(roomId);
    this.#firstLooks.delete(roomId);
    recoverAfterHistory(this.#core, roomId);
    this.#core.changes.afterwards(() => this.#wake(roomId));
  }

  #askHistory(roomId: string): void {
    const { historyCode } = this.#core.profile.dialect;
    if (historyCode === null) return;
    const { historyAfter } = roomCursor(this.#core.store, roomId);
    this.#send(historyCode, roomId, {
      limit: pageSize,
      ...(historyAfter === null ? {} : { after: historyAfter }),
    });
  }

  /** Without a history, whatever was said while we were away is lost to us; that is shown, not hidden. */
  #markMissed(roomId: string): void {
    this.#caughtUp.add(roomId);
    const { historyAfter } = roomCursor(this.#core.store, roomId);
    if (historyAfter === null && !this.#hasBeenOnline) return;
    this.#core.changes.write(() =>
      this.#gap(
        roomId,
        'This server keeps no history that can be asked for; what was said while you were not connected is not here.',
      ),
    );
  }

  #gap(roomId: string, reason: string): void {
    const { store, changes } = this.#core;
    const { lastSeq } = roomCursor(store, roomId);
    const gap = { roomId, afterSeq: lastSeq, at: nowText(this.#core), reason };
    if (lastSeq > 0 && addGap(store, gap)) changes.event({ name: 'gap.added', payload: gap });
  }

  async #learnRooms(): Promise<void> {
    const { api, store, changes, log } = this.#core;
    try {
      const rooms = await api.listRooms();
      if (!store.open) return;
      for (const { id, title, productId } of rooms) {
        if (findRoom(store, id) !== null) continue;
        changes.write(() => {
          if (productId !== null) saveProduct(store, { id: productId, name: productId });
          addRoom(store, { id, title, productId, at: nowText(this.#core) });
          changes.room(id);
        });
        this.enter(id);
      }
    } catch (error) {
      log.warn(`The rooms of the server could not be listed: ${wordsOf(error)}`);
    }
  }

  #send(code: string, roomId: string, data: Record<string, unknown>): boolean {
    const { connection, profile } = this.#core;
    return connection.send({ code, user_id: profile.userId, room_id: roomId, data });
  }
}

function lastId(frames: readonly unknown[]): string | null {
  const schema = z.looseObject({ data: z.looseObject({ message_id: z.string() }) });
  const ids = frames
    .map((frame) => schema.safeParse(frame))
    .flatMap(({ data }) => data?.data.message_id ?? []);
  return ids.at(-1) ?? null;
}
