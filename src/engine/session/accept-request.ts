// Chat and AI requests: stored once by message id, echoed to the room, and for AI handed to the runner.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type RequestCode, requestCodes } from '../../shared/protocol/codes.ts';
import { uuidV7 } from '../../shared/std/uuid-v7.ts';
import type { CheckedFrame } from '../frames/check-frame.ts';
import { makeErrorFrame, makeFrame, type OutFrame } from '../frames/out-frame.ts';
import { resolveAttachment, shareFile } from '../store/files.ts';
import { frameAt } from '../store/frames.ts';
import { acceptRequest, findRequest, getRequest, type RequestRow } from '../store/requests.ts';
import type { Handling } from './handler.ts';

const spokenSchema = z.looseObject({
  message: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  attached_files: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
type Spoken = z.infer<typeof spokenSchema>;

/** Accepts one chat message or AI request; a repeated message id is answered to its sender alone. */
export function acceptMessage({ frame, client, parts, runner }: Handling): void {
  const code = requestCodes.find((one) => one === frame.code);
  if (code === undefined) return;
  const spoken = spokenSchema.parse(frame.data);
  const messageId = spoken.message_id ?? uuidV7(Date.now(), randomBytes(10));
  const { userId, roomId } = frame;
  const known = findRequest(parts.store, { roomId, userId, messageId });
  if (known !== null) return repeat({ frame, client, parts, runner }, known);
  const echo = toEcho(frame, code, { ...spoken, message_id: messageId });
  const state = code === 'chat' ? 'done' : 'running';
  const id = parts.store.transaction(() => {
    for (const name of spoken.attached_files ?? []) {
      const file = resolveAttachment(parts.store, roomId, name);
      if (file !== null) shareFile(parts.store, roomId, { id: file.id, at: echo.timestamp });
    }
    return acceptRequest(parts.store, { roomId, userId, messageId, code, data: frame.data, state }, echo);
  })();
  parts.hub.broadcast(roomId, echo);
  const row = code === 'chat' ? null : getRequest(parts.store, id);
  if (row !== null) runner.submit(row);
}

/** What the room sees of a message: for AI requests `metadata.request` carries the request itself. */
function toEcho(frame: CheckedFrame, code: RequestCode, spoken: Spoken & { message_id: string }): OutFrame {
  const request = code === 'chat' ? {} : { request: { code, ...frame.data } };
  const data = {
    message: spoken.message,
    sender: frame.userId,
    message_id: spoken.message_id,
    ...(spoken.reply_to === undefined ? {} : { reply_to: spoken.reply_to }),
    attached_files: spoken.attached_files ?? [],
    metadata: { ...spoken.metadata, ...request },
  };
  return makeFrame(frame, { status: 'success', code: 'chat_response', data });
}

/** Says again what was said: the echo, and the answer if there is one. */
function repeat({ frame, client, parts }: Handling, known: RequestRow): void {
  if (known.code !== frame.code) {
    const msg = `this id was used by an earlier ${known.code} message of yours in this room`;
    const errors = [{ loc: ['data', 'message_id'], msg, type: 'value_error' }];
    const refusal = { errorCode: 'VALIDATION_ERROR', message: `data.message_id: ${msg}`, errors } as const;
    return client.send(makeErrorFrame(frame, { ...refusal, messageId: known.message_id }));
  }
  for (const seq of [known.echo_seq, known.answer_seq]) {
    const stored = seq === null ? null : frameAt(parts.store, seq);
    if (stored !== null) client.send(stored);
  }
}
