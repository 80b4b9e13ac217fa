// A working day in a process of its own, to be killed: says "saved ROOM LANE ID SHA256" after each durable write.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { ProfileSession } from '../../../src/main/session/profile-session-port.ts';
import { newMessageSchema } from '../../../src/shared/model/new-message.ts';
import { openDaySession, until } from './day-session.ts';

const [folder = '', baseUrl = '', prefix = ''] = process.argv.slice(2);
const rooms = [`${prefix}-a`, `${prefix}-b`] as const;
let count = 0;

/** One step of the day. A disk that says no is told to the person, who goes on working. */
async function attempt(step: () => void | Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    writeSync(1, `refused ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

interface Writing {
  readonly kind: 'chat' | 'haitch_chat';
  readonly roomId: string;
  readonly withFile?: boolean;
}

async function write(session: ProfileSession, { kind, roomId, withFile = false }: Writing): Promise<void> {
  const text = `${prefix} ${(count += 1)}`;
  const fileIds: string[] = [];
  let sha256 = '-';
  if (withFile) {
    const bytes = Buffer.from(`${text} `.repeat(700));
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const parts = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes;
    };
    fileIds.push((await session.addFile(roomId, `note-${count}.txt`, parts())).id);
  }
  const { id } = session.sendMessage(newMessageSchema.parse({ kind, roomId, text, fileIds }));
  writeSync(1, `saved ${roomId} ${kind} ${id} ${sha256}\n`);
}

async function writeSome(session: ProfileSession): Promise<void> {
  for (const roomId of rooms) {
    await attempt(() => write(session, { kind: 'chat', roomId }));
    await attempt(() => write(session, { kind: 'chat', roomId, withFile: true }));
    await attempt(() => write(session, { kind: 'haitch_chat', roomId }));
    await attempt(() => session.setDraft(roomId, `half a thought ${count}`));
    await attempt(() => write(session, { kind: 'chat', roomId }));
  }
}

async function liveTheDay(): Promise<void> {
  const session = await openDaySession(folder, baseUrl === '' ? null : baseUrl);
  session.setOffline(true);
  for (const roomId of rooms) {
    await attempt(() => void session.createRoom({ title: roomId, productName: null, roomId }));
  }
  await writeSome(session);
  if (baseUrl !== '') {
    session.setOffline(false);
    await until(session, () => session.connectionState().state === 'online', 5000);
  }
  await writeSome(session);
  if (baseUrl !== '') await until(session, () => session.listOutbox().length === 0, 5000);
  await session[Symbol.asyncDispose]();
}

await attempt(liveTheDay);
writeSync(1, 'end\n');
process.exit(0);
