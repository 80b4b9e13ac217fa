// Who is in which room right now, and sending to them. Nothing here is kept; the store keeps.
import type { OutFrame } from '../frames/out-frame.ts';

/** One socket, as rooms see it. */
export interface Client {
  readonly id: string;
  send(frame: OutFrame): void;
}

export interface Departure {
  readonly roomId: string;
  readonly userId: string;
}

/** Sockets by room. A socket may be in many rooms, and speak for several users over a team token. */
export class RoomHub {
  readonly #rooms = new Map<string, Map<Client, Set<string>>>();

  /** Puts a client into a room for a user; true when this user was not there before on any socket. */
  enter(roomId: string, client: Client, userId: string): boolean {
    const isNew = !this.isPresent(roomId, userId);
    const room = this.#rooms.get(roomId) ?? new Map<Client, Set<string>>();
    this.#rooms.set(roomId, room);
    room.set(client, (room.get(client) ?? new Set()).add(userId));
    return isNew;
  }

  /** Takes a closed client out of all rooms; returns the users who are now gone from a room. */
  leaveAll(client: Client): Departure[] {
    const departures: Departure[] = [];
    for (const [roomId, room] of this.#rooms) {
      const users = room.get(client) ?? new Set<string>();
      room.delete(client);
      if (room.size === 0) this.#rooms.delete(roomId);
      for (const userId of users) if (!this.isPresent(roomId, userId)) departures.push({ roomId, userId });
    }
    return departures;
  }

  isPresent(roomId: string, userId: string): boolean {
    return [...(this.#rooms.get(roomId)?.values() ?? [])].some((users) => users.has(userId));
  }

  /** Users with an open socket in the room. */
  present(roomId: string): string[] {
    return [...new Set([...(this.#rooms.get(roomId)?.values() ?? [])].flatMap((users) => [...users]))];
  }

  /** Sends to every client in the room but one. */
  broadcast(roomId: string, frame: OutFrame, except: Client | null = null): void {
    for (const client of this.#rooms.get(roomId)?.keys() ?? []) if (client !== except) client.send(frame);
  }
}
