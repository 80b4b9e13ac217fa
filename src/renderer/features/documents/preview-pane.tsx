// One file, shown by what it is.
import { Box, Download, FileQuestion } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { FileRef, Preview } from '../../../shared/model/file.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TablePane } from './table-pane.tsx';
import { TextPane } from './text-pane.tsx';

const PdfPane = lazy(async () => ({ default: (await import('./pdf-pane.tsx')).PdfPane }));

interface PreviewPaneProps {
  readonly file: FileRef;
  readonly preview: Preview;
  readonly onShowModel: (fileId: string) => void;
  readonly onSave: () => void;
}

export function PreviewPane({ file, preview, onShowModel, onSave }: PreviewPaneProps) {
  switch (preview.kind) {
    case 'markdown':
      return <TextPane key={file.id} text={preview.text} label={file.name} />;
    case 'text':
      return (
        <article className="plain-text" tabIndex={0} aria-label={file.name}>
          <pre>{preview.text}</pre>
          {preview.truncated ? (
            <p className="muted">Only the beginning is shown; save the file to see all of it.</p>
          ) : null}
        </article>
      );
    case 'table':
      return <TablePane key={file.id} sheets={preview.sheets} />;
    case 'pdf':
      return (
        <Suspense fallback={<Skeleton lines={12} label={`Opening ${file.name}`} />}>
          <PdfPane key={file.id} url={preview.url} name={file.name} />
        </Suspense>
      );
    case 'image':
      return (
        <div className="picture">
          <img src={preview.url} alt={file.name} />
        </div>
      );
    case 'model':
      return (
        <Empty
          icon={<Box />}
          title={file.name}
          action={
            <Button look="primary" onPress={() => onShowModel(file.id)}>
              Show in the viewer
            </Button>
          }
        >
          This is a model.
        </Empty>
      );
    case 'none':
      return (
        <Empty
          icon={<FileQuestion />}
          title={file.name}
          action={
            <Button onPress={onSave}>
              <Download aria-hidden className="lucide" />
              Save a copy
            </Button>
          }
        >
          {preview.reason}
        </Empty>
      );
  }
}
