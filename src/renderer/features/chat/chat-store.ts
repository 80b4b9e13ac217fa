// The story of the room that is open, fed by the bridge; older pages come when they are scrolled to.
import { create } from 'zustand';
import type { Gap, Message } from '../../../shared/model/message.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';
import { firstUnread, isLoaded, mergeMessages, withMessage } from './story.ts';

interface ChatState {
  readonly roomId: string | null;
  readonly phase: 'loading' | 'ready';
  readonly messages: readonly Message[];
  readonly gaps: readonly Gap[];
  readonly hasMore: boolean;
  readonly loadingOlder: boolean;
  readonly firstNewId: string | null;
  readonly results: Readonly<Record<string, ResultRecord>>;
  readonly typing: readonly string[];
  /** A message that is to be shown, as when it was found by searching. */
  readonly target: string | null;
}

const empty: ChatState = {
  roomId: null,
  phase: 'loading',
  messages: [],
  gaps: [],
  hasMore: false,
  loadingOlder: false,
  firstNewId: null,
  results: {},
  typing: [],
  target: null,
};
export const useChat = create<ChatState>(() => empty);
const pageSize = 80;
/** How long a found message stays marked. */
const targetMs = 2500;

/** Keeps the open room current until the returned function is called. */
export function startChat(): () => void {
  const stops = [
    listen('message.changed', (message) =>
      inRoom(message.roomId, ({ messages, hasMore }) =>
        isLoaded(messages, hasMore, message) ? { messages: withMessage(messages, message) } : {},
      ),
    ),
    listen('message.removed', ({ roomId, messageId }) =>
      inRoom(roomId, ({ messages }) => ({ messages: messages.filter(({ id }) => id !== messageId) })),
    ),
    listen('gap.added', (gap) => inRoom(gap.roomId, ({ gaps }) => ({ gaps: [...gaps, gap] }))),
    listen('result.changed', (result) =>
      inRoom(result.roomId, ({ results }) => ({ results: { ...results, [result.id]: result } })),
    ),
    listen('file.changed', (file) =>
      useChat.setState(({ messages }) =>
        messages.some(({ files }) => files.some(({ id }) => id === file.id))
          ? {
              messages: messages.map((message) => ({
                ...message,
                files: message.files.map((own) => (own.id === file.id ? file : own)),
              })),
            }
          : {},
      ),
    ),
    listen('typing.changed', ({ roomId, userIds }) => inRoom(roomId, () => ({ typing: userIds }))),
    listen('profile.switched', () => useChat.setState(empty)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Opens a room's story; `unread` says where the line above what is new goes. */
export async function openRoom(roomId: string, unread: number): Promise<void> {
  useChat.setState({ ...empty, roomId });
  const [page, results] = await Promise.all([
    callOrReport('messages.page', { roomId, limit: pageSize }),
    callOrReport('results.list', { roomId }),
  ]);
  inRoom(roomId, (now) => {
    const latest = page?.messages ?? [];
    const news = now.messages.filter((message) => isLoaded(latest, page?.hasMore ?? false, message));
    const messages = mergeMessages(latest, news);
    return {
      phase: 'ready',
      messages,
      gaps: page?.gaps ?? [],
      hasMore: page?.hasMore ?? false,
      firstNewId: firstUnread(messages, unread),
      results: {
        ...Object.fromEntries((results ?? []).map((result) => [result.id, result])),
        ...now.results,
      },
    };
  });
}

/** Fetches the page before the oldest message shown. */
export async function loadOlder(): Promise<void> {
  const { roomId, messages, hasMore, loadingOlder } = useChat.getState();
  const oldest = messages[0];
  if (roomId === null || oldest === undefined || !hasMore || loadingOlder) return;
  useChat.setState({ loadingOlder: true });
  const page = await callOrReport('messages.page', { roomId, beforeSeq: oldest.seq, limit: pageSize });
  inRoom(roomId, (now) => ({
    loadingOlder: false,
    messages: mergeMessages(page?.messages ?? [], now.messages),
    gaps: [
      ...(page?.gaps ?? []).filter((gap) => !now.gaps.some((known) => known.afterSeq === gap.afterSeq)),
      ...now.gaps,
    ],
    hasMore: page?.hasMore ?? now.hasMore,
  }));
}

/** Waits until the room is open, loads older pages until the message is there, and has it shown for a moment. */
export async function jumpToMessage(roomId: string, messageId: string): Promise<void> {
  for (let waits = 0; waits < 100; waits += 1) {
    const { roomId: shown, phase } = useChat.getState();
    if (shown === roomId && phase === 'ready') break;
    await pause(50);
  }
  const isWanted = (): boolean => useChat.getState().roomId === roomId;
  while (isWanted() && findMessage(useChat.getState().messages, messageId) === null) {
    if (!useChat.getState().hasMore) return;
    await (useChat.getState().loadingOlder ? pause(50) : loadOlder());
  }
  inRoom(roomId, () => ({ target: messageId }));
  await pause(targetMs);
  inRoom(roomId, ({ target }) => (target === messageId ? { target: null } : {}));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The message of the open room with this id. */
export function findMessage(messages: readonly Message[], id: string | null): Message | null {
  return id === null ? null : (messages.find((message) => message.id === id) ?? null);
}

function inRoom(roomId: string, change: (state: ChatState) => Partial<ChatState>): void {
  useChat.setState((state) => (state.roomId === roomId ? change(state) : {}));
}
