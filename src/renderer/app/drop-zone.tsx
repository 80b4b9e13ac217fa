// Files dropped anywhere on a room become attachments of its draft.
import { type DragEvent, type ReactNode, useState } from 'react';
import { attachFiles, changeDraft } from '../features/composer/index.ts';

interface DropZoneProps {
  readonly roomId: string;
  readonly children: ReactNode;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

export function DropZone({ roomId, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`drop-zone ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void attachFiles(roomId, [...event.dataTransfer.files], (change) => changeDraft(roomId, change));
      }}
    >
      {children}
      {isOver ? <p className="drop-note">Drop to attach</p> : null}
    </div>
  );
}
