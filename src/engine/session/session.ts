// One socket's conversation: every frame is checked, its sender allowed, its room entered, then handled.
import { joinDataSchema } from '../../shared/protocol/request-data.ts';
import { Refusal } from '../../shared/std/result.ts';
import type { Identity } from '../auth/gate.ts';
import type { EngineParts } from '../engine-parts.ts';
import { type CheckedFrame, checkFrame } from '../frames/check-frame.ts';
import { makeErrorFrame, makeFrame, makeSystemFrame, type FrameRefusal } from '../frames/out-frame.ts';
import type { RequestRunner } from '../jobs/request-runner.ts';
import type { Client } from '../rooms/room-hub.ts';
import { addMember, ensureRoom } from '../store/rooms.ts';
import { handlers } from './handler.ts';

export interface SessionSetup {
  readonly client: Client;
  readonly identity: Identity;
  readonly parts: EngineParts;
  readonly runner: RequestRunner;
}

export class Session implements Disposable {
  readonly #setup: SessionSetup;
  readonly #fallbackUserId: string;

  constructor(setup: SessionSetup) {
    this.#setup = setup;
    this.#fallbackUserId =
      setup.identity.kind === 'user' ? setup.identity.userId : `guest-${setup.client.id}`;
  }

  /** Says hello as the specification's SystemData example does, with the user id this socket may use. */
  greet(): void {
    this.#setup.client.send(
      makeSystemFrame({ userId: this.#fallbackUserId }, 'Connected', {
        event_type: 'connection_status',
        additional_info: 'Connected to the ProductFlo Workstation engine',
        user_id: this.#fallbackUserId,
      }),
    );
  }

  /** Handles one text frame. Whatever goes wrong ends in an error frame, never in an exception. */
  receive(text: string): void {
    const check = checkFrame(text);
    if (!check.ok) {
      const to = { userId: check.userId ?? this.#fallbackUserId, roomId: check.roomId ?? undefined };
      this.#setup.client.send(makeErrorFrame(to, check.refusal));
      return;
    }
    const denied = this.#denial(check.frame);
    if (denied !== null)
      return this.#refuse(check.frame, { errorCode: 'PERMISSION_DENIED', message: denied });
    try {
      this.#enter(check.frame);
      handlers[check.frame.code]({ frame: check.frame, ...this.#setup });
    } catch (error) {
      this.#setup.parts.log(`frame failed: ${error instanceof Error ? error.stack : String(error)}`);
      const message = error instanceof Refusal ? error.message : 'The engine could not process this message.';
      this.#refuse(check.frame, { errorCode: 'PROCESSING_ERROR', message });
    }
  }

  #refuse(frame: CheckedFrame, refusal: FrameRefusal): void {
    const id = frame.data['message_id'];
    const messageId = typeof id === 'string' ? id : undefined;
    this.#setup.client.send(makeErrorFrame(frame, { ...refusal, messageId }));
  }

  /** Why this socket may not send this frame; null when it may. */
  #denial({ userId, data }: CheckedFrame): string | null {
    const { identity } = this.#setup;
    if (identity.kind === 'user' && identity.userId !== userId) {
      return `The token belongs to ${identity.userId}; user_id ${userId} is not allowed on this connection.`;
    }
    const sender = data['sender'];
    if (typeof sender === 'string' && sender !== userId) {
      return `data.sender (${sender}) must be the sender's own user_id (${userId}).`;
    }
    return null;
  }

  /** Speaking in a room joins it: the public pages do not say that a join must come first. */
  #enter({ code, roomId, userId, data }: CheckedFrame): void {
    const { parts, client } = this.#setup;
    const at = new Date().toISOString();
    const { title, product_id: productId } = code === 'join' ? joinDataSchema.parse(data) : {};
    const spokenOf = data['product_id'];
    const product = productId ?? (typeof spokenOf === 'string' ? spokenOf : undefined);
    ensureRoom(parts.store, { id: roomId, title, productId: product }, at);
    addMember(parts.store, roomId, { userId, at });
    if (parts.hub.enter(roomId, client, userId)) this.#announce(roomId, userId, 'online');
  }

  #announce(roomId: string, userId: string, status: 'online' | 'offline'): void {
    const frame = makeFrame(
      { userId, roomId },
      { status: 'success', code: 'presence', data: { status, sender: userId } },
    );
    this.#setup.parts.hub.broadcast(roomId, frame, this.#setup.client);
  }

  /** Leaves all rooms and tells those who stay. */
  [Symbol.dispose](): void {
    for (const { roomId, userId } of this.#setup.parts.hub.leaveAll(this.#setup.client)) {
      this.#announce(roomId, userId, 'offline');
    }
  }
}
