// Makes a room of an archive: choose it, see that it is checked, and hear what came in and what waits.
import { FileArchive } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import type { RoomImport } from '../../../shared/model/room.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { count } from '../../ui/words.ts';
import { forgetImport, importRoom, useRoomImport } from './room-archive.ts';

interface ImportRoomDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShowRoom: (roomId: string) => void;
}

export function ImportRoomDialog({ isOpen, onClose, onShowRoom }: ImportRoomDialogProps) {
  const close = (): void => {
    forgetImport();
    onClose();
  };
  return (
    <ModalDialog title="Import room" isOpen={isOpen} onClose={close}>
      <ImportBody
        onClose={close}
        onShowRoom={(roomId) => {
          close();
          onShowRoom(roomId);
        }}
      />
    </ModalDialog>
  );
}

function ImportBody({ onClose, onShowRoom }: Omit<ImportRoomDialogProps, 'isOpen'>) {
  const { importing } = useRoomImport();
  if (importing.state === 'running') {
    return (
      <div className="form import-room">
        <p role="status">
          Importing “{importing.name}”. Every file in it is checked first; Jobs shows how far it is.
        </p>
        <div className="bar unknown" role="progressbar" aria-label="Import">
          <span style={{ width: '30%' }} />
        </div>
        <div className="form-foot">
          <Button onPress={onClose}>Go on in the background</Button>
        </div>
      </div>
    );
  }
  if (importing.state === 'done') {
    const { room } = importing.outcome;
    return (
      <div className="form import-room">
        <p role="status">{outcomeInWords(importing.outcome)}</p>
        <div className="form-foot">
          <Button onPress={onClose}>Close</Button>
          <Button look="primary" autoFocus onPress={() => onShowRoom(room.id)}>
            Show the room
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="form import-room">
      <p>
        A room archive is a zip file made by “Export room”. It becomes a room of its own beside the others.
        Messages in it that were not sent wait in the queue until you send them.
      </p>
      {importing.state === 'failed' ? (
        <p className="field-error" role="alert">
          “{importing.name}”: {importing.reason}
        </p>
      ) : null}
      <div className="form-foot">
        <Button onPress={onClose}>Cancel</Button>
        <FileTrigger
          acceptedFileTypes={['.zip', 'application/zip']}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void importRoom(file);
          }}
        >
          <Button look="primary" autoFocus>
            <FileArchive aria-hidden className="lucide" />
            Choose archive…
          </Button>
        </FileTrigger>
      </div>
    </div>
  );
}

function outcomeInWords({ room, isNew, messages, unsent, files }: RoomImport): string {
  if (!isNew) return `This archive was imported before, as “${room.title}”. Nothing was changed.`;
  const brought = `“${room.title}” is here with ${count(messages, 'message')}${files === 0 ? '' : ` and ${count(files, 'file')}`}.`;
  if (unsent === 0) return brought;
  const wait =
    unsent === 1 ? 'One of them was not sent and waits' : `${unsent} of them were not sent and wait`;
  return `${brought} ${wait} in the queue until you decide.`;
}
