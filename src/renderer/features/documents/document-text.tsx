// The text of a generated document: read, edited beside its preview, compared with its versions, saved and printed.
import { Download, History, Pencil, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { MarkdownText } from '../../ui/markdown.tsx';
import type { DocumentResult } from './document-choice.ts';
import { editDraft, loadVersions, remakeSection, saveVersion, useDocumentWork } from './document-work.ts';
import { printDocument } from './print-document.ts';
import { saveText } from './save-text.ts';
import { TextPane } from './text-pane.tsx';
import { VersionsPane } from './versions-pane.tsx';

interface DocumentTextProps {
  readonly result: DocumentResult;
  /** The text as it was made. */
  readonly text: string;
}

export function DocumentText({ result, text }: DocumentTextProps) {
  const { id, title } = result;
  const versions = useDocumentWork((state) => state.versions[id]) ?? [];
  const draft = useDocumentWork((state) => state.drafts[id]);
  const note = useDocumentWork((state) => state.notes[id]);
  const [hasVersions, setVersions] = useState(false);
  useEffect(() => void loadVersions(id), [id]);
  const newest = versions.at(-1)?.text ?? text;
  if (draft !== undefined) return <Editor resultId={id} draft={draft} before={newest} />;
  if (hasVersions)
    return <VersionsPane resultId={id} versions={versions} onClose={() => setVersions(false)} />;
  return (
    <div className="document-text">
      {note === undefined ? null : (
        <p className="document-note" role="status">
          {note}
        </p>
      )}
      <TextPane
        text={newest}
        label="Document"
        onRemake={(section) => void remakeSection(result, section)}
        actions={
          <>
            {versions.length < 2 ? null : (
              <Button look="quiet" onPress={() => setVersions(true)}>
                <History aria-hidden className="lucide" />
                {versions.length} versions
              </Button>
            )}
            <Button look="quiet" onPress={() => editDraft(id, newest)}>
              <Pencil aria-hidden className="lucide" />
              Edit
            </Button>
            <IconButton
              label="Save this text as Markdown"
              icon={<Download aria-hidden />}
              onPress={() => saveText(title, newest)}
            />
            <IconButton label="Print" icon={<Printer aria-hidden />} onPress={printDocument} />
          </>
        }
      />
    </div>
  );
}

interface EditorProps {
  readonly resultId: string;
  readonly draft: string;
  readonly before: string;
}

function Editor({ resultId, draft, before }: EditorProps) {
  const isChanged = draft !== before;
  const save = async (): Promise<void> => {
    if (!isChanged || (await saveVersion(resultId, draft, 'Edited'))) editDraft(resultId, null);
  };
  return (
    <div className="text-pane">
      <div className="text-bar" role="toolbar" aria-label="Editing">
        <span className="muted">{isChanged ? 'Not saved yet' : 'No changes'}</span>
        <span className="text-actions">
          <Button look="quiet" onPress={() => editDraft(resultId, null)}>
            {isChanged ? 'Discard changes' : 'Stop editing'}
          </Button>
          <Button look="primary" isDisabled={!isChanged} onPress={() => void save()}>
            Save as a new version
          </Button>
        </span>
      </div>
      <div className="editor">
        <textarea
          className="editor-text"
          aria-label="Text of the document, as Markdown"
          value={draft}
          spellCheck
          onChange={({ target }) => editDraft(resultId, target.value)}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void save();
          }}
        />
        <article className="paper" tabIndex={0} aria-label="Preview">
          <MarkdownText text={draft} />
        </article>
      </div>
    </div>
  );
}
