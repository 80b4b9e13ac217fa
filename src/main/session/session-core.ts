// What every part of an open profile works with: its store, its wires, its clock and the place where news are announced.
import type { Profile } from '../../shared/model/profile.ts';
import type { Notice } from '../../shared/model/status.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Refusal } from '../../shared/std/result.ts';
import { uuidV7 } from '../../shared/std/uuid-v7.ts';
import { nextRandom } from './random-pool.ts';
import type { Connection } from '../connection/connection-port.ts';
import type { ServerApi } from '../connection/server-api-port.ts';
import type { ContentStore } from '../files/content-store-port.ts';
import { addNotice } from '../store/notices.ts';
import type { Store } from '../store/open-store.ts';
import { addRoom, hasRoom } from '../store/rooms.ts';
import type { Changes } from './changes.ts';
import type { UnsentJournal } from '../outbox/unsent-journal.ts';
import type { Log } from './profile-session-port.ts';

export interface SessionCore {
  readonly folder: string;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly changes: Changes;
  readonly connection: Connection;
  readonly api: ServerApi;
  readonly content: ContentStore;
  /** Keeps what is unsent a second time, beside the database. */
  readonly journal: UnsentJournal;
  /** Names this run of the program in leases. */
  readonly bootId: string;
}

/** A fresh time-ordered id. */
export function newId(core: Pick<SessionCore, 'clock'>): string {
  return uuidV7(core.clock.now(), nextRandom());
}

/** The present time, ISO 8601. */
export function nowText(core: Pick<SessionCore, 'clock'>): string {
  return new Date(core.clock.now()).toISOString();
}

/** Makes sure that a room the server speaks of is known. */
export function ensureRoom(core: SessionCore, roomId: string): void {
  if (hasRoom(core.store, roomId)) return;
  addRoom(core.store, { id: roomId, title: roomId, productId: null, at: nowText(core) });
  core.changes.room(roomId);
}

/** Refuses a room that is not known, with a sentence. */
export function requireRoom(core: SessionCore, roomId: string): void {
  if (!hasRoom(core.store, roomId)) {
    throw new Refusal('ROOM_UNKNOWN', `There is no room "${roomId}" in this profile.`, 'roomId');
  }
}

/** Adds a notice and announces it. */
export function announceNotice(
  core: SessionCore,
  notice: Pick<Notice, 'kind' | 'title' | 'text'> & Partial<Pick<Notice, 'priority' | 'actionUrl'>>,
): void {
  const whole: Notice = {
    priority: 'medium',
    actionUrl: null,
    ...notice,
    id: newId(core),
    createdAt: nowText(core),
    read: false,
  };
  addNotice(core.store, whole);
  core.changes.event({ name: 'notice.added', payload: whole });
}

/** First words for lists, one line. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}

/** The sentence of an error. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
