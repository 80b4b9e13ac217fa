// The morning after: opens the folder again, lets the queue drain into the real engine, and gathers what the oracle needs.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { ProfileSession } from '../../../src/main/session/profile-session-port.ts';
import { type Frame, TestClient } from '../../unit/engine/engine-rig.ts';
import type { Outcome, SavedItem, ServerItem } from '../oracle.ts';
import { dayUser, openDaySession, until } from './day-session.ts';

const drainPatienceMs = 45_000;

export interface Morning {
  readonly folder: string;
  readonly port: number;
  readonly saved: readonly SavedItem[];
  /** Rooms to look into, also when nothing was saved in them. */
  readonly rooms: readonly string[];
}

/** Opens, drains, closes and reads both sides. */
export async function settleDay({ folder, port, saved, rooms }: Morning): Promise<Outcome> {
  const session = await openDaySession(folder, `http://127.0.0.1:${port}`);
  try {
    await until(session, () => isSettled(session), drainPatienceMs);
    const setAside = setAsideIn(session);
    const atServer = await readServer(port, rooms);
    return { saved, atServer, setAside, integrity: await closeAndCheck(session, folder) };
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

/** Whether nothing waits and nothing is on its way; what needs a person may stay. */
export function isSettled(session: ProfileSession): boolean {
  return session
    .listOutbox()
    .every(({ state: { state } }) => state === 'quarantined' || state === 'unconfirmed');
}

/** Ids of what the queue shows as needing a person. */
export function setAsideIn(session: ProfileSession): Set<string> {
  return new Set(
    session
      .listOutbox()
      .filter(({ state: { state } }) => state === 'quarantined' || state === 'unconfirmed')
      .map(({ messageId }) => messageId),
  );
}

/** Closes the session and asks SQLite whether its file is whole. */
export async function closeAndCheck(session: ProfileSession, folder: string): Promise<string> {
  await session[Symbol.asyncDispose]();
  const file = new Database(join(folder, 'workstation.db'), { readonly: true });
  const verdict = String(file.pragma('integrity_check', { simple: true }));
  file.close();
  return verdict;
}

const dataSchema = z.looseObject({
  message: z.string(),
  sender: z.string().optional(),
  message_id: z.string(),
  attached_files: z.array(z.string()).default([]),
});

/** What the engine's own history holds from the person of the day. */
export async function readServer(port: number, rooms: readonly string[]): Promise<ServerItem[]> {
  const client = await TestClient.open(port, 'bert');
  try {
    const items: ServerItem[] = [];
    for (const roomId of rooms) {
      for (const frame of await wholeHistory(client, roomId)) {
        const data = dataSchema.safeParse(frame.data).data;
        if (data === undefined || data.sender !== dayUser) continue;
        const sha256s = await Promise.all(data.attached_files.map((id) => hashAtServer(port, id)));
        items.push({ id: data.message_id, roomId, text: data.message, sha256s });
      }
    }
    return items;
  } finally {
    client[Symbol.dispose]();
  }
}

async function wholeHistory(client: TestClient, roomId: string): Promise<Frame[]> {
  const { frames, complete } = await client.history(roomId, { limit: 200 });
  if (!complete) throw new Error(`The history of ${roomId} is longer than this rig reads.`);
  return frames;
}

async function hashAtServer(port: number, fileId: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/files/${fileId}/download`);
  if (!answer.ok) return `HTTP ${answer.status}`;
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
}
