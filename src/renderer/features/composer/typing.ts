// Tells the room that someone writes here: at most every three seconds, and once when it stops.
import { call } from '../../platform/bridge.ts';

const everyMs = 3000;
const quietMs = 5000;
let last: { roomId: string; at: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Called on every keystroke. Typing expires, so a failure is not worth a word. */
export function sayTyping(roomId: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => stopTyping(roomId), quietMs);
  if (last !== null && last.roomId === roomId && Date.now() - last.at < everyMs) return;
  last = { roomId, at: Date.now() };
  void call('messages.typing', { roomId, typing: true });
}

export function stopTyping(roomId: string): void {
  clearTimeout(timer);
  if (last === null) return;
  last = null;
  void call('messages.typing', { roomId, typing: false });
}
