// Makes a room, or joins one whose id a colleague gave.
import { useState } from 'react';
import type { Room } from '../../../shared/model/room.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { createRoom } from './rooms-store.ts';

/** What the dialog asks for. */
export interface NewRoom {
  readonly title: string;
  readonly productName: string | null;
  readonly roomId: string | null;
}

interface NewRoomDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (room: Room) => void;
}

export function NewRoomDialog({ isOpen, onClose, onCreated }: NewRoomDialogProps) {
  return (
    <ModalDialog title="New room" isOpen={isOpen} onClose={onClose}>
      <NewRoomForm onClose={onClose} onCreated={onCreated} />
    </ModalDialog>
  );
}

function NewRoomForm({ onClose, onCreated }: Omit<NewRoomDialogProps, 'isOpen'>) {
  const [title, setTitle] = useState('');
  const [product, setProduct] = useState('');
  const [roomId, setRoomId] = useState('');
  const [problem, setProblem] = useState<string>();

  async function create() {
    if (title.trim() === '') return setProblem('A room needs a title.');
    const answer = await createRoom({
      title,
      productName: blankAsNull(product),
      roomId: blankAsNull(roomId),
    });
    if (!answer.ok) return setProblem(answer.error.message);
    onCreated(answer.value);
    onClose();
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextField
        label="Room title"
        value={title}
        onChange={setTitle}
        error={problem}
        autoFocus
        placeholder="Thermostat enclosure"
      />
      <TextField
        label="Product (optional)"
        value={product}
        onChange={setProduct}
        hint="Requests from this room say which product they are about."
      />
      <TextField
        label="Room id (optional)"
        value={roomId}
        onChange={setRoomId}
        hint="To join a room that exists, such as product-456. Left empty, the room gets a new id."
      />
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit">
          Create room
        </Button>
      </div>
    </form>
  );
}

function blankAsNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
