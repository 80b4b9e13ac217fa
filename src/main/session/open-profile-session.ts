// Opens a profile: store, content, connection, queue and files put together, and taken apart in reverse order.
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectionState } from '../../shared/model/status.ts';
import { Refusal } from '../../shared/std/result.ts';
import { Disposables } from '../../shared/std/disposables.ts';
import { importFolder } from '../archive/import-room.ts';
import { createServerApi } from '../connection/http-server-api.ts';
import { openConnection } from '../connection/open-connection.ts';
import { openContentStore } from '../files/open-content-store.ts';
import { Drain } from '../outbox/drain.ts';
import { importJournal, trueUpJournal } from '../outbox/import-journal.ts';
import { UnsentJournal } from '../outbox/unsent-journal.ts';
import { queueCounts } from '../outbox/queue-view.ts';
import { recoverFromSilence, recoverLeases } from '../outbox/recover.ts';
import { optimize } from '../store/care.ts';
import { checkInThread } from '../store/check-in-thread.ts';
import type { Store } from '../store/open-store.ts';
import { openOrRecover } from '../store/open-or-recover.ts';
import { OutboxJournal } from '../store/outbox-journal.ts';
import { announceRecovery } from './announce-recovery.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { Changes } from './changes.ts';
import { DatabaseKeeper } from './database-keeper.ts';
import { Fetches } from './fetches.ts';
import { IncomingFrames } from './incoming.ts';
import { LiveProfileSession } from './live-profile-session.ts';
import { Passing } from './passing.ts';
import type { Log, OpenProfileSession, ProfileSessionOptions } from './profile-session-port.ts';
import { RoomSync } from './room-sync.ts';
import { type SessionCore, wordsOf } from './session-core.ts';
import type { SessionParts } from './session-parts.ts';
import { Uploads } from './uploads.ts';

/** Opens the profile in `folder`. Refuses with a sentence when its data cannot be used. */
export const openProfileSession: OpenProfileSession = async (options) => {
  const scope = new Disposables();
  try {
    const core = await openCore(options, scope);
    return new LiveProfileSession(startParts(core, scope), scope);
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
};

async function openCore(options: ProfileSessionOptions, scope: Disposables): Promise<SessionCore> {
  const { folder, profile, clock, log, access } = options;
  const { store, recovery } = openOrRecover(folder, clock.now());
  scope.defer(() => closeStore(store, log));
  const unsent = recovery === null ? 0 : importJournal(store, folder, profile);
  const file = scope.add(openJournal(store, options), (open) => open[Symbol.dispose]());
  for (const half of [join(folder, 'downloads'), importFolder(folder)]) {
    await rm(half, { recursive: true, force: true });
  }
  await mkdir(join(folder, 'content'), { recursive: true });
  const content = await openContentStore(join(folder, 'content'));
  const changes = scope.add(
    new Changes(store, (error) => log.error(`A listener failed: ${wordsOf(error)}`)),
    (open) => open.clear(),
  );
  const journal = new UnsentJournal({ store, changes, log, file });
  const api = createServerApi({ access, log });
  const connect = options.connect ?? openConnection;
  const connection = scope.add(connect({ profile, access, clock, log }), async (open) => {
    await open[Symbol.asyncDispose]();
  });
  const bootId = randomUUID();
  const core = { folder, profile, clock, log, store, changes, connection, api, content, journal, bootId };
  if (recovery !== null) announceRecovery(core, recovery, unsent);
  scope.add(new BackupKeeper(core), (open) => open[Symbol.asyncDispose]());
  scope.add(new DatabaseKeeper(core, (path) => checkInThread(options.integrityEntry, path)), (open) =>
    open[Symbol.asyncDispose](),
  );
  return core;
}

function closeStore(store: Store, log: Log): void {
  try {
    optimize(store);
  } catch (error) {
    log.warn(`The database was closed without new statistics: ${wordsOf(error)}`);
  }
  store.close();
}

function openJournal(store: Store, { folder, clock }: ProfileSessionOptions): OutboxJournal {
  try {
    trueUpJournal(store, folder);
    return new OutboxJournal(folder, clock);
  } catch (error) {
    throw new Refusal('DATA_FOLDER', `The outbox journal in ${folder} cannot be opened: ${wordsOf(error)}.`);
  }
}

function startParts(core: SessionCore, scope: Disposables): SessionParts {
  const drain = scope.add(new Drain(core), (open) => open[Symbol.dispose]());
  const wake = (roomId: string): void => drain.wake(roomId);
  const uploads = scope.add(new Uploads(core, wake), (open) => open[Symbol.asyncDispose]());
  const fetches = scope.add(new Fetches(core), (open) => open[Symbol.asyncDispose]());
  const passing = scope.add(new Passing(core), (open) => open[Symbol.dispose]());
  const rooms = new RoomSync(core, wake);
  const incoming = scope.add(
    new IncomingFrames({ core, rooms, passing, wake, filesNamed: () => fetches.wake() }),
    (open) => open[Symbol.dispose](),
  );
  const parts = { core, drain, uploads, fetches, rooms, passing, incoming };
  drain.onSilence = (roomId) => recoverFromSilence(core, roomId);
  core.changes.readQueue = () => ({ name: 'outbox.changed', payload: queueCounts(core) });
  scope.defer(core.connection.onFrame((frame) => incoming.take(frame)));
  scope.defer(followConnection(parts));
  recoverLeases(core);
  return parts;
}

/** What happens when the connection changes; a new socket joins rooms before anything is sent on it. */
function followConnection({
  core,
  drain,
  uploads,
  fetches,
  rooms,
  passing,
  incoming,
}: SessionParts): () => void {
  let socketId: string | null = null;
  return core.connection.onState((state: ConnectionState) => {
    const isNew = core.connection.socketId !== socketId;
    socketId = core.connection.socketId;
    if (isNew) {
      incoming.flush();
      recoverLeases(core);
      if (socketId === null) passing.forget();
      else rooms.connected();
    }
    core.changes.event({ name: 'connection.changed', payload: state });
    core.changes.queue();
    if (state.state !== 'online') return;
    drain.wakeAll();
    uploads.wake();
    if (isNew) fetches.connected();
  });
}
