// Reads one frame of a client: either a request the engine can act on, or the refusal the specification asks for.
import { z } from 'zod';
import { haitchQueryDataSchema, requestDataSchemas } from '../../shared/protocol/request-data.ts';
import type { FrameRefusal } from './out-frame.ts';
import { toValidationErrors } from './validation-errors.ts';

export type EngineCode = keyof typeof requestDataSchemas;

/** A frame that passed: `data` satisfies the schema of its code. */
export interface CheckedFrame {
  readonly code: EngineCode;
  readonly userId: string;
  readonly roomId: string;
  readonly data: Record<string, unknown>;
}

export type FrameCheck =
  | { readonly ok: true; readonly frame: CheckedFrame }
  | {
      readonly ok: false;
      readonly refusal: FrameRefusal;
      readonly userId: string | null;
      readonly roomId: string | null;
    };

const envelopeSchema = z.looseObject({
  user_id: z.string().min(1),
  room_id: z.string().min(1).nullish(),
  timestamp: z.string().nullish(),
  data: z.record(z.string(), z.unknown()),
});
const objectSchema = z.record(z.string(), z.unknown());

/** Checks text from the wire: JSON, code, envelope, room, data; the first thing wrong is the one named. */
export function checkFrame(text: string): FrameCheck {
  const parsed = parseObject(text);
  if (parsed === null) {
    const errors = [
      { loc: ['__root__'], msg: 'the frame is not a JSON object', type: 'value_error.jsondecode' },
    ];
    return refuse({}, { errorCode: 'VALIDATION_ERROR', message: 'The frame is not a JSON object.', errors });
  }
  const code = parsed['code'];
  if (code === undefined || code === null || code === '') {
    return refuse(parsed, { errorCode: 'MESSAGE_CODE_REQUIRED', message: 'The frame has no code.' });
  }
  if (typeof code !== 'string')
    return invalid(parsed, [{ loc: ['code'], msg: 'str type expected', type: 'type_error.str' }]);
  if (!isEngineCode(code)) {
    const message = `The code "${code}" is not recognised; expected one of ${Object.keys(requestDataSchemas).join(', ')}.`;
    return refuse(parsed, { errorCode: 'UNSUPPORTED_MESSAGE_TYPE', message });
  }
  return checkEnvelope(code, parsed);
}

function checkEnvelope(code: EngineCode, parsed: Record<string, unknown>): FrameCheck {
  const envelope = envelopeSchema.safeParse(parsed);
  if (!envelope.success) return invalid(parsed, toValidationErrors(envelope.error.issues, parsed, []));
  const { user_id: userId, room_id: roomId, data } = envelope.data;
  if (roomId === undefined || roomId === null) {
    return refuse(parsed, { errorCode: 'ROOM_ID_REQUIRED', message: `A ${code} message needs a room_id.` });
  }
  const shaped = code === 'haitch_chat' ? fromQueryShape(data, userId) : data;
  const checked = requestDataSchemas[code].safeParse(shaped);
  if (!checked.success) return invalid(parsed, toValidationErrors(checked.error.issues, shaped, ['data']));
  return { ok: true, frame: { code, userId, roomId, data: objectSchema.parse(checked.data) } };
}

/** The AI page's body (`query`) in the specification's shape (`message`, `sender`); its own fields are kept. */
function fromQueryShape(data: Record<string, unknown>, userId: string): Record<string, unknown> {
  if (data['message'] !== undefined) return data;
  const query = haitchQueryDataSchema.safeParse(data);
  return query.success ? { sender: userId, ...data, message: query.data.query } : data;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return objectSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isEngineCode(code: string): code is EngineCode {
  return Object.hasOwn(requestDataSchemas, code);
}

function invalid(parsed: Record<string, unknown>, errors: NonNullable<FrameRefusal['errors']>): FrameCheck {
  const message = errors.map((error) => `${error.loc.join('.')}: ${error.msg}`).join('; ');
  return refuse(parsed, { errorCode: 'VALIDATION_ERROR', message, errors });
}

function refuse(parsed: Record<string, unknown>, refusal: FrameRefusal): FrameCheck {
  const data = objectSchema.safeParse(parsed['data']);
  const messageId = data.success ? stringOr(data.data['message_id']) : null;
  return {
    ok: false,
    refusal: messageId === null ? refusal : { ...refusal, messageId },
    userId: stringOr(parsed['user_id']),
    roomId: stringOr(parsed['room_id']),
  };
}

function stringOr(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
