// A real session on a real folder, against whatever server the test runs; events are kept and can be waited for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProfileSession } from '../../../../src/main/session/open-profile-session.ts';
import type { ProfileSession } from '../../../../src/main/session/profile-session-port.ts';
import type { BridgeEvent, EventName, EventPayload } from '../../../../src/shared/bridge/contract.ts';
import type { Message } from '../../../../src/shared/model/message.ts';
import { type NewMessageInput, newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import type { Profile } from '../../../../src/shared/model/profile.ts';
import { type Dialect, engineDialect, publicDialect } from '../../../../src/shared/protocol/dialect.ts';
import type { Clock } from '../../../../src/shared/std/clock.ts';

/** The thread that reads a database through. */
export const integrityEntry = join(import.meta.dirname, '../../../../src/main/store/integrity-worker.ts');

const realClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A profile folder that goes with the scope. */
export class ProfileFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'session-test-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function engineProfile(userId = 'anna', dialect: Partial<Dialect> = {}): Profile {
  return {
    id: `profile-${userId}`,
    name: 'Engine',
    kind: 'engine',
    serverUrl: null,
    userId,
    tenantId: null,
    dialect: { ...engineDialect, ...dialect },
  };
}

export function publicProfile(dialect: Partial<Dialect> = {}): Profile {
  return { ...engineProfile(), dialect: { ...publicDialect, endpoint: 'anonymous', ...dialect } };
}

export class SessionRig implements AsyncDisposable {
  readonly session: ProfileSession;
  readonly events: BridgeEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(session: ProfileSession) {
    this.session = session;
    session.onEvent((event) => {
      this.events.push(event);
      for (const check of [...this.#waiting]) check();
    });
  }

  /** Resolves when the test holds; it is asked again at every event. */
  until(test: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!test()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  named<N extends EventName>(name: N): EventPayload<N>[] {
    return this.events.flatMap((event) => (event.name === name ? [event.payload as EventPayload<N>] : []));
  }

  send(message: NewMessageInput): Message {
    return this.session.sendMessage(newMessageSchema.parse(message));
  }

  message(id: string, roomId = 'room-1'): Message | undefined {
    return this.messages(roomId).find((one) => one.id === id);
  }

  messages(roomId = 'room-1'): Message[] {
    return this.session.pageMessages({ roomId, beforeSeq: null, limit: 200 }).messages;
  }

  /** Waits for the delivery state of an own message. */
  delivered(id: string, state: string, roomId = 'room-1'): Promise<void> {
    return this.until(() => this.message(id, roomId)?.delivery?.state === state);
  }

  online(): Promise<void> {
    return this.until(() => this.session.connectionState().state === 'online');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session[Symbol.asyncDispose]();
  }
}

export interface RigSetup {
  readonly folder: string;
  readonly profile?: Profile;
  /** Where the server is; null while it is not there. */
  baseUrl(): string | null;
  readonly clock?: Clock;
}

/** Opens a session and the room `room-1` in it. */
export async function openSession(setup: RigSetup): Promise<SessionRig> {
  const session = await openProfileSession({
    folder: setup.folder,
    profile: setup.profile ?? engineProfile(),
    access: async () => {
      const baseUrl = setup.baseUrl();
      return baseUrl === null ? null : { baseUrl, token: null, tenantId: null };
    },
    clock: setup.clock ?? realClock,
    log: { info: () => {}, warn: () => {}, error: (line) => process.stderr.write(`${line}\n`) },
    integrityEntry,
  });
  const rig = new SessionRig(session);
  if (session.listRooms().length === 0) {
    session.createRoom({ title: 'Thermostat', productName: null, roomId: 'room-1' });
  }
  return rig;
}
