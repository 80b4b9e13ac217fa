// Join, history, and the passing notices of a room: typing, presence, read receipts.
import { historyDataSchema, joinDataSchema } from '../../shared/protocol/request-data.ts';
import { makeFrame, makeSystemFrame } from '../frames/out-frame.ts';
import { framesAfter } from '../store/frames.ts';
import { findRoom, listMembers } from '../store/rooms.ts';
import type { Handling } from './handler.ts';

const defaultHistoryLimit = 200;

/** Confirms a join to the one who joined, with the room as the engine knows it. Entering happened before. */
export function confirmJoin({ frame, client, parts }: Handling): void {
  joinDataSchema.parse(frame.data);
  const room = findRoom(parts.store, frame.roomId);
  const details = {
    event_type: 'room_joined',
    additional_info: `Joined ${room?.title ?? frame.roomId}`,
    title: room?.title ?? frame.roomId,
    product_id: room?.product_id ?? null,
    members: listMembers(parts.store, frame.roomId),
    present: parts.hub.present(frame.roomId),
  };
  client.send(makeSystemFrame(frame, `Joined ${room?.title ?? frame.roomId}`, details));
}

/** Sends the stored frames after a message, oldest first, to the one who asked. */
export function sendHistory({ frame, client, parts }: Handling): void {
  const { after, limit = defaultHistoryLimit } = historyDataSchema.parse(frame.data);
  const found = framesAfter(parts.store, frame.roomId, { after: after ?? null, limit: limit + 1 });
  const frames = found.slice(0, limit).map((one) => one.frame);
  const data = { frames, complete: found.length <= limit };
  client.send(makeFrame(frame, { status: 'success', code: 'history_response', data }));
}

/** Relays a passing notice to the others in the room; it is not kept. */
export function relay({ frame, client, parts }: Handling): void {
  const data = { ...frame.data, sender: frame.userId };
  parts.hub.broadcast(frame.roomId, makeFrame(frame, { status: 'success', code: frame.code, data }), client);
}
