// One message of the chat: who, when, what it answers, what it says, how far it has come, and what can be done with it.
import { CircleAlert, CornerUpLeft, Info, MessagesSquare, PanelRight, Sparkles } from 'lucide-react';
import { memo } from 'react';
import type { IdeaLink } from '../../../shared/model/idea-board.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import type { FileRef } from '../../../shared/model/file.ts';
import { IconButton } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { asWords, clockTime, count, firstWords, fullTime, initials } from '../../ui/words.ts';
import { deliveryWords } from './delivery-words.ts';
import { MessageBody } from './message-body.tsx';
import type { Row } from './story.ts';

/** What a message can ask of the room around it. */
export interface MessageActions {
  readonly onReply: (message: Message) => void;
  readonly onThread: (messageId: string) => void;
  readonly onDetails: (messageId: string) => void;
  readonly onJump: (messageId: string) => void;
  readonly onAttention: (messageId: string) => void;
  readonly onOpenFile: (file: FileRef) => void;
  readonly onOpenResult: (result: ResultRecord) => void;
  readonly onOpenIdea: (idea: IdeaLink) => void;
  /** Puts a request that Haitch drafted into the composer. */
  readonly onUseProposal: (proposal: NewMessage) => void;
}

interface MessageRowProps {
  readonly row: Extract<Row, { row: 'message' }>;
  readonly results: readonly ResultRecord[];
  readonly isSelected: boolean;
  readonly actions: MessageActions;
}

export const MessageRow = memo(function MessageRow({ row, results, isSelected, actions }: MessageRowProps) {
  const { message, continues, quoted, quotedMissing, replies } = row;
  const kind = message.kind === 'haitch_chat' ? 'Question' : `${asWords(message.kind)} request`;
  const isRequest = ['haitch_chat', 'idea', 'documentation', 'engineering'].includes(message.kind);
  const classes = [
    'message',
    `of-${message.kind}`,
    continues ? 'continues' : '',
    isSelected ? 'selected' : '',
    message.isOwn ? 'own' : '',
  ];
  return (
    <article
      className={classes.join(' ')}
      aria-label={`${authorOf(message)}, ${clockTime(message.createdAt)}`}
    >
      <div className="message-gutter" aria-hidden="true">
        {continues ? <time>{clockTime(message.createdAt)}</time> : <Avatar message={message} />}
      </div>
      <div className="message-main">
        {quoted === null && !quotedMissing ? null : <Quote quoted={quoted} onJump={actions.onJump} />}
        {continues ? null : (
          <p className="message-head">
            <span className="message-author">{authorOf(message)}</span>
            {isRequest ? <span className="message-kind">{kind}</span> : null}
            <time dateTime={message.createdAt} title={fullTime(message.createdAt)}>
              {clockTime(message.createdAt)}
            </time>
          </p>
        )}
        <MessageBody
          message={message}
          results={results}
          onOpenFile={actions.onOpenFile}
          onOpenResult={actions.onOpenResult}
          onOpenIdea={actions.onOpenIdea}
          onUseProposal={actions.onUseProposal}
        />
        <div className="message-foot">
          {message.delivery === null ? null : (
            <DeliveryMark message={message} onAttention={actions.onAttention} />
          )}
          {replies === 0 ? null : (
            <button type="button" className="link" onClick={() => actions.onThread(message.id)}>
              {count(replies, 'reply', 'replies')}
            </button>
          )}
        </div>
      </div>
      <div className="message-actions">
        <IconButton
          label="Reply"
          icon={<CornerUpLeft aria-hidden />}
          onPress={() => actions.onReply(message)}
          placement="top"
        />
        <IconButton
          label="Show thread"
          icon={<MessagesSquare aria-hidden />}
          onPress={() => actions.onThread(message.id)}
          placement="top"
        />
        <IconButton
          label="Details"
          icon={<PanelRight aria-hidden />}
          onPress={() => actions.onDetails(message.id)}
          placement="top"
        />
      </div>
    </article>
  );
});

function Avatar({ message }: { readonly message: Message }) {
  if (message.kind === 'answer')
    return (
      <span className="avatar haitch">
        <Sparkles className="lucide" />
      </span>
    );
  if (message.kind === 'system' || message.kind === 'unknown')
    return (
      <span className="avatar">
        <Info className="lucide" />
      </span>
    );
  if (message.kind === 'error')
    return (
      <span className="avatar error">
        <CircleAlert className="lucide" />
      </span>
    );
  return <span className={`avatar ${message.isOwn ? 'own' : ''}`}>{initials(message.authorId)}</span>;
}

function DeliveryMark({
  message,
  onAttention,
}: {
  readonly message: Message;
  readonly onAttention: (messageId: string) => void;
}) {
  if (message.delivery === null) return null;
  const words = deliveryWords(message.delivery);
  const mark = (
    <Mark icon={words.icon} tone={words.tone} title={words.sentence}>
      {words.word}
    </Mark>
  );
  if (message.delivery.state !== 'refused') return mark;
  return (
    <>
      <button type="button" className="attention" onClick={() => onAttention(message.id)}>
        {mark}
      </button>
      <span className="attention-why">{message.delivery.refusal.message}</span>
    </>
  );
}

function Quote({
  quoted,
  onJump,
}: {
  readonly quoted: Message | null;
  readonly onJump: (messageId: string) => void;
}) {
  if (quoted === null) return <p className="quote">Reply to a message that is not loaded here</p>;
  return (
    <button type="button" className="quote one-line" onClick={() => onJump(quoted.id)}>
      <b>{authorOf(quoted)}</b> {firstWords(quoted.text)}
    </button>
  );
}

/** Who wrote a message, as shown. */
export function authorOf(message: Message): string {
  if (message.isOwn) return 'You';
  if (message.kind === 'answer') return 'Haitch';
  if (message.kind === 'system' || message.kind === 'error') return 'Server';
  return message.kind === 'unknown' ? 'Unknown frame' : message.authorId;
}
