// What the engine says to frames it cannot take: every error code of the specification, provoked over a real socket.
import { describe, expect, test } from 'vitest';
import { DeskRefusal } from '../../../src/engine/desk.ts';
import { detailsSchema, type Frame, openRig, TestClient } from './engine-rig.ts';

const isError = (frame: Frame): boolean => frame.status === 'error';

/** Sends text and returns the error that comes back. */
async function provoke(client: TestClient, frame: unknown): Promise<Frame> {
  const from = client.frames.length;
  client.sendText(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return client.next(isError, from);
}
const detailsOf = (frame: Frame): ReturnType<typeof detailsSchema.parse> =>
  detailsSchema.parse(frame.data['details']);

describe('refused frames', () => {
  const good = { code: 'chat', user_id: 'ann', room_id: 'r', data: { message: 'hi', sender: 'ann' } };
  const cases: [string, unknown, string][] = [
    ['no code', { user_id: 'ann', data: {} }, 'MESSAGE_CODE_REQUIRED'],
    ['an empty code', { ...good, code: '' }, 'MESSAGE_CODE_REQUIRED'],
    ['an unknown code', { ...good, code: 'hologram' }, 'UNSUPPORTED_MESSAGE_TYPE'],
    ['a code of the server', { ...good, code: 'chat_response' }, 'UNSUPPORTED_MESSAGE_TYPE'],
    ['a name every object has', { ...good, code: 'constructor' }, 'UNSUPPORTED_MESSAGE_TYPE'],
    ['no room', { ...good, room_id: undefined }, 'ROOM_ID_REQUIRED'],
    ['no JSON', 'hello', 'VALIDATION_ERROR'],
    ['no object', '[1]', 'VALIDATION_ERROR'],
    ['no user', { ...good, user_id: undefined }, 'VALIDATION_ERROR'],
    ['no data', { ...good, data: undefined }, 'VALIDATION_ERROR'],
    ['no message', { ...good, data: { sender: 'ann' } }, 'VALIDATION_ERROR'],
    ['an empty message id', { ...good, data: { ...good.data, message_id: '' } }, 'VALIDATION_ERROR'],
    ['another sender', { ...good, data: { message: 'hi', sender: 'bob' } }, 'PERMISSION_DENIED'],
  ];

  test('[P-CHECK-1] each has its error code, and the socket stays open', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    for (const [title, frame, code] of cases) {
      const error = await provoke(client, frame);
      expect([title, error.code, detailsOf(error).error_code]).toEqual([title, 'system', code]);
      expect(error.data['message']).toEqual(expect.any(String));
    }
    await client.join('r');
  });

  test('[P-CHECK-1] of several things wrong the first is named', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    const orderly: [Record<string, unknown>, string][] = [
      [{ data: 7 }, 'MESSAGE_CODE_REQUIRED'],
      [{ code: 'hologram', data: 7 }, 'UNSUPPORTED_MESSAGE_TYPE'],
      [{ code: 'chat', data: 7 }, 'VALIDATION_ERROR'],
      [{ code: 'chat', user_id: 'ann', data: {} }, 'ROOM_ID_REQUIRED'],
      [{ code: 'chat', user_id: 'ann', room_id: 'r', data: { sender: 'bob' } }, 'VALIDATION_ERROR'],
    ];
    for (const [frame, code] of orderly) {
      expect(detailsOf(await provoke(client, frame)).error_code).toBe(code);
    }
  });

  test('[P-CHECK-2] validation errors name each field as Pydantic does', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    const data = { sender: 7, attached_files: ['a', 1] };
    const error = await provoke(client, { code: 'engineering', user_id: 'ann', room_id: 'r', data });
    expect(error).toMatchObject({
      user_id: 'ann',
      room_id: 'r',
      data: { message: 'Message validation failed' },
    });
    expect(detailsOf(error).errors).toEqual([
      { loc: ['data', 'message'], msg: 'field required', type: 'value_error.missing' },
      { loc: ['data', 'sender'], msg: 'str type expected', type: 'type_error.str' },
      { loc: ['data', 'engineering_type'], msg: 'field required', type: 'value_error.missing' },
      { loc: ['data', 'attached_files', 1], msg: 'str type expected', type: 'type_error.str' },
    ]);
  });

  test('[P-CHECK-3] an error names the message it refuses', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    const data = { sender: 'ann', message_id: 'm-1' };
    const error = await provoke(client, { code: 'chat', user_id: 'ann', room_id: 'r', data });
    expect(detailsOf(error).message_id).toBe('m-1');
  });

  test('[P-CHECK-4] what the engine fails at is PROCESSING_ERROR, and it goes on', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    const depth = 200_000;
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const frame = `{"code":"chat","user_id":"ann","room_id":"r","data":{"message":"x","sender":"ann","metadata":{"a":${deep}}}}`;
    expect(detailsOf(await provoke(client, frame)).error_code).toBe('PROCESSING_ERROR');
    expect(await client.history('r')).toEqual({ frames: [], complete: true });
  });
});

describe('refused requests', () => {
  const requests = {
    haitch_chat: {},
    idea: {},
    documentation: { doc_type: 'bom' },
    engineering: { engineering_type: 'cad_generation' },
  };
  const codes = {
    haitch_chat: 'HAITCH_CHAT_ERROR',
    idea: 'IDEA_GENERATION_ERROR',
    documentation: 'DOCUMENTATION_ERROR',
    engineering: 'ENGINEERING_ERROR',
  };

  test.each(Object.entries(requests))(
    '[P-CHECK-5] a failed %s has the code of its kind',
    async (code, more) => {
      const fail = async (): Promise<never> => {
        throw new Error('out of chalk');
      };
      await using engine = await openRig({
        desks: { haitch: fail, ideas: fail, documents: fail, engineering: fail },
      });
      using client = await TestClient.open(engine.port, 'ann');
      const error = await client.ask(code, 'r', { message: 'go', message_id: 'm-1', ...more });
      expect(error).toMatchObject({ status: 'error', code: 'system', data: { reply_to: 'm-1' } });
      expect(detailsOf(error)).toMatchObject({
        error_code: codes[code as keyof typeof codes],
        error: 'The engine failed at this request: out of chalk',
        message_id: 'm-1',
      });
    },
  );

  test('[P-CHECK-5] a desk that refuses says which field to mend', async () => {
    const errors = [{ loc: ['data', 'specifications', 'dimensions'], msg: 'too thin', type: 'value_error' }];
    await using engine = await openRig({
      desks: {
        engineering: async () => {
          throw new DeskRefusal('ENGINEERING_ERROR', 'The wall is too thin.', errors);
        },
      },
    });
    using client = await TestClient.open(engine.port, 'ann');
    const data = { message: 'go', engineering_type: 'cad_generation', message_id: 'm-1' };
    expect(detailsOf(await client.ask('engineering', 'r', data))).toMatchObject({
      error: 'The wall is too thin.',
      errors,
    });
  });
});

describe('both shapes of a Haitch request', () => {
  test('[P-CHECK-6] query is taken for message', async () => {
    await using engine = await openRig({
      desks: { haitch: async ({ data }) => ({ message: `You asked: ${data.message}`, body: {}, files: [] }) },
    });
    using client = await TestClient.open(engine.port, 'ann');
    client.sendText(
      JSON.stringify({
        code: 'haitch_chat',
        user_id: 'ann',
        room_id: 'r',
        data: { query: 'why?', doc_type: 'consultation', source_urls: [] },
      }),
    );
    const answer = await client.next((frame) => frame.data['sender'] === 'haitch');
    expect(answer.data['message']).toBe('You asked: why?');
  });
});
