// The entries of the queue, of which only those in view are drawn. Drag or Alt+arrows reorder; Enter edits; Delete cancels.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Entry } from '../../../shared/model/entry.ts';
import { useNow } from '../../platform/use-now.ts';
import { dropTarget, isUnsent, needsPerson, wordsOf } from './entry-words.ts';
import { QueueRow } from './queue-row.tsx';
import { cancelEntry, lookAt, moveEntry, stepEntry, useQueue } from './queue-store.ts';
import { placeAfterKey } from './row-keys.ts';

interface QueueListProps {
  readonly total: number;
  readonly onEdit: (entry: Entry) => void;
  readonly onShowRoom: (roomId: string) => void;
}

const usualHeight = 96;

export function QueueList({ total, onEdit, onShowRoom }: QueueListProps) {
  const entries = useQueue((state) => state.entries);
  const now = useNow(1000);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  /** The row that is to get the focus when it is drawn, and the entry that is being moved. */
  const wanted = useRef<number | null>(null);
  const followed = useRef<string | null>(null);
  const hasKeys = useRef(false);
  const [active, setActive] = useState(0);
  const [drag, setDrag] = useState<{ readonly moved: Entry; readonly over: number | null } | null>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
    getItemKey: (index) => entries.get(index)?.messageId ?? index,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => lookAt({ first, last }), [first, last]);
  useEffect(() => () => lookAt(null), []);
  const current = Math.min(active, total - 1);
  const previews = new Map([...entries.values()].map(({ messageId, preview }) => [messageId, preview]));

  /** Moves the keyboard to a row; one that was out of view is drawn first. */
  function goTo(index: number) {
    setActive(index);
    wanted.current = index;
    // The row that has the focus may go; keys must not.
    grid.current?.focus({ preventScroll: true });
    virtual.scrollToIndex(index);
  }

  // Who moved goes on being the one that the keys are about.
  useEffect(() => {
    const place = [...entries].find(([, { messageId }]) => messageId === followed.current)?.[0];
    if (place === undefined || place === current) return;
    followed.current = null;
    goTo(place);
  }, [entries]);

  // The row is there a few drawings later, and a little later still when its page has to be asked for.
  useEffect(() => {
    if (hasKeys.current && document.activeElement === document.body) wanted.current ??= current;
    if (wanted.current === null) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] [role="row"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function onKey(event: KeyboardEvent<HTMLElement>) {
    const entry = entries.get(current);
    const isOnRow = event.target instanceof Element && event.target.classList.contains('entry');
    if (entry !== undefined && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      if (!isUnsent(entry)) return;
      followed.current = entry.messageId;
      stepEntry(entry.messageId, event.key === 'ArrowUp' ? 'forward' : 'back');
    } else if (entry !== undefined && event.key === 'Delete' && (isUnsent(entry) || needsPerson(entry))) {
      event.preventDefault();
      void cancelEntry(entry);
    } else if (entry !== undefined && event.key === 'Enter' && isOnRow) {
      event.preventDefault();
      if (entry.state.state !== 'sent') onEdit(entry);
    } else {
      const target = placeAfterKey(event.key, { at: current, total });
      if (target === null) return;
      event.preventDefault();
      goTo(target);
    }
  }

  function drop(index: number, isAfter: boolean) {
    const moved = drag?.moved;
    setDrag(null);
    const before = moved === undefined ? undefined : dropTarget(entries, moved, { index, isAfter, total });
    if (moved !== undefined && before !== undefined) moveEntry(moved.messageId, before);
  }

  return (
    <div className="queue-scroll" ref={scroller}>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label="Waiting messages"
        aria-rowcount={total}
        className="queue-list"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKey}
        onFocus={() => (hasKeys.current = true)}
        onBlur={(event) => (hasKeys.current = event.relatedTarget === null && hasKeys.current)}
      >
        {items.map((item) => {
          const entry = entries.get(item.index);
          return (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              role="presentation"
              className={`queue-item ${drag?.over === item.index ? 'drop' : ''}`}
              style={{ transform: `translateY(${item.start}px)` }}
              onDragOver={(event) => {
                if (drag === null || entry?.roomId !== drag.moved.roomId) return;
                event.preventDefault();
                if (drag.over !== item.index) setDrag({ ...drag, over: item.index });
              }}
              onDrop={(event) => {
                event.preventDefault();
                const box = event.currentTarget.getBoundingClientRect();
                drop(item.index, event.clientY > box.top + box.height / 2);
              }}
            >
              {entry === undefined ? (
                <div className="entry entry-blank" aria-hidden="true" />
              ) : (
                <QueueRow
                  entry={entry}
                  words={wordsOf(entry, now, (id) => previews.get(id) ?? null)}
                  place={{ row: item.index + 1, isActive: item.index === current }}
                  onFocus={() => setActive(item.index)}
                  onDrag={(isOn) => setDrag(isOn ? { moved: entry, over: null } : null)}
                  onEdit={() => onEdit(entry)}
                  onShowRoom={() => onShowRoom(entry.roomId)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
