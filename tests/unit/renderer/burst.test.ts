// Bursts of events reach the page in order and in one turn; late changes of old messages stay off the screen.
import { expect, test, vi } from 'vitest';
import { isLoaded } from '../../../src/renderer/features/chat/story.ts';
import { Burst } from '../../../src/renderer/platform/burst.ts';
import { type Message, messageSchema } from '../../../src/shared/model/message.ts';

test('events are handed on in order, many in one turn, and the pause grows with what they cost', () => {
  vi.useFakeTimers();
  const heard: number[] = [];
  const burst = new Burst<number>((event) => {
    heard.push(event);
    vi.setSystemTime(Date.now() + 50);
  });
  for (const event of [1, 2, 3]) burst.take(event);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(16);
  expect(heard).toEqual([1, 2, 3]);
  burst.take(4);
  vi.advanceTimersByTime(600);
  expect(heard).toEqual([1, 2, 3, 4]);
  vi.useRealTimers();
});

test('a change of a message that is older than what is loaded waits for its page', () => {
  const message = (seq: number): Message =>
    messageSchema.parse({
      id: `m${seq}`,
      roomId: 'r',
      seq,
      kind: 'chat',
      authorId: 'a',
      isOwn: true,
      text: '',
      replyTo: null,
      createdAt: '',
      files: [],
      request: null,
      resultIds: [],
      proposal: null,
      sources: [],
      streaming: false,
      answeredBy: '',
      delivery: null,
      raw: null,
    });
  const loaded = [message(41), message(42)];
  expect(isLoaded(loaded, true, message(3))).toBe(false);
  expect(isLoaded(loaded, true, message(41))).toBe(true);
  expect(isLoaded(loaded, true, message(43))).toBe(true);
  expect(isLoaded(loaded, false, message(3))).toBe(true);
  expect(isLoaded([], true, message(3))).toBe(true);
});
