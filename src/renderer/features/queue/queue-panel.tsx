// The queue as a list: what waits, why, and until when. Drag or Alt+arrows reorder; Enter edits; Delete cancels.
import { Inbox, X } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { GridList, useDragAndDrop } from 'react-aria-components';
import type { Entry } from '../../../shared/model/entry.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isUnsent, needsPerson, stepTarget, wordsOf } from './entry-words.ts';
import { QueueRow } from './queue-row.tsx';
import { cancelEntry, forgetCancel, moveEntry, undoCancel, useQueue } from './queue-store.ts';
import './queue.css';

interface QueuePanelProps {
  readonly onEdit: (entry: Entry) => void;
  readonly onShowRoom: (roomId: string) => void;
}

export function QueuePanel({ onEdit, onShowRoom }: QueuePanelProps) {
  const { phase, entries } = useQueue();
  const now = useNow(entries.length === 0 ? null : 1000);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.messageId, entry])), [entries]);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': byId.get(String(key))?.preview ?? '' })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String);
      if (moved !== undefined)
        dropEntry(entries, moved, { key: String(target.key), after: target.dropPosition === 'after' });
    },
  });

  return (
    <div className="queue">
      <UndoLine />
      {phase === 'loading' ? <Skeleton lines={4} label="Loading the queue" /> : null}
      {phase === 'ready' && entries.length === 0 ? (
        <Empty icon={<Inbox />} title="Nothing is waiting">
          Everything you wrote has reached the server. Without a network, messages wait here in order and
          leave by themselves.
        </Empty>
      ) : null}
      {entries.length === 0 ? null : (
        // keys of the list inside, which has the roles
        <div className="queue-keys" onKeyDownCapture={(event) => onListKey(event, entries)}>
          <GridList
            aria-label="Waiting messages"
            className="queue-list"
            selectionMode="single"
            selectionBehavior="replace"
            onAction={(key) => {
              const entry = byId.get(String(key));
              if (entry !== undefined && entry.state.state !== 'sent') onEdit(entry);
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {entries.map((entry) => (
              <QueueRow
                key={entry.messageId}
                entry={entry}
                words={wordsOf(entry, now, (id) => byId.get(id)?.preview ?? null)}
                onEdit={() => onEdit(entry)}
                onShowRoom={() => onShowRoom(entry.roomId)}
              />
            ))}
          </GridList>
        </div>
      )}
    </div>
  );
}

function UndoLine() {
  const cancelled = useQueue((state) => state.cancelled);
  if (cancelled === null) return null;
  return (
    <div className="undo" role="status">
      <span className="one-line">Cancelled “{cancelled.preview}”.</span>
      <Button look="quiet" onPress={() => void undoCancel()}>
        Undo
      </Button>
      <IconButton label="Dismiss" icon={<X aria-hidden />} onPress={forgetCancel} />
    </div>
  );
}

function onListKey(event: KeyboardEvent<HTMLElement>, entries: readonly Entry[]): void {
  const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
  const entry = entries.find(({ messageId }) => messageId === row?.getAttribute('data-key'));
  if (entry === undefined) return;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    event.stopPropagation();
    const before = stepTarget(entries, entry.messageId, event.key === 'ArrowUp' ? -1 : 1);
    if (before !== undefined) moveEntry(entry.messageId, before);
  } else if (event.key === 'Delete' && (isUnsent(entry) || needsPerson(entry))) {
    event.preventDefault();
    void cancelEntry(entry);
  }
}

function dropEntry(entries: readonly Entry[], movedId: string, place: { key: string; after: boolean }): void {
  const moved = entries.find((entry) => entry.messageId === movedId);
  const target = entries.find((entry) => entry.messageId === place.key);
  if (moved === undefined || target === undefined || moved.roomId !== target.roomId || !isUnsent(moved))
    return;
  const lane = entries.filter((entry) => entry.roomId === moved.roomId && entry !== moved);
  const at = lane.indexOf(target) + (place.after ? 1 : 0);
  moveEntry(movedId, lane[at]?.messageId ?? null);
}
