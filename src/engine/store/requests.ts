// The requests table: every message by its id, so that a repeated one is recognised and an unfinished one resumed.
import { z } from 'zod';
import { requestCodeSchema } from '../../shared/protocol/codes.ts';
import { type OutFrame, outFrameSchema } from '../frames/out-frame.ts';
import { appendFrame } from './frames.ts';
import type { Store } from './open-store.ts';

const requestRowSchema = z.object({
  id: z.number().int(),
  room_id: z.string(),
  user_id: z.string(),
  message_id: z.string(),
  code: requestCodeSchema,
  data: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
  state: z.enum(['running', 'done']),
  attempts: z.number().int(),
  echo_seq: z.number().int(),
  answer_seq: z.number().int().nullable(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

export interface NewRequest {
  readonly roomId: string;
  readonly userId: string;
  readonly messageId: string;
  readonly code: RequestRow['code'];
  readonly data: Record<string, unknown>;
  readonly state: RequestRow['state'];
}

/** Finds a request by who sent it where and under which id. */
export function findRequest(
  store: Store,
  key: { roomId: string; userId: string; messageId: string },
): RequestRow | null {
  const row = store
    .prepare(
      'SELECT * FROM requests WHERE room_id = @roomId AND user_id = @userId AND message_id = @messageId',
    )
    .get(key);
  return row === undefined ? null : requestRowSchema.parse(row);
}

/** Writes a request and its echo in one transaction; returns the request's row id. */
export function acceptRequest(store: Store, request: NewRequest, echo: OutFrame): number {
  const accept = store.transaction(() => {
    const echoSeq = appendFrame(store, request.roomId, echo);
    const { lastInsertRowid } = store
      .prepare(
        `INSERT INTO requests (room_id, user_id, message_id, code, data, state, echo_seq, created_at)
         VALUES (@roomId, @userId, @messageId, @code, @data, @state, @echoSeq, @at)`,
      )
      .run({ ...request, data: JSON.stringify(request.data), echoSeq, at: echo.timestamp });
    return Number(lastInsertRowid);
  });
  return accept();
}

/** Stores the one answer of a request; false when it already has one. */
export function answerRequest(store: Store, id: number, answer: OutFrame): boolean {
  const finish = store.transaction(() => {
    const request = getRequest(store, id);
    if (request === null || request.state === 'done') return false;
    const seq = appendFrame(store, request.room_id, answer);
    store.prepare(`UPDATE requests SET state = 'done', answer_seq = ? WHERE id = ?`).run(seq, id);
    return true;
  });
  return finish();
}

export function getRequest(store: Store, id: number): RequestRow | null {
  const row = store.prepare('SELECT * FROM requests WHERE id = ?').get(id);
  return row === undefined ? null : requestRowSchema.parse(row);
}

/** Counts a try and returns how many there were, this one included. */
export function countAttempt(store: Store, id: number): number {
  const row = store
    .prepare('UPDATE requests SET attempts = attempts + 1 WHERE id = ? RETURNING attempts')
    .get(id);
  return z.object({ attempts: z.number().int() }).parse(row).attempts;
}

/** Gives a try back that was ended by a shutdown rather than by a failure. */
export function uncountAttempt(store: Store, id: number): void {
  store.prepare('UPDATE requests SET attempts = attempts - 1 WHERE id = ? AND attempts > 0').run(id);
}

/** Requests that have no answer yet, oldest first. */
export function unansweredRequests(store: Store): RequestRow[] {
  return z
    .array(requestRowSchema)
    .parse(store.prepare(`SELECT * FROM requests WHERE state = 'running' ORDER BY id`).all());
}

const answeredRowSchema = z.object({ code: z.string(), data: z.string(), frame: z.string() });

/** Answers of a room with the requests that led to them, oldest first. */
export function answersOfRoom(
  store: Store,
  roomId: string,
): { request: Record<string, unknown>; answer: OutFrame }[] {
  const rows = store
    .prepare(
      `SELECT requests.code, requests.data, frames.frame FROM requests JOIN frames ON frames.seq = requests.answer_seq
       WHERE requests.room_id = ? ORDER BY frames.seq`,
    )
    .all(roomId);
  return z
    .array(answeredRowSchema)
    .parse(rows)
    .map((row) => ({
      request: z.record(z.string(), z.unknown()).parse(JSON.parse(row.data)),
      answer: outFrameSchema.parse(JSON.parse(row.frame)),
    }));
}
