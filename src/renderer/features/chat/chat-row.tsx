// One row of the chat, by what it is.
import { Unlink } from 'lucide-react';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { clockTime, dayName } from '../../ui/words.ts';
import { type MessageActions, MessageRow } from './message-row.tsx';
import type { Row } from './story.ts';

interface ChatRowProps {
  readonly row: Row;
  readonly now: number;
  readonly results: Readonly<Record<string, ResultRecord>>;
  readonly selectedId: string | null;
  readonly actions: MessageActions;
}

export function ChatRow({ row, now, results, selectedId, actions }: ChatRowProps) {
  switch (row.row) {
    case 'day':
      return (
        <p className="day">
          <span>{dayName(row.at, now)}</span>
        </p>
      );
    case 'new':
      return (
        <p className="day new">
          <span>New</span>
        </p>
      );
    case 'gap':
      return (
        <p className="gap">
          <Unlink aria-hidden className="lucide" />
          <span>
            Messages may be missing here ({clockTime(row.gap.at)}): {row.gap.reason}
          </span>
        </p>
      );
    case 'message':
      return (
        <MessageRow
          row={row}
          results={row.message.resultIds.flatMap((id) => results[id] ?? [])}
          isSelected={row.message.id === selectedId}
          actions={actions}
        />
      );
  }
}
