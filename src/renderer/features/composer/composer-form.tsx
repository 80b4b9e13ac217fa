// The one form for every kind of message: kind switch, text, the kind's fields, attachments, and the button.
import { Paperclip } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { Segmented } from '../../ui/segmented.tsx';
import { AttachmentChips } from './attachment-chips.tsx';
import { attachFiles, type ChangeDraft, removeAttachment } from './attach-files.ts';
import type { Draft } from './draft.ts';
import { KindFields } from './kind-fields.tsx';
import { kindOf, kinds } from './kinds.ts';
import type { Problems } from './problems.ts';
import './composer.css';

interface ComposerFormProps {
  readonly roomId: string;
  readonly draft: Draft;
  readonly problems: Problems;
  readonly change: ChangeDraft;
  readonly onSubmit: () => void;
  readonly onTyping?: () => void;
  readonly onEscape?: () => void;
  readonly autoFocus?: boolean;
  /** Above the text: what is being answered. */
  readonly above?: ReactNode;
  /** Beside the paperclip: a hint or a failure. */
  readonly note: ReactNode;
  readonly actions: ReactNode;
}

export function ComposerForm({
  roomId,
  draft,
  problems,
  change,
  onSubmit,
  onTyping,
  onEscape,
  ...rest
}: ComposerFormProps) {
  const kind = kindOf(draft.kind);
  const errorId = useId();
  const message = [problems.text, problems.attachments, problems.whole].filter(Boolean).join(' ');

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return;
    const inText = event.target instanceof HTMLTextAreaElement;
    const plainEnter = inText && kind.enterSends && !event.shiftKey && !event.altKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || plainEnter)) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'Escape' && inText) {
      onEscape?.();
    }
  }

  return (
    // Ctrl+Enter sends from every field of the form
    <div className="composer-form" onKeyDown={onKeyDown}>
      <Segmented
        label="Kind of message"
        value={draft.kind}
        segments={kinds}
        onChange={(chosen) => change((now) => ({ ...now, kind: chosen }))}
      />
      {rest.above}
      <TextField
        aria-label="Message"
        className="composer-text"
        value={draft.text}
        isInvalid={message !== ''}
        autoFocus={rest.autoFocus === true}
        onChange={(text) => {
          change((now) => ({ ...now, text }));
          onTyping?.();
        }}
      >
        <TextArea
          className="composer-area"
          rows={1}
          placeholder={kind.placeholder}
          {...(message === '' ? {} : { 'aria-describedby': errorId })}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length > 0) void attachFiles(roomId, files, change);
          }}
        />
      </TextField>
      <KindFields
        draft={draft}
        problems={problems}
        onChange={(fields) => change((now) => ({ ...now, fields: { ...now.fields, ...fields } }))}
      />
      <AttachmentChips attachments={draft.attachments} onRemove={(key) => removeAttachment(key, change)} />
      <div className="composer-foot">
        <AttachInput onChoose={(files) => void attachFiles(roomId, files, change)} />
        <div className="composer-note" aria-live="polite">
          {message === '' ? (
            rest.note
          ) : (
            <span className="field-error" id={errorId}>
              {message}
            </span>
          )}
        </div>
        {rest.actions}
      </div>
    </div>
  );
}

function AttachInput({ onChoose }: { readonly onChoose: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label className="attach" title="Attach files, or drop them on the room">
      <Paperclip aria-hidden className="lucide" />
      <span className="vh">Attach files</span>
      <input
        ref={input}
        type="file"
        multiple
        className="vh"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (input.current !== null) input.current.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </label>
  );
}
