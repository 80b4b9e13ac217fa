// The composer at the bottom of a room: its draft, what it answers, and what happens when it is sent now.
import { CornerUpLeft, Lightbulb, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Keys } from '../../ui/keys.tsx';
import type { ChangeDraft } from './attach-files.ts';
import { ComposerForm } from './composer-form.tsx';
import {
  changeDraft,
  draftOf,
  forgetIdea,
  isStoring,
  loadDraft,
  sendDraft,
  setReplyTo,
  useComposer,
} from './composer-store.ts';
import type { Destination } from './draft.ts';
import { sayTyping, stopTyping } from './typing.ts';

interface ComposerProps {
  readonly to: Destination;
  /** First words of the message that the draft answers. */
  readonly replyPreview: string | null;
  /** Null when a message leaves at once; else where it waits, as a sentence. */
  readonly waitNote: string | null;
  /** Whether it is one line high until it is used: beside a view that needs the room. */
  readonly isSmall: boolean;
}

export function Composer({ to, replyPreview, waitNote, isSmall }: ComposerProps) {
  const { roomId } = to;
  const state = useComposer();
  const draft = draftOf(state, roomId);
  const section = useRef<HTMLElement>(null);
  const isOpen = useIsOpen(section, isSmall);
  const isEmpty = draft.text.trim() === '' && draft.attachments.length === 0 && draft.replyTo === null;
  const isClosed = isSmall && isEmpty && draft.idea === null && !isOpen;
  const change: ChangeDraft = (apply) => changeDraft(roomId, apply);

  useEffect(() => {
    void loadDraft(roomId);
    return () => stopTyping(roomId);
  }, [roomId]);

  function send() {
    stopTyping(roomId);
    void sendDraft(to);
  }

  return (
    <section ref={section} className={isClosed ? 'composer is-closed' : 'composer'} aria-label="Composer">
      <ComposerForm
        roomId={roomId}
        draft={draft}
        problems={state.problems}
        change={change}
        onSubmit={send}
        onTyping={() => sayTyping(roomId)}
        onEscape={() => setReplyTo(roomId, null)}
        above={
          <>
            {draft.idea === null ? null : <IdeaLine roomId={roomId} title={draft.idea.title} />}
            {draft.replyTo === null ? null : <ReplyLine roomId={roomId} preview={replyPreview} />}
          </>
        }
        note={<Note failure={state.failure?.message ?? null} waitNote={waitNote} />}
        actions={
          <span className="composer-send">
            <Keys keys="Mod+Enter" />
            <Button look="primary" isDisabled={state.sending || isStoring(draft)} onPress={send}>
              {waitNote === null ? 'Send' : 'Save'}
            </Button>
          </span>
        }
      />
    </section>
  );
}

/** Open from the moment it gets the focus until something else of the page is pressed or focused; lists that it opens lie outside of it. */
function useIsOpen(section: RefObject<HTMLElement | null>, isSmall: boolean): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isSmall) return;
    const follow = ({ target }: Event): void => {
      if (!(target instanceof Element) || target === document.body) return;
      if (section.current?.contains(target) === true) setOpen(true);
      else if (target.closest('[role="listbox"], [role="dialog"], .popover') === null) setOpen(false);
    };
    document.addEventListener('pointerdown', follow);
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('pointerdown', follow);
      document.removeEventListener('focusin', follow);
    };
  }, [section, isSmall]);
  return isOpen;
}

function Note({ failure, waitNote }: { readonly failure: string | null; readonly waitNote: string | null }) {
  if (failure !== null) return <span className="field-error">Not saved: {failure} Your text is kept.</span>;
  return waitNote === null ? null : <span className="muted one-line">{waitNote}</span>;
}

function IdeaLine({ roomId, title }: { readonly roomId: string; readonly title: string }) {
  return (
    <div className="reply-line">
      <Lightbulb aria-hidden className="lucide" />
      <span className="one-line">From the idea “{title}”</span>
      <IconButton label="Not from this idea" icon={<X aria-hidden />} onPress={() => forgetIdea(roomId)} />
    </div>
  );
}

function ReplyLine({ roomId, preview }: { readonly roomId: string; readonly preview: string | null }) {
  return (
    <div className="reply-line">
      <CornerUpLeft aria-hidden className="lucide" />
      <span className="one-line">Replying to {preview === null ? 'an earlier message' : `“${preview}”`}</span>
      <IconButton label="Do not reply" icon={<X aria-hidden />} onPress={() => setReplyTo(roomId, null)} />
    </div>
  );
}
