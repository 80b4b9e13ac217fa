// Edits what waits in the queue, in the same form it was written in, with the server's words beside the fields.
import { useEffect, useState } from 'react';
import type { Entry } from '../../../shared/model/entry.ts';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { ComposerForm } from './composer-form.tsx';
import { isStoring } from './composer-store.ts';
import { loadFiles, saveEdit } from './edit-entry.ts';
import { type Draft, fromRequest, toRequest } from './draft.ts';
import { type Problems, problemsOf, problemsOfRefusal } from './problems.ts';

interface EditEntryDialogProps {
  readonly entry: Entry | null;
  readonly onClose: () => void;
}

export function EditEntryDialog({ entry, onClose }: EditEntryDialogProps) {
  return (
    <ModalDialog title="Edit before it is sent" isOpen={entry !== null} onClose={onClose} size="medium">
      {entry === null ? null : <EditForm key={entry.messageId} entry={entry} onClose={onClose} />}
    </ModalDialog>
  );
}

function EditForm({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { request } = entry;
  const [draft, setDraft] = useState<Draft>(() => fromRequest(request, []));
  const [problems, setProblems] = useState<Problems>(() =>
    entry.state.state === 'quarantined' ? problemsOfRefusal(entry.state.refusal, draft) : {},
  );
  const [failure, setFailure] = useState<string | null>(null);
  const [filesAreHere, setFilesAreHere] = useState(request.fileIds.length === 0);
  const to = { roomId: request.roomId, productId: request.productId };

  useEffect(() => {
    if (request.fileIds.length === 0) return;
    void loadFiles(request).then((files) => {
      setDraft((now) => ({
        ...now,
        attachments: [...fromRequest(request, files).attachments, ...now.attachments],
      }));
      setFilesAreHere(true);
    });
  }, [request]);

  async function save() {
    const found = problemsOf(draft, to);
    setProblems(found);
    if (Object.keys(found).length > 0 || !filesAreHere || isStoring(draft)) return;
    const edited = { ...keptOf(request, draft), ...toRequest(draft, to) };
    const refused = await saveEdit(entry.messageId, edited);
    if (refused === null) onClose();
    else setFailure(refused.message);
  }

  return (
    <div className="edit-entry">
      <ComposerForm
        roomId={request.roomId}
        draft={draft}
        problems={problems}
        change={setDraft}
        onSubmit={() => void save()}
        autoFocus
        note={failure === null ? null : <span className="field-error">{failure} Your text is kept.</span>}
        actions={
          <span className="composer-send">
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" isDisabled={!filesAreHere || isStoring(draft)} onPress={() => void save()}>
              Save
            </Button>
          </span>
        }
      />
    </div>
  );
}

/** What the form does not show and an edit must not lose. */
function keptOf(request: NewMessage, draft: Draft): { metadata?: Record<string, unknown> } {
  return request.kind === 'chat' && draft.kind === 'chat' ? { metadata: request.metadata } : {};
}
