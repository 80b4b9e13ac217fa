// Everything known of one message: ids, times, delivery, files, and the frame as it came.
import type { FileRef } from '../../../shared/model/file.ts';
import { RawValue } from '../../ui/raw-value.tsx';
import { asWords, fullTime } from '../../ui/words.ts';
import { findMessage, useChat } from './chat-store.ts';
import { deliveryWords } from './delivery-words.ts';
import { FileChip } from './file-chip.tsx';
import { authorOf } from './message-row.tsx';

interface MessageDetailsProps {
  readonly messageId: string;
  readonly onOpenFile: (file: FileRef) => void;
}

export function MessageDetails({ messageId, onOpenFile }: MessageDetailsProps) {
  const message = useChat((state) => findMessage(state.messages, messageId));
  if (message === null) return <p className="panel-body muted">This message is not loaded here.</p>;
  const delivery = message.delivery === null ? null : deliveryWords(message.delivery);
  return (
    <div className="panel-body details">
      <dl className="pairs">
        <dt>From</dt>
        <dd>{message.isOwn ? `You (${message.authorId})` : authorOf(message)}</dd>
        <dt>Kind</dt>
        <dd>{asWords(message.kind)}</dd>
        <dt>Written</dt>
        <dd>{fullTime(message.createdAt)}</dd>
        {delivery === null ? null : (
          <>
            <dt>State</dt>
            <dd>
              {delivery.word}. {delivery.sentence}
            </dd>
          </>
        )}
        <dt>Id</dt>
        <dd className="mono wrap">{message.id}</dd>
        {message.replyTo === null ? null : (
          <>
            <dt>Answers</dt>
            <dd className="mono wrap">{message.replyTo}</dd>
          </>
        )}
      </dl>
      {message.files.length === 0 ? null : (
        <ul className="file-chips" aria-label="Files of the message">
          {message.files.map((file) => (
            <FileChip key={file.id} file={file} onOpen={onOpenFile} />
          ))}
        </ul>
      )}
      {message.request === null ? null : <RawValue title="The request as written" value={message.request} />}
      {message.raw === null ? null : <RawValue title="The frame as it came" value={message.raw} />}
    </div>
  );
}
