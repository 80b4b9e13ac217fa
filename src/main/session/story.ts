// How a frame that is not our own echo enters the room's story: as message, answer, result, error or notice.
import { requestCodeSchema, responseCodeSchema } from '../../shared/protocol/codes.ts';
import type { ResponseFrame } from '../../shared/protocol/envelope.ts';
import type { ServerMessage } from '../../shared/protocol/read-response.ts';
import { isAssistant } from '../outbox/acceptance.ts';
import { logFrame } from '../store/frame-log.ts';
import type { MessageRow } from '../store/messages.ts';
import { hearAnswer, hearPiece } from './answers.ts';
import { announceNotice, nowText, type SessionCore } from './session-core.ts';
import { addMessage, type Telling, toSaying, wireIdOf } from './sayings.ts';
import { z } from 'zod';

/** Writes what a frame means. Codes and bodies we do not know are kept whole and logged. */
export function tellStory(core: SessionCore, telling: Telling): void {
  const { message } = telling;
  switch (message.kind) {
    case 'progress':
      if (responseCodeSchema.safeParse(message.code).success) hearPiece(core, telling);
      return;
    case 'error':
      return tellError(core, telling, message.error.message);
    case 'chat_response':
      return tellChat(core, telling);
    case 'idea_response':
    case 'documentation_response':
    case 'engineering_response':
      return hearAnswer(core, telling, message.kind);
    case 'foreign':
      return tellForeign(core, telling, message);
    case 'unknown':
      return tellUnknown(core, telling, `Nobody told us what the code "${message.frame.code}" means.`);
    default:
      return tellNotice(core, telling);
  }
}

function tellChat(core: SessionCore, telling: Telling): void {
  const { frame } = telling.message;
  if (isAssistant(frame.data['sender'])) return hearAnswer(core, telling, 'chat_response');
  addMessage(core, { ...toSaying(telling), kind: kindOfEcho(frame) });
}

const echoedRequestSchema = z.looseObject({ request: z.looseObject({ code: requestCodeSchema }) });

/** What another person wrote may have been a request; the echo says so in `metadata.request`. */
function kindOfEcho(frame: ResponseFrame): MessageRow['kind'] {
  const { metadata } = frame.data;
  if (metadata === undefined) return 'chat';
  const echoed = echoedRequestSchema.safeParse(metadata);
  return echoed.success ? echoed.data.request.code : 'chat';
}

/** An error that the server keeps in the room, or that ends a request of ours, is said there; others are notices. */
function tellError(core: SessionCore, telling: Telling, text: string): void {
  const { frame } = telling.message;
  const wireId = wireIdOf(frame);
  if (frame.room_id && wireId !== null) return hearAnswer(core, telling, 'error');
  if (telling.proof === null)
    announceNotice(core, { kind: 'error', title: 'The server reports an error', text });
}

function tellForeign(
  core: SessionCore,
  telling: Telling,
  { code, frame, problems }: Extract<ServerMessage, { kind: 'foreign' }>,
): void {
  const reason = `The body of this ${frame.code} has another shape than expected: ${problems.join('; ')}`;
  const answer = responseCodeSchema.safeParse(code);
  if (!answer.success) return tellUnknown(core, telling, reason);
  logFrame(core.store, { at: nowText(core), reason, text: JSON.stringify(frame) });
  if (answer.data === 'chat_response') addMessage(core, { ...toSaying(telling), kind: 'unknown' });
  else hearAnswer(core, telling, answer.data);
}

function tellUnknown(core: SessionCore, telling: Telling, reason: string): void {
  const { frame } = telling.message;
  core.log.warn(`A frame was kept as it came: ${reason}`);
  logFrame(core.store, { at: nowText(core), reason, text: JSON.stringify(frame) });
  if (frame.room_id) addMessage(core, { ...toSaying(telling), kind: 'unknown', keepRaw: true });
}

function tellNotice(core: SessionCore, telling: Telling): void {
  const { message } = telling;
  const { frame } = message;
  switch (message.kind) {
    case 'system':
      if (frame.room_id) return void addMessage(core, { ...toSaying(telling), kind: 'system' });
      return announceNotice(core, { kind: 'system', title: 'System message', text: message.data.message });
    case 'notification': {
      const { title, message: text, priority, action_url: actionUrl = null } = message.data;
      return announceNotice(core, { kind: 'notification', title, text, priority, actionUrl });
    }
    case 'file_update': {
      const text = `The file ${message.data.file_id} was changed on the server. Fetch it again to see the new one.`;
      return announceNotice(core, { kind: 'system', title: 'A file changed', text, priority: 'low' });
    }
    case 'logs':
    case 'cookie':
      return logFrame(core.store, {
        at: nowText(core),
        reason: `A ${frame.code} message, kept as it came.`,
        text: JSON.stringify(frame),
      });
    default:
      return;
  }
}
