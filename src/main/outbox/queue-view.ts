// The queue as people see it: every entry with its state, and why it waits.
import type { Entry, EntryState } from '../../shared/model/entry.ts';
import { previewOf, type SessionCore } from '../session/session-core.ts';
import type { RunningUpload } from '../session/uploads.ts';
import { type EntryRow, listEntries } from '../store/entries.ts';
import { findMessage } from '../store/messages.ts';
import { findRoom } from '../store/rooms.ts';
import { laneFacts } from './drain.ts';
import { type LanePlan, planLane } from './lane-policy.ts';

/** The whole queue in order. */
export function viewQueue(core: SessionCore, running: RunningUpload | null): Entry[] {
  const rows = listEntries(core.store);
  const plans = new Map<string, LanePlan>();
  for (const [roomId, lane] of Map.groupBy(rows, (row) => row.roomId)) {
    plans.set(roomId, planLane(lane, laneFacts(core, roomId)));
  }
  const titles = new Map([...plans.keys()].map((id) => [id, findRoom(core.store, id)?.title ?? id]));
  return rows.flatMap((row) => {
    const request = findMessage(core.store, row.messageId)?.request ?? null;
    if (request === null) return [];
    const { messageId, roomId, code, position, createdAt, attempts } = row;
    return {
      messageId,
      roomId,
      roomTitle: titles.get(roomId) ?? roomId,
      code,
      preview: previewOf(request.text),
      position,
      createdAt,
      attempts,
      request,
      state: stateOf(row, plans.get(roomId), running),
    };
  });
}

function stateOf(row: EntryRow, plan: LanePlan | undefined, running: RunningUpload | null): EntryState {
  const at = new Date(row.sentAtMs ?? 0).toISOString();
  if (row.state === 'quarantined' && row.refusal !== null)
    return { state: 'quarantined', refusal: row.refusal };
  if (row.state === 'sent') return { state: 'sent', at };
  if (row.state === 'unconfirmed') return { state: 'unconfirmed', at };
  if (running?.messageId === row.messageId) {
    const { fileName, sentBytes, totalBytes } = running;
    return { state: 'uploading', fileName, sentBytes, totalBytes };
  }
  // On its way in this very turn: nothing but the network stands between it and the socket.
  return { state: 'waiting', reason: plan?.reasons.get(row.messageId) ?? { why: 'network' } };
}
