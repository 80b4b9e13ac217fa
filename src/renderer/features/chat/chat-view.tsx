// The chat of a room: a list that only draws what is in view, stays at the end while it is there, and loads older pages upwards.
import { ArrowDown, MessageSquare } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useNow } from '../../platform/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { loadOlder, useChat } from './chat-store.ts';
import { ChatRow } from './chat-row.tsx';
import type { MessageActions } from './message-row.tsx';
import { rowsOf } from './story.ts';
import { TypingLine } from './typing-line.tsx';
import './chat.css';

interface ChatViewProps {
  readonly selectedId: string | null;
  readonly actions: Omit<MessageActions, 'onJump'>;
}

export function ChatView({ selectedId, actions }: ChatViewProps) {
  const { phase, messages } = useChat();
  if (phase === 'loading') {
    return (
      <div className="chat">
        <Skeleton lines={9} label="Loading messages" />
      </div>
    );
  }
  if (messages.length === 0) {
    return (
      <div className="chat">
        <Empty icon={<MessageSquare />} title="Nothing written here yet">
          Write below. Everything is saved on this machine first and leaves when the server can be reached.
        </Empty>
        <TypingLine />
      </div>
    );
  }
  return <ChatList selectedId={selectedId} actions={actions} />;
}

function ChatList({ selectedId, actions }: ChatViewProps) {
  const { roomId, messages, gaps, firstNewId, results, hasMore, loadingOlder, target } = useChat();
  const rows = useMemo(() => rowsOf(messages, gaps, firstNewId), [messages, gaps, firstNewId]);
  const scroller = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const [atEnd, setAtEnd] = useState(true);
  const now = useNow(60_000);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.row === 'message' ? 64 : 36),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 80,
    paddingEnd: 12,
  });

  // Opening a room shows its end; heights settle over a few frames.
  useEffect(() => {
    const timers = [0, 80, 250, 600].map((delayMs) => setTimeout(() => virtual.scrollToEnd(), delayMs));
    return () => timers.forEach(clearTimeout);
  }, [roomId]);

  // A message that was searched for comes to the middle; heights settle over a few frames here as well.
  useEffect(() => {
    const index = target === null ? -1 : rows.findIndex((row) => row.key === target);
    if (index < 0) return undefined;
    setAtEnd(false);
    const timers = [0, 120, 400, 800].map((delayMs) =>
      setTimeout(() => virtual.scrollToIndex(index, { align: 'center' }), delayMs),
    );
    return () => timers.forEach(clearTimeout);
  }, [target]);

  // Who writes wants to see what comes of it.
  const last = messages.at(-1);
  useEffect(() => {
    if (last?.isOwn === true) setAtEnd(true);
  }, [last?.id]);

  // Who reads the end goes on reading it, also when an answer grows while it streams or the composer takes room.
  const height = virtual.getTotalSize();
  const room = useHeight(scroller);
  useEffect(() => {
    if (atEnd) virtual.scrollToEnd();
  }, [height, rows.length, room, atEnd]);

  const all: MessageActions = useMemo(
    () => ({
      ...actions,
      onJump(messageId) {
        const index = rows.findIndex((row) => row.key === messageId);
        if (index >= 0) virtual.scrollToIndex(index, { align: 'center' });
      },
    }),
    [actions, rows, virtual],
  );

  return (
    <div className="chat">
      <div
        className="chat-scroll"
        ref={scroller}
        // a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label="Messages"
        onScroll={() => {
          const top = scroller.current?.scrollTop ?? 0;
          // Only a way up leaves the end: what grows below does not.
          if (virtual.isAtEnd(80)) setAtEnd(true);
          else if (top < lastTop.current - 1) setAtEnd(false);
          lastTop.current = top;
          if (hasMore && !loadingOlder && (scroller.current?.scrollTop ?? 0) < 400) void loadOlder();
        }}
      >
        <div className="chat-canvas" style={{ height }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                className="chat-item"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ChatRow
                  row={row}
                  now={now}
                  results={results}
                  selectedId={target ?? selectedId}
                  actions={all}
                />
              </div>
            );
          })}
        </div>
      </div>
      {atEnd ? null : (
        <div className="to-end">
          <Button onPress={() => virtual.scrollToEnd()}>
            <ArrowDown aria-hidden className="lucide" />
            Latest
          </Button>
        </div>
      )}
      <TypingLine />
    </div>
  );
}

/** Height of an element as it changes, pixels. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(current.clientHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
