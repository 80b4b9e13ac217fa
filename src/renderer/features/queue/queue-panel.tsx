// The queue: what waits, why, and until when; empty, or a list that draws only what is in view.
import { Inbox, X } from 'lucide-react';
import type { Entry } from '../../../shared/model/entry.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { QueueList } from './queue-list.tsx';
import { forgetCancel, undoCancel, useQueue } from './queue-store.ts';
import './queue.css';

interface QueuePanelProps {
  readonly onEdit: (entry: Entry) => void;
  readonly onShowRoom: (roomId: string) => void;
}

export function QueuePanel({ onEdit, onShowRoom }: QueuePanelProps) {
  const phase = useQueue((state) => state.phase);
  const total = useQueue((state) => state.counts.total);
  return (
    <div className="queue">
      <UndoLine />
      {phase === 'loading' ? <Skeleton lines={4} label="Loading the queue" /> : null}
      {phase === 'ready' && total === 0 ? (
        <Empty icon={<Inbox />} title="Nothing is waiting">
          Everything you wrote has reached the server. Without a network, messages wait here in order and
          leave by themselves.
        </Empty>
      ) : null}
      {total === 0 ? null : <QueueList total={total} onEdit={onEdit} onShowRoom={onShowRoom} />}
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
