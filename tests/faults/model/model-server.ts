// The server of the model: keeps what it is sent, says it back, answers requests, tells its history; or breaks a promise on purpose.
import type { RequestFrame, ResponseFrame } from '../../../src/shared/protocol/envelope.ts';
import type { ServerItem } from '../oracle.ts';
import type { Script } from './step.ts';

export class ModelServer {
  readonly items: ServerItem[] = [];
  /** What the next message is refused as. */
  refusal: 'busy' | 'invalid' | null = null;
  readonly #told: ResponseFrame[] = [];
  readonly #setup: Pick<Script, 'server' | 'plant'>;

  constructor(setup: Pick<Script, 'server' | 'plant'>) {
    this.#setup = setup;
  }

  /** What it says to one frame. */
  take(frame: RequestFrame): ResponseFrame[] {
    if (frame.code === 'join')
      return [this.#say(frame, 'system', { message: 'Joined', details: { event_type: 'room_joined' } })];
    if (frame.code === 'history') return [this.#history(frame)];
    return frame.code === 'chat' || frame.code === 'idea' ? this.#message(frame) : [];
  }

  #message(frame: RequestFrame): ResponseFrame[] {
    const id = String(frame.data['message_id']);
    const known = this.#told.filter(({ data }) => data['message_id'] === id || data['reply_to'] === id);
    const isKnown =
      this.#setup.server === 'drops-repeats' && known.length > 0 && this.#setup.plant !== 'double';
    if (isKnown) return known;
    if (this.refusal !== null) return [this.#refuse(frame, id)];
    const echo = this.#say(frame, 'chat_response', {
      message: frame.data['message'],
      sender: frame.user_id,
      message_id: id,
      ...(frame.code === 'chat' ? {} : { metadata: { request: { code: frame.code } } }),
    });
    this.#keep({ id, roomId: String(frame.room_id), text: String(frame.data['message']), sha256s: [] });
    const answers = frame.code === 'idea' ? [this.#answer(frame, id)] : [];
    this.#told.push(echo, ...answers);
    return [echo, ...answers];
  }

  #keep(item: ServerItem): void {
    const { plant } = this.#setup;
    if (plant === 'drop' && this.items.length === 1) return;
    if (plant === 'reorder' && this.items.length === 1) this.items.unshift(item);
    else this.items.push(item);
  }

  #answer(frame: RequestFrame, id: string): ResponseFrame {
    const data = {
      message: 'Two ideas',
      sender: 'haitch',
      message_id: `answer-${id}`,
      reply_to: id,
      ideas: [],
    };
    return this.#say(frame, 'idea_response', data);
  }

  #refuse(frame: RequestFrame, id: string): ResponseFrame {
    const error_code = this.refusal === 'busy' ? 'PROCESSING_ERROR' : 'VALIDATION_ERROR';
    this.refusal = null;
    const details = { error: 'not now', error_code, message_id: id, errors: [] };
    return { ...this.#say(frame, 'system', { message: 'Refused', details }), status: 'error' };
  }

  #history(frame: RequestFrame): ResponseFrame {
    const ofRoom = this.#told.filter(({ room_id }) => room_id === frame.room_id);
    const at = ofRoom.findIndex(({ data }) => data['message_id'] === frame.data['after']);
    return this.#say(frame, 'history_response', { frames: ofRoom.slice(at + 1), complete: true });
  }

  #say({ user_id, room_id }: RequestFrame, code: string, data: Record<string, unknown>): ResponseFrame {
    return { status: 'success', code, user_id, room_id, timestamp: '2026-01-01T00:00:00Z', data };
  }
}
