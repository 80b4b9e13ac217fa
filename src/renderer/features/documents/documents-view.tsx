// Documents of a room: the list, and the reader for whatever is chosen.
import { Download, FileText, Paperclip } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FileRef } from '../../../shared/model/file.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { count, shortTime } from '../../ui/words.ts';
import { type DocumentChoice, type DocumentResult, listDocuments } from './document-choice.ts';
import {
  chooseDocument,
  fetchFile,
  loadDocuments,
  readContent,
  readFile,
  type Reading,
  saveDocument,
  useDocuments,
} from './documents-store.ts';
import { DocumentText } from './document-text.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { TextPane } from './text-pane.tsx';
import './documents.css';

interface DocumentsViewProps {
  readonly roomId: string;
  readonly onShowModel: (fileId: string) => void;
}

export function DocumentsView({ roomId, onShowModel }: DocumentsViewProps) {
  const { phase, results, files, chosenId, reading } = useDocuments();
  const choices = useMemo(() => listDocuments({ results, files }), [results, files]);
  useEffect(() => void loadDocuments(roomId), [roomId]);
  if (phase === 'loading') return <Skeleton lines={8} label="Loading documents" />;
  if (choices.length === 0) {
    return (
      <Empty icon={<FileText />} title="No documents yet">
        Choose Document below to have a specification or a bill of materials made from what this room knows,
        or drop a data sheet here.
      </Empty>
    );
  }
  const chosen = choices.find(({ id }) => id === chosenId) ?? null;
  return (
    <div className="documents">
      <DocumentList choices={choices} chosenId={chosenId} />
      <div className="reader">
        {chosen?.kind === 'document' ? <DocumentHead result={chosen.result} reading={reading} /> : null}
        {chosen?.kind === 'document' && reading.state === 'content' ? (
          <DocumentText key={chosen.id} result={chosen.result} text={reading.text} />
        ) : (
          <Reader reading={reading} onShowModel={onShowModel} />
        )}
      </div>
    </div>
  );
}

function DocumentList({
  choices,
  chosenId,
}: {
  readonly choices: readonly DocumentChoice[];
  readonly chosenId: string | null;
}) {
  const now = useNow(60_000);
  return (
    <ListBox
      aria-label="Documents and files"
      className="picker"
      items={choices}
      selectionMode="single"
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        const choice = choices.find(({ id }) => id === key);
        if (choice !== undefined) chooseDocument(choice);
      }}
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.title} className="picker-row">
          {choice.kind === 'document' ? (
            <FileText aria-hidden className="lucide" />
          ) : (
            <Paperclip aria-hidden className="lucide" />
          )}
          <span className="one-line picker-title">{choice.title}</span>
          <span className="muted">{shortTime(choice.createdAt, now)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** A document's title, its formats, and what is missing in it. */
function DocumentHead({ result, reading }: { readonly result: DocumentResult; readonly reading: Reading }) {
  const { body } = result;
  const gaps = body?.gaps ?? [];
  const shownId = reading.state === 'shown' || reading.state === 'loading' ? reading.file.id : null;
  const content = body?.content;
  return (
    <header className="document-head">
      <h2 className="one-line">{result.title}</h2>
      <div className="document-formats">
        {content === undefined ? null : (
          <Button look={reading.state === 'content' ? 'plain' : 'quiet'} onPress={() => readContent(content)}>
            Text
          </Button>
        )}
        {result.files.map((file) => (
          <Format key={file.id} file={file} isShown={shownId === file.id} />
        ))}
      </div>
      {gaps.length === 0 ? null : (
        <details className="document-gaps">
          <summary>{count(gaps.length, 'gap')} to fill</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function Format({ file, isShown }: { readonly file: FileRef; readonly isShown: boolean }) {
  const extension = file.name.split('.').at(-1)?.toUpperCase() ?? file.name;
  return (
    <span className="document-format">
      <Button
        look={isShown ? 'plain' : 'quiet'}
        label={`Read ${file.name}`}
        onPress={() => void readFile(file)}
      >
        {extension}
      </Button>
      <IconButton
        label={`Save ${file.name}`}
        icon={<Download aria-hidden />}
        onPress={() => void saveDocument(file)}
      />
    </span>
  );
}

function Reader({
  reading,
  onShowModel,
}: {
  readonly reading: Reading;
  readonly onShowModel: (fileId: string) => void;
}) {
  switch (reading.state) {
    case 'none':
      return (
        <Empty icon={<FileText />} title="Choose something to read">
          Documents and files of this room are on the left.
        </Empty>
      );
    case 'loading':
      return <Skeleton lines={10} label={`Opening ${reading.file.name}`} />;
    case 'content':
      return <TextPane text={reading.text} label="Document" />;
    case 'failed':
      return (
        <Empty
          icon={<FileText />}
          title={`${reading.file.name} cannot be read here`}
          action={
            reading.file.bytes.state === 'stored' ? (
              <Button onPress={() => void saveDocument(reading.file)}>Save a copy</Button>
            ) : (
              <Button onPress={() => void fetchFile(reading.file)}>Fetch now</Button>
            )
          }
        >
          {reading.reason}
        </Empty>
      );
    case 'shown':
      return (
        <PreviewPane
          file={reading.file}
          preview={reading.preview}
          onShowModel={onShowModel}
          onSave={() => void saveDocument(reading.file)}
        />
      );
  }
}
