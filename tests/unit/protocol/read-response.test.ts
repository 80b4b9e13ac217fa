// What a frame of a server means, in every documented form and in the undocumented ones.
import { describe, expect, test } from 'vitest';
import { errorCodes, responseCodes, statuses } from '../../../src/shared/protocol/codes.ts';
import { isGeneralFailure, readError } from '../../../src/shared/protocol/read-error.ts';
import {
  parseResponse,
  readResponse,
  type ServerMessage,
} from '../../../src/shared/protocol/read-response.ts';
import { responseDataSchemas } from '../../../src/shared/protocol/response-table.ts';
import type { ResponseFrame } from '../../../src/shared/protocol/envelope.ts';

function frameOf(frame: Record<string, unknown>): ResponseFrame {
  const parsed = parseResponse(JSON.stringify(frame));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
const read = (frame: Record<string, unknown>): ServerMessage => readResponse(frameOf(frame));

describe('envelope', () => {
  test('[P-FRAME-1] the three statuses and no others', () => {
    for (const status of statuses) expect(frameOf({ status, code: 'x', data: {} }).status).toBe(status);
    expect(parseResponse('{"status":"done","code":"x"}').ok).toBe(false);
  });

  test('[P-FRAME-2] unknown fields are kept', () => {
    const frame = {
      status: 'success',
      code: 'system',
      trace: 7,
      data: { message: 'm', shard: 'a', details: { z: 1 } },
    };
    const message = read(frame);
    expect(message.frame).toEqual(frame);
    expect(message).toMatchObject({ kind: 'system', data: { shard: 'a', details: { z: 1 } } });
  });

  test('[P-FRAME-3] the code falls back to type, and data may be missing or null', () => {
    expect(read({ type: 'notification', data: { title: 't', message: 'm', priority: 'low' } }).kind).toBe(
      'notification',
    );
    expect(read({ code: 'logs', type: 'x', data: null }).kind).toBe('logs');
    expect(read({ code: 'presence' }).kind).toBe('presence');
  });

  test('[P-FRAME-4] what is no frame says what is wrong with it', () => {
    const reasonOf = (text: string): string => {
      const parsed = parseResponse(text);
      return parsed.ok ? 'ok' : parsed.error.message;
    };
    expect(reasonOf('{')).toBe('The frame is not a JSON object.');
    expect(reasonOf('[1]')).toBe('The frame is not a JSON object.');
    expect(reasonOf('{"data":{}}')).toContain('frame.code');
    expect(reasonOf('{"code":"x","data":"text"}')).toContain('frame.data');
  });

  test('[P-FRAME-5] unknown codes are kept raw, never a failure', () => {
    const frame = { status: 'success', code: 'hologram', data: { a: [1] } };
    expect(read(frame)).toEqual({ kind: 'unknown', frame });
    expect(read({ code: 'constructor' }).kind).toBe('unknown');
    expect(read({ code: '__proto__' }).kind).toBe('unknown');
  });

  test('[P-FRAME-6] a known code with a foreign body says what is different and is kept', () => {
    const frame = { status: 'success', code: 'idea_response', data: { message: 'm', concepts: [1] } };
    expect(read(frame)).toMatchObject({
      kind: 'foreign',
      code: 'idea_response',
      frame,
      problems: [expect.stringContaining('data.ideas')],
    });
  });

  test('[P-FRAME-7] times are read with and without fractions', () => {
    for (const timestamp of ['2024-05-19T10:30:45Z', '2023-05-01T12:34:56.789Z']) {
      expect(Number.isNaN(Date.parse(frameOf({ code: 'x', timestamp }).timestamp ?? ''))).toBe(false);
    }
  });
});

describe('codes', () => {
  const bodies: Record<keyof typeof responseDataSchemas, Record<string, unknown>> = {
    chat_response: { message: 'hi', sender: 'u', message_id: 'm', attached_files: [], metadata: {} },
    idea_response: { message: 'm', ideas: [{ id: 'i', rank: 1, title: 't', summary: 's' }] },
    documentation_response: { message: 'm', doc_type: 'bom', title: 't' },
    engineering_response: { message: 'm', engineering_type: 'cad_generation' },
    history_response: { frames: [{}], complete: true },
    system: { message: 'm', details: { event_type: 'connection_status' } },
    notification: { title: 't', message: 'm', priority: 'critical', action_url: 'https://x.example' },
    logs: { message: 'm', level: 'debug' },
    cookie: { anything: 1 },
    file_update: { file_id: 'f' },
    typing: { status: 'started', sender: 'u' },
    read_receipt: { message_id: 'm', sender: 'u' },
    presence: { status: 'online', sender: 'u' },
    join: { title: 't' },
  };
  test.each(Object.entries(bodies))('[P-CODE-1] %s has a row and keeps its data', (code, data) => {
    expect(read({ status: 'success', code, data })).toMatchObject({ kind: code, data });
  });

  test('[P-CODE-1] the four answers have rows', () => {
    for (const code of responseCodes) expect(Object.keys(responseDataSchemas)).toContain(code);
  });

  test('[P-CODE-2] chat is read as chat_response, and cookies as cookie', () => {
    expect(read({ code: 'chat', data: { message: 'm' } }).kind).toBe('chat_response');
    expect(read({ code: 'cookies', data: { a: 1 } })).toMatchObject({ kind: 'cookie', data: { a: 1 } });
  });

  test('[P-STREAM-1] a pending frame is progress, whatever answer it belongs to', () => {
    for (const code of responseCodes) {
      expect(read({ status: 'pending', code, data: { message: 'Mesh', reply_to: 'm' } })).toMatchObject({
        kind: 'progress',
        code,
        text: 'Mesh',
        replyTo: 'm',
        messageId: null,
      });
    }
    expect(read({ status: 'pending', code: 'chat_response', data: {} })).toMatchObject({ text: '' });
  });
});

describe('errors', () => {
  const errorOf = (data: Record<string, unknown>, code = 'system'): ReturnType<typeof readError> =>
    readError(frameOf({ status: 'error', code, data }));

  test('[P-ERROR-1] status error comes first, whatever the code', () => {
    for (const code of ['system', 'chat_response', 'idea_response', 'hologram', 'notification']) {
      expect(read({ status: 'error', code, data: { message: 'no' } }).kind).toBe('error');
    }
  });

  test('[P-ERROR-2] the quickstart form, an own type with code and message, is read', () => {
    expect(read({ type: 'error', data: { code: 'PERMISSION_DENIED', message: 'no' } })).toMatchObject({
      kind: 'error',
      error: { errorCode: 'PERMISSION_DENIED', message: 'no', errors: [] },
    });
  });

  test('[P-ERROR-3] each detail may be missing', () => {
    const errors = [{ loc: ['data', 'message'], msg: 'field required', type: 'value_error.missing' }];
    expect(errorOf({ message: 'Message validation failed', details: { errors } })).toMatchObject({
      message: 'Message validation failed (data.message: field required)',
      errorCode: null,
      errors,
    });
    expect(errorOf({ message: 'short', details: { error: 'long', error_code: 'X_NEW' } })).toMatchObject({
      message: 'long',
      errorCode: 'X_NEW',
    });
    expect(errorOf({}).message).toBe('The server reported an error without saying which.');
    expect(errorOf({ message: 7, details: 'odd' }).errors).toEqual([]);
    expect(errorOf({ details: { errors: [{ bad: 1 }, errors[0]] } }).errors).toEqual(errors);
  });

  test('[P-ERROR-4] both spellings of the general failure are one', () => {
    expect(errorCodes.filter(isGeneralFailure)).toEqual(['PROCESSING_ERROR', 'FAILED_TO_PROCESS_MESSAGE']);
    expect(isGeneralFailure(null)).toBe(false);
  });

  test('[P-ERROR-5] four codes name the kind of request that failed', () => {
    const kinds = errorCodes.map((error_code) => errorOf({ details: { error_code } }).requestCode);
    expect(kinds.filter((kind) => kind !== null)).toEqual([
      'haitch_chat',
      'documentation',
      'idea',
      'engineering',
    ]);
  });

  test('[P-ERROR-6] the request an error refuses is read where the server says it', () => {
    expect(errorOf({ details: { message_id: 'm-1' } }).messageId).toBe('m-1');
    expect(errorOf({ message: 'x', reply_to: 'm-2', message_id: 'a' }).messageId).toBe('m-2');
    expect(errorOf({ message: 'x' }).messageId).toBeNull();
  });
});
