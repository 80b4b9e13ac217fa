// What expires: who types, who is present. Nothing of it is kept or queued.
import { z } from 'zod';
import type { ServerMessage } from '../../shared/protocol/read-response.ts';
import { clearUnread, roomCursor } from '../store/rooms.ts';
import { nowText, type SessionCore } from './session-core.ts';

/** A "started" without a "stopped" counts no longer than this, ms. */
const typingExpiryMs = 8000;
const presentSchema = z.looseObject({ present: z.array(z.string()).catch([]) });

export class Passing implements Disposable {
  readonly #core: SessionCore;
  readonly #typing = new Map<string, Map<string, () => void>>();
  readonly #present = new Map<string, Set<string>>();

  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** Takes a frame that expires; false when it is none. */
  take(message: ServerMessage): boolean {
    if (message.kind === 'foreign') return false;
    const { frame } = message;
    const roomId = frame.room_id ?? null;
    const said = frame.data['sender'];
    const userId = typeof said === 'string' ? said : (frame.user_id ?? null);
    switch (message.kind) {
      case 'typing':
        if (roomId !== null && userId !== null) this.#note(roomId, userId, message.data.status === 'started');
        return true;
      case 'presence':
        if (roomId !== null && userId !== null) {
          this.#see(roomId, userId, !/^(offline|away|left)$/i.test(message.data.status ?? 'online'));
        }
        return true;
      case 'read_receipt':
      case 'join':
        return true;
      default:
        return false;
    }
  }

  /** Who is in a room, as its server said at joining. */
  takeJoined({ frame }: Extract<ServerMessage, { kind: 'system' }>): void {
    const details = presentSchema.safeParse(frame.data['details']);
    if (!details.success || typeof frame.room_id !== 'string') return;
    this.#present.set(frame.room_id, new Set(details.data.present));
    this.#announcePresence(frame.room_id);
  }

  /** The connection is gone: nobody is known to be anywhere. */
  forget(): void {
    for (const roomId of [...this.#present.keys()]) {
      this.#present.delete(roomId);
      this.#announcePresence(roomId);
    }
    for (const [roomId, people] of this.#typing) {
      for (const cancel of people.values()) cancel();
      people.clear();
      this.#announceTyping(roomId);
    }
    this.#typing.clear();
  }

  /** Tells the room that this person types or stopped; lost when offline. */
  sendTyping(roomId: string, typing: boolean): void {
    this.#send('typing', roomId, { status: typing ? 'started' : 'stopped' });
  }

  /** A person has read the room: the counter goes, and the others hear up to where. */
  markRead(roomId: string): void {
    const { store, changes } = this.#core;
    changes.write(() => {
      clearUnread(store, roomId);
      changes.room(roomId);
    });
    const { historyAfter } = roomCursor(store, roomId);
    if (historyAfter !== null) this.#send('read_receipt', roomId, { message_id: historyAfter });
  }

  [Symbol.dispose](): void {
    for (const people of this.#typing.values()) for (const cancel of people.values()) cancel();
    this.#typing.clear();
  }

  #send(code: string, roomId: string, data: Record<string, unknown>): void {
    const { connection, profile } = this.#core;
    connection.send({
      code,
      user_id: profile.userId,
      room_id: roomId,
      timestamp: nowText(this.#core),
      data: { sender: profile.userId, ...data },
    });
  }

  #note(roomId: string, userId: string, typing: boolean): void {
    if (userId === this.#core.profile.userId) return;
    const people = this.#typing.get(roomId) ?? new Map<string, () => void>();
    this.#typing.set(roomId, people);
    people.get(userId)?.();
    people.delete(userId);
    if (typing) {
      const cancel = this.#core.clock.after(typingExpiryMs, () => this.#note(roomId, userId, false));
      people.set(userId, cancel);
    }
    this.#announceTyping(roomId);
  }

  #see(roomId: string, userId: string, present: boolean): void {
    const people = this.#present.get(roomId) ?? new Set<string>();
    this.#present.set(roomId, people);
    if (present) people.add(userId);
    else people.delete(userId);
    this.#announcePresence(roomId);
  }

  #announceTyping(roomId: string): void {
    const userIds = [...(this.#typing.get(roomId)?.keys() ?? [])];
    this.#core.changes.event({ name: 'typing.changed', payload: { roomId, userIds } });
  }

  #announcePresence(roomId: string): void {
    const userIds = [...(this.#present.get(roomId) ?? [])];
    this.#core.changes.event({ name: 'presence.changed', payload: { roomId, userIds } });
  }
}
