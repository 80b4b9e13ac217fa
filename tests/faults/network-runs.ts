// Seeded runs over a network that cuts, delays, doubles, reorders, breaks off and falls silent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileSession } from '../../src/main/session/profile-session-port.ts';
import { newMessageSchema } from '../../src/shared/model/new-message.ts';
import type { DayEngine } from './day/day-engine.ts';
import { openDaySession, until } from './day/day-session.ts';
import { closeAndCheck, isSettled, readServer, setAsideIn } from './day/settle-day.ts';
import type { FaultRun } from './fault-run.ts';
import { FaultProxy, roughNetwork } from './network/fault-proxy.ts';
import { judge, type SavedItem } from './oracle.ts';
import { between, pickWeighted, seededRandom } from './seeded-random.ts';

const itemsPerRun = 12;
const roughMs = 1500;
const drainPatienceMs = 60_000;

/** One run: writes through a rough network, lets it heal, drains and judges. */
export async function runNetwork(engine: DayEngine, seed: number): Promise<FaultRun> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-network-'));
  const prefix = `net${seed}`;
  const rooms = [`${prefix}-a`, `${prefix}-b`];
  try {
    await using proxy = await FaultProxy.open(engine.port, { ...roughNetwork, seed });
    const session = await openDaySession(folder, `http://127.0.0.1:${proxy.port}`);
    try {
      const saved = await writeThrough(session, { rooms, random: seededRandom(seed + 1_000_000), prefix });
      await until(session, () => isSettled(session), roughMs);
      proxy.heal();
      session.retryConnection();
      await until(session, () => isSettled(session), drainPatienceMs);
      const setAside = setAsideIn(session);
      const atServer = await readServer(engine.port, rooms);
      const integrity = await closeAndCheck(session, folder);
      const faults = [...proxy.faults].filter(([fault]) => fault !== 'pass');
      const name = `network ${seed}: ${faults.map(([fault, count]) => `${count} ${fault}`).join(', ')}`;
      const violations = judge({ saved, atServer, setAside, integrity });
      return { name, saved: saved.length, struck: faults.length > 0, violations };
    } finally {
      await session[Symbol.asyncDispose]();
    }
  } catch (error) {
    return { name: `network ${seed}`, saved: 0, struck: true, violations: [String(error)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Writing {
  readonly rooms: readonly string[];
  readonly random: () => number;
  readonly prefix: string;
}

async function writeThrough(
  session: ProfileSession,
  { rooms, random, prefix }: Writing,
): Promise<SavedItem[]> {
  const saved: SavedItem[] = [];
  for (const roomId of rooms) session.createRoom({ title: roomId, productName: null, roomId });
  for (let index = 0; index < itemsPerRun; index += 1) {
    const roomId = rooms[between(random, 0, rooms.length - 1)] ?? '';
    const kind = pickWeighted(random, { chat: 4, haitch_chat: 1 });
    const request = newMessageSchema.parse({ kind, roomId, text: `${prefix} ${index}` });
    saved.push({ id: session.sendMessage(request).id, roomId, lane: kind, sha256: null });
    await new Promise((resolve) => setTimeout(resolve, between(random, 0, 40)));
  }
  return saved;
}
