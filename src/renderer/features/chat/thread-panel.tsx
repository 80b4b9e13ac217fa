// A thread on its own: the message it began with and every answer to it.
import type { FileRef } from '../../../shared/model/file.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { Button } from '../../ui/button.tsx';
import { clockTime } from '../../ui/words.ts';
import { useChat } from './chat-store.ts';
import { MessageBody } from './message-body.tsx';
import { authorOf } from './message-row.tsx';
import { threadOf } from './story.ts';

interface ThreadPanelProps {
  readonly messageId: string;
  readonly onReply: (message: Message) => void;
  readonly onOpenFile: (file: FileRef) => void;
  readonly onOpenResult: (result: ResultRecord) => void;
}

export function ThreadPanel({ messageId, onReply, onOpenFile, onOpenResult }: ThreadPanelProps) {
  const { messages, results } = useChat();
  const thread = threadOf(messages, messageId);
  const last = thread.at(-1);
  return (
    <div className="thread">
      <ol>
        {thread.map((message) => (
          <li key={message.id} className="thread-message">
            <p className="message-head">
              <span className="message-author">{authorOf(message)}</span>
              <time dateTime={message.createdAt}>{clockTime(message.createdAt)}</time>
            </p>
            <MessageBody
              message={message}
              results={message.resultIds.flatMap((id) => results[id] ?? [])}
              onOpenFile={onOpenFile}
              onOpenResult={onOpenResult}
            />
          </li>
        ))}
      </ol>
      {last === undefined ? <p className="panel-body muted">This thread is not loaded here.</p> : null}
      {last === undefined ? null : (
        <div className="thread-foot">
          <Button onPress={() => onReply(last)}>Reply in this thread</Button>
        </div>
      )}
    </div>
  );
}
