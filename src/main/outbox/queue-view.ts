// The queue as people see it: every entry with its state, and why it waits.
import type { Entry, EntryState } from '../../shared/model/entry.ts';
import { type NewMessage, newMessageSchema } from '../../shared/model/new-message.ts';
import { previewOf, type SessionCore } from '../session/session-core.ts';
import type { RunningUpload } from '../session/uploads.ts';
import { type EntryRow, listEntries, queuedRequests } from '../store/entries.ts';
import { findRoom } from '../store/rooms.ts';
import { laneFacts } from './drain.ts';
import { type LanePlan, planLane } from './lane-policy.ts';

/** What an entry says, as read from `json`. */
interface Reading {
  readonly json: string;
  readonly request: NewMessage;
  readonly preview: string;
}

/** Tells the queue, often: what an entry says is read once for as long as it says the same. */
export class QueueView {
  readonly #core: SessionCore;
  #readings = new Map<string, Reading>();

  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** The whole queue in order. */
  entries(running: RunningUpload | null): Entry[] {
    const { store } = this.#core;
    const rows = listEntries(store);
    const readings = this.#read(queuedRequests(store));
    const plans = new Map<string, LanePlan>();
    for (const [roomId, lane] of Map.groupBy(rows, (row) => row.roomId)) {
      plans.set(roomId, planLane(lane, laneFacts(this.#core, roomId)));
    }
    const titles = new Map([...plans.keys()].map((id) => [id, findRoom(store, id)?.title ?? id]));
    return rows.flatMap((row) => {
      const reading = readings.get(row.messageId);
      if (reading === undefined) return [];
      const { messageId, roomId, code, position, createdAt, attempts } = row;
      const { request, preview } = reading;
      const roomTitle = titles.get(roomId) ?? roomId;
      const state = stateOf(row, plans.get(roomId), running);
      return { messageId, roomId, roomTitle, code, preview, position, createdAt, attempts, request, state };
    });
  }

  #read(queued: ReadonlyMap<string, string>): ReadonlyMap<string, Reading> {
    const readings = new Map<string, Reading>();
    for (const [messageId, json] of queued) {
      const known = this.#readings.get(messageId);
      readings.set(messageId, known?.json === json ? known : readRequest(json));
    }
    this.#readings = readings;
    return readings;
  }
}

function readRequest(json: string): Reading {
  const request = newMessageSchema.parse(JSON.parse(json));
  return { json, request, preview: previewOf(request.text) };
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
