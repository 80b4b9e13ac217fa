// Search through all messages: type, walk with the arrows, Enter opens the message where it stands.
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useRef } from 'react';
import type { SearchHit } from '../../../shared/model/search.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { shortTime } from '../../ui/words.ts';
import { search, searchMore, useSearch } from './search-store.ts';
import './search.css';

interface SearchDialogProps {
  readonly isOpen: boolean;
  readonly roomId: string | null;
  readonly onClose: () => void;
  readonly onOpen: (hit: SearchHit) => void;
}

export function SearchDialog({ isOpen, roomId, onClose, onOpen }: SearchDialogProps) {
  return (
    <ModalDialog title="Search messages" isOpen={isOpen} onClose={onClose} size="medium">
      <Search roomId={roomId} onOpen={onOpen} />
    </ModalDialog>
  );
}

function Search({ roomId, onOpen }: Pick<SearchDialogProps, 'roomId' | 'onOpen'>) {
  const state = useSearch();
  const list = useRef<HTMLDivElement>(null);
  const isHere = state.roomId !== null;
  return (
    <div className="search">
      <div className="search-head">
        <input
          className="input"
          type="search"
          aria-label="Words to search for"
          placeholder="Words in any message"
          autoFocus
          value={state.query}
          onChange={(event) => search(event.target.value, state.roomId)}
          onKeyDown={(event) => {
            const [first] = state.hits;
            if (event.key === 'Enter' && first !== undefined) onOpen(first);
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
          }}
        />
        {roomId === null ? null : (
          <CheckBox
            label="This room only"
            isSelected={isHere}
            onChange={(only) => search(state.query, only ? roomId : null)}
          />
        )}
      </div>
      <div ref={list} className="search-list">
        {state.hits.length === 0 ? (
          <p className="muted search-empty" role="status">
            {emptyWords(state.phase, state.query)}
          </p>
        ) : (
          <Hits hits={state.hits} onOpen={onOpen} />
        )}
        {state.hasMore ? <Button onPress={searchMore}>Show more</Button> : null}
      </div>
    </div>
  );
}

function Hits({
  hits,
  onOpen,
}: {
  readonly hits: readonly SearchHit[];
  readonly onOpen: (hit: SearchHit) => void;
}) {
  const now = useNow(60_000);
  return (
    <ListBox
      aria-label="Messages found"
      items={hits}
      onAction={(key) => {
        const hit = hits.find(({ messageId }) => messageId === key);
        if (hit !== undefined) onOpen(hit);
      }}
    >
      {(hit) => (
        <ListBoxItem
          id={hit.messageId}
          textValue={hit.snippet.map(({ text }) => text).join('')}
          className="search-hit"
        >
          <span className="search-hit-head">
            <b>{authorOf(hit)}</b>
            <span className="muted one-line">{hit.roomTitle}</span>
            <time className="muted" dateTime={hit.createdAt}>
              {shortTime(hit.createdAt, now)}
            </time>
          </span>
          <span className="search-snippet">
            {hit.snippet.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text))}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function authorOf({ isOwn, kind, authorId }: SearchHit): string {
  if (isOwn) return 'You';
  if (kind === 'answer') return 'Haitch';
  return kind === 'system' || kind === 'error' ? 'Server' : authorId;
}

function emptyWords(phase: 'idle' | 'searching' | 'done', query: string): string {
  if (phase === 'idle') return 'Every word must be in the message; the last one may be a beginning.';
  return phase === 'searching' ? 'Searching…' : `No message holds “${query.trim().slice(0, 60)}”.`;
}
