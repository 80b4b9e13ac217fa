// What becomes of entries on the wire when their socket is gone, or when the server stays silent about them.
import { type SessionCore, wordsOf } from '../session/session-core.ts';
import { type EntryRow, sentEntries } from '../store/entries.ts';
import { echoPatienceMs } from './lane-policy.ts';
import { leaseName, recoveryOf } from './lease.ts';
import { leaveUnconfirmed, putBack } from './settle.ts';
import { idTravels } from './to-frame.ts';

const lost = 'The connection broke before the server confirmed it.';
const silent = 'The server has not confirmed it yet.';

/** Settles every entry whose lease is not that of the present socket. */
export function recoverLeases(core: SessionCore): void {
  const { socketId } = core.connection;
  const present = socketId === null ? null : leaseName(core.bootId, socketId);
  core.changes.write(() => {
    for (const entry of sentEntries(core.store, null)) {
      if (entry.state !== 'sent' || entry.lease === present) continue;
      const recovery = recoveryFor(core, entry);
      if (recovery === 'send-again') putBack(core, entry.messageId, { lastError: lost, atOnce: true });
      if (recovery === 'ask') leaveUnconfirmed(core, entry.messageId);
    }
  });
}

/** The whole history of a room is here: what it does not hold never arrived. */
export function recoverAfterHistory(core: SessionCore, roomId: string): void {
  const { socketId } = core.connection;
  const present = socketId === null ? null : leaseName(core.bootId, socketId);
  for (const entry of sentEntries(core.store, roomId)) {
    if (entry.state !== 'sent' || entry.lease === present) continue;
    if (recoveryFor(core, entry) === 'look-in-history') {
      putBack(core, entry.messageId, { lastError: lost, atOnce: true });
    }
  }
}

/** Settles entries of a room whose echo is overdue. */
export function recoverFromSilence(core: SessionCore, roomId: string): void {
  try {
    core.changes.write(() => {
      for (const entry of sentEntries(core.store, roomId)) {
        const isOverdue = (entry.sentAtMs ?? 0) + echoPatienceMs <= core.clock.now();
        if (entry.state !== 'sent' || !isOverdue || !idTravels(entry.code, core.profile.dialect)) continue;
        if (recoveryFor(core, entry) === 'send-again') putBack(core, entry.messageId, { lastError: silent });
        else leaveUnconfirmed(core, entry.messageId);
      }
    });
  } catch (error) {
    core.log.warn(`Overdue messages could not be settled yet: ${wordsOf(error)}`);
  }
}

function recoveryFor(core: SessionCore, entry: EntryRow): ReturnType<typeof recoveryOf> {
  const { dialect } = core.profile;
  return recoveryOf({
    deduplicates: dialect.deduplicates,
    idTravels: idTravels(entry.code, dialect),
    hasHistory: dialect.historyCode !== null,
  });
}
