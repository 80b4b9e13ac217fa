// The queue as people see it: its counts, and page by page every entry with its state and why it waits.
import type { Entry, EntryState, QueueCounts } from '../../shared/model/entry.ts';
import { previewOf, type SessionCore } from '../session/session-core.ts';
import type { RunningUpload } from '../session/uploads.ts';
import { type EntryRow, laneOf, sentEntries } from '../store/entries.ts';
import { findMessage } from '../store/messages.ts';
import { countStates, nextRetryMs, pageOfQueue } from '../store/queue-pages.ts';
import { findRoom } from '../store/rooms.ts';
import { planOf } from './drain.ts';
import type { LanePlan } from './lane-policy.ts';

/** How much of a lane is planned to tell why those further back wait: somebody in it mostly holds up all others. */
const plannedEntries = 1000;

/** How many entries are in the queue, and when the next is tried again. */
export function queueCounts(core: SessionCore): QueueCounts {
  const { waiting, sent, unconfirmed, quarantined } = countStates(core.store);
  const isOnline = core.connection.state.state === 'online';
  const retryMs = isOnline ? nextRetryMs(core.store, core.clock.now()) : null;
  return {
    total: waiting + sent + unconfirmed + quarantined,
    waiting,
    sent,
    attention: unconfirmed + quarantined,
    nextTryAt: retryMs === null ? null : new Date(retryMs).toISOString(),
  };
}

export interface QueuePage {
  /** Entries before the page. */
  readonly from: number;
  readonly limit: number;
}

/** Entries in order, from a place on. It costs the same wherever the page is. */
export function queueEntries(core: SessionCore, page: QueuePage, running: RunningUpload | null): Entry[] {
  const { store } = core;
  const rows = pageOfQueue(store, page);
  const lanes = new Map<string, PlannedLane>();
  for (const [roomId, own] of Map.groupBy(rows, (row) => row.roomId)) {
    lanes.set(roomId, planAround(core, roomId, own));
  }
  return rows.flatMap((row): Entry[] => {
    const request = findMessage(store, row.messageId)?.request ?? null;
    if (request === null) return [];
    const { messageId, roomId, code, position, createdAt, attempts } = row;
    const lane = lanes.get(roomId);
    const head = {
      messageId,
      roomId,
      roomTitle: lane?.title ?? roomId,
      code,
      preview: previewOf(request.text),
    };
    return [{ ...head, position, createdAt, attempts, request, state: stateOf(row, lane, running) }];
  });
}

interface PlannedLane {
  readonly title: string;
  readonly plan: LanePlan;
  /** The last entry of the front that was planned, when more stand behind it. */
  readonly front: EntryRow | null;
}

/** Plans the front of a lane, what is on the wire, and the entries of the page as if nothing stood between. */
function planAround(core: SessionCore, roomId: string, own: readonly EntryRow[]): PlannedLane {
  const { store } = core;
  const front = laneOf(store, roomId, plannedEntries);
  const byId = new Map([...front, ...sentEntries(store, roomId), ...own].map((row) => [row.messageId, row]));
  const lane = [...byId.values()].sort((a, b) => a.position - b.position);
  return {
    title: findRoom(store, roomId)?.title ?? roomId,
    plan: planOf(core, roomId, lane),
    front: front.length < plannedEntries ? null : (front.at(-1) ?? null),
  };
}

function stateOf(row: EntryRow, lane: PlannedLane | undefined, running: RunningUpload | null): EntryState {
  const at = new Date(row.sentAtMs ?? 0).toISOString();
  if (row.state === 'quarantined' && row.refusal !== null)
    return { state: 'quarantined', refusal: row.refusal };
  if (row.state === 'sent') return { state: 'sent', at };
  if (row.state === 'unconfirmed') return { state: 'unconfirmed', at };
  if (running?.messageId === row.messageId) {
    const { fileName, sentBytes, totalBytes } = running;
    return { state: 'uploading', fileName, sentBytes, totalBytes };
  }
  const reason = lane?.plan.reasons.get(row.messageId);
  if (reason !== undefined) return { state: 'waiting', reason };
  const front = lane?.front ?? null;
  if (front !== null && front.position < row.position) {
    return { state: 'waiting', reason: { why: 'turn', behind: front.messageId } };
  }
  // On its way in this very turn: nothing but the network stands between it and the socket.
  return { state: 'waiting', reason: { why: 'network' } };
}
