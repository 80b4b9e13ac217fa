// The inside of a message: its words by kind, then facts, results, files and sources.
import type { IdeaLink } from '../../../shared/model/idea-board.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import type { FileRef } from '../../../shared/model/file.ts';
import { MarkdownText } from '../../ui/markdown.tsx';
import { RawValue } from '../../ui/raw-value.tsx';
import { FileChip } from './file-chip.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { requestFacts } from './request-facts.ts';
import { ResultCard } from './result-card.tsx';

interface MessageBodyProps {
  readonly message: Message;
  readonly results: readonly ResultRecord[];
  readonly onOpenFile: (file: FileRef) => void;
  readonly onOpenResult: (result: ResultRecord) => void;
  /** Shows the idea a request was made from. */
  readonly onOpenIdea?: (idea: IdeaLink) => void;
  /** Without it a drafted request is only shown elsewhere. */
  readonly onUseProposal?: (proposal: NewMessage) => void;
}

export function MessageBody({
  message,
  results,
  onOpenFile,
  onOpenResult,
  onOpenIdea,
  onUseProposal,
}: MessageBodyProps) {
  const idea = message.request?.idea ?? null;
  const facts = message.request === null ? [] : requestFacts(message.request);
  return (
    <>
      <MessageText message={message} />
      {facts.length === 0 ? null : (
        <ul className="facts" aria-label="Asked for">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {idea === null || onOpenIdea === undefined ? null : (
        <button type="button" className="link" onClick={() => onOpenIdea(idea)}>
          From the idea “{idea.title}”
        </button>
      )}
      {results.map((result) => (
        <ResultCard key={result.id} result={result} onOpen={onOpenResult} />
      ))}
      {message.files.length === 0 ? null : (
        <ul className="file-chips" aria-label="Files">
          {message.files.map((file) => (
            <FileChip key={file.id} file={file} onOpen={onOpenFile} />
          ))}
        </ul>
      )}
      {message.proposal === null || onUseProposal === undefined ? null : (
        <ProposalCard proposal={message.proposal} onUse={onUseProposal} />
      )}
      <Sources message={message} />
      {message.answeredBy === null ? null : <p className="sources">Answered by {message.answeredBy}</p>}
    </>
  );
}

function MessageText({ message }: { readonly message: Message }) {
  if (message.kind === 'unknown') {
    return (
      <>
        <p className="secondary">
          {message.text === '' ? 'A frame this version does not know. It is kept as it came.' : message.text}
        </p>
        <RawValue title="Show the frame" value={message.raw} />
      </>
    );
  }
  if (message.kind === 'answer') {
    const isWaiting = message.streaming && message.text === '';
    return (
      <div className={message.streaming ? 'streaming' : ''} aria-busy={message.streaming}>
        {isWaiting ? <p className="muted">Working on it…</p> : <MarkdownText text={message.text} />}
      </div>
    );
  }
  return <p className="message-text">{message.text}</p>;
}

function Sources({ message }: { readonly message: Message }) {
  if (message.sources.length === 0) return null;
  return (
    <p className="sources">
      Sources:{' '}
      {message.sources.map((source, index) => (
        <span key={`${source.title}-${source.reference ?? index}`}>
          {index > 0 ? '; ' : ''}
          {source.title}
          {source.reference === undefined ? '' : `, ${source.reference}`}
          {source.page === undefined ? '' : `, page ${source.page}`}
        </span>
      ))}
    </p>
  );
}
