// One entry of the queue: glyph, first words, room, why it waits, and what can be done with it.
import {
  CircleAlert,
  CircleDashed,
  GripVertical,
  MoveUpRight,
  Pencil,
  Send,
  Trash2,
  Upload,
} from 'lucide-react';
import type { Entry } from '../../../shared/model/entry.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { asWords } from '../../ui/words.ts';
import { type EntryWords, fieldName, isImported, isUnsent, needsPerson } from './entry-words.ts';
import { cancelEntry, retryEntry } from './queue-store.ts';

const icons = {
  waiting: CircleDashed,
  uploading: Upload,
  sent: MoveUpRight,
  unconfirmed: CircleAlert,
  quarantined: CircleAlert,
} as const;

interface QueueRowProps {
  readonly entry: Entry;
  readonly words: EntryWords;
  /** The row's number, counted from 1, and whether the keyboard is there. */
  readonly place: { readonly row: number; readonly isActive: boolean };
  readonly onFocus: () => void;
  readonly onDrag: (isOn: boolean) => void;
  readonly onEdit: () => void;
  readonly onShowRoom: () => void;
}

export function QueueRow({ entry, words, place, onFocus, onDrag, onEdit, onShowRoom }: QueueRowProps) {
  const { state } = entry;
  return (
    <div
      role="row"
      aria-rowindex={place.row}
      aria-label={`${entry.preview}, ${words.state}`}
      className="entry"
      tabIndex={place.isActive ? 0 : -1}
      onFocus={onFocus}
      onDoubleClick={() => {
        if (state.state !== 'sent') onEdit();
      }}
    >
      <span
        className="entry-grip"
        aria-hidden="true"
        title="Drag to move within its room"
        draggable={isUnsent(entry)}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', entry.preview);
          event.dataTransfer.effectAllowed = 'move';
          onDrag(true);
        }}
        onDragEnd={() => onDrag(false)}
      >
        {isUnsent(entry) ? <GripVertical className="lucide" /> : null}
      </span>
      <div role="gridcell" className="entry-body">
        <p className="entry-head">
          <Mark icon={icons[state.state]} tone={words.tone}>
            {words.state}
          </Mark>
          <span className="entry-kind">{asWords(entry.code)}</span>
          <button
            type="button"
            className="entry-room one-line"
            onClick={onShowRoom}
            title={`Show ${entry.roomTitle}`}
          >
            {entry.roomTitle}
          </button>
        </p>
        <p className="entry-preview">{entry.preview}</p>
        <p className="entry-why">{words.why}</p>
        {state.state === 'uploading' ? <UploadBar done={state.sentBytes} total={state.totalBytes} /> : null}
        {state.state === 'quarantined' && state.refusal.errors.length > 0 ? (
          <dl className="entry-errors">
            {state.refusal.errors.map((error) => (
              <div key={error.loc.join('.')}>
                <dt>{fieldName(error.loc)}</dt>
                <dd>{error.msg}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <EntryActions entry={entry} onEdit={onEdit} />
      </div>
    </div>
  );
}

function EntryActions({ entry, onEdit }: { readonly entry: Entry; readonly onEdit: () => void }) {
  if (entry.state.state === 'sent') return null;
  const stuck = needsPerson(entry);
  const retries = stuck || (entry.state.state === 'waiting' && entry.state.reason.why === 'retry');
  return (
    <div className="entry-actions">
      {stuck && entry.state.state === 'quarantined' ? <Button onPress={onEdit}>Edit and send</Button> : null}
      {retries ? (
        <Button
          look={stuck ? 'plain' : 'quiet'}
          label={stuck ? `Send: ${entry.preview}` : `Try now: ${entry.preview}`}
          onPress={() => retryEntry(entry.messageId)}
        >
          <Send aria-hidden className="lucide" />
          {stuck ? (isImported(entry) ? 'Send' : 'Send again') : 'Try now'}
        </Button>
      ) : null}
      <span className="entry-icons">
        {isUnsent(entry) ? (
          <IconButton label="Edit" keys="Enter" icon={<Pencil aria-hidden />} onPress={onEdit} />
        ) : null}
        <IconButton
          label="Cancel"
          keys="Delete"
          icon={<Trash2 aria-hidden />}
          onPress={() => void cancelEntry(entry)}
        />
      </span>
    </div>
  );
}

function UploadBar({ done, total }: { readonly done: number; readonly total: number }) {
  const percent = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label="Upload"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}
