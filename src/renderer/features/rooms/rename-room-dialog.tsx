// Gives a room another title. The room keeps its id, so its messages and its place on the server stay as they are.
import { useState } from 'react';
import type { Room } from '../../../shared/model/room.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { renameRoom } from './rooms-store.ts';

interface RenameRoomDialogProps {
  readonly room: Room | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RenameRoomDialog({ room, isOpen, onClose }: RenameRoomDialogProps) {
  return (
    <ModalDialog title="Rename room" isOpen={isOpen && room !== null} onClose={onClose}>
      {room === null ? null : <RenameRoomForm room={room} onClose={onClose} />}
    </ModalDialog>
  );
}

function RenameRoomForm({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const [title, setTitle] = useState(room.title);
  const [problem, setProblem] = useState<string>();

  async function rename() {
    if (title.trim() === '') return setProblem('A room needs a title.');
    const answer = await renameRoom(room.id, title);
    if (!answer.ok) return setProblem(answer.error.message);
    onClose();
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <TextField
        label="Room title"
        value={title}
        onChange={setTitle}
        error={problem}
        autoFocus
        selectsAll
        hint="The title on this machine; colleagues keep their own."
      />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit">
          Rename
        </Button>
      </div>
    </form>
  );
}
