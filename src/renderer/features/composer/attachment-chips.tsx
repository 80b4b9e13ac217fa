// The files of a draft as chips: stored, being stored, or failed with the reason.
import { CircleAlert, FileText, LoaderCircle, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { fileSize } from '../../ui/words.ts';
import type { Attachment } from './draft.ts';

interface AttachmentChipsProps {
  readonly attachments: readonly Attachment[];
  readonly onRemove: (key: string) => void;
}

export function AttachmentChips({ attachments, onRemove }: AttachmentChipsProps) {
  if (attachments.length === 0) return null;
  return (
    <ul className="chips" aria-label="Attached files">
      {attachments.map((attached) => (
        <li
          key={attached.key}
          className={`chip ${attached.state}`}
          {...(attached.state === 'failed' ? { title: attached.reason } : {})}
        >
          <ChipIcon state={attached.state} />
          <span className="one-line">{nameOf(attached)}</span>
          <span className="chip-note">{noteOf(attached)}</span>
          <Button
            className="chip-remove"
            aria-label={`Remove ${nameOf(attached)}`}
            onPress={() => onRemove(attached.key)}
          >
            <X aria-hidden className="lucide" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function ChipIcon({ state }: { readonly state: Attachment['state'] }) {
  if (state === 'storing') return <LoaderCircle aria-hidden className="lucide spin" />;
  return state === 'failed' ? (
    <CircleAlert aria-hidden className="lucide" />
  ) : (
    <FileText aria-hidden className="lucide" />
  );
}

function nameOf(attached: Attachment): string {
  return attached.state === 'stored' ? attached.file.name : attached.name;
}

function noteOf(attached: Attachment): string {
  if (attached.state === 'storing') return 'storing…';
  return attached.state === 'failed' ? 'not stored' : fileSize(attached.file.sizeBytes);
}
