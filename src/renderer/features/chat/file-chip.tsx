// A file of a message: its name, size and where its bytes are; pressing it opens the file.
import { Box, CircleAlert, FileSpreadsheet, FileText, Image, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { FileRef } from '../../../shared/model/file.ts';
import { fileSize } from '../../ui/words.ts';

interface FileChipProps {
  readonly file: FileRef;
  readonly onOpen: (file: FileRef) => void;
}

export function FileChip({ file, onOpen }: FileChipProps) {
  const Icon = file.bytes.state === 'missing' ? CircleAlert : iconOf(file.name);
  return (
    <li title={file.bytes.state === 'stored' ? file.name : `${file.name}: ${file.bytes.reason}`}>
      <Button className={`file-chip ${file.bytes.state}`} onPress={() => onOpen(file)}>
        <Icon aria-hidden className="lucide" />
        <span className="one-line">{file.name}</span>
        <span className="chip-note">{noteOf(file)}</span>
      </Button>
    </li>
  );
}

function noteOf(file: FileRef): string {
  if (file.bytes.state === 'awaited') return 'not fetched yet';
  return file.bytes.state === 'missing' ? 'not available' : fileSize(file.sizeBytes);
}

function iconOf(name: string): LucideIcon {
  if (/\.(step|stp|iges|igs|brep|glb|gltf|stl|obj|3mf)$/i.test(name)) return Box;
  if (/\.(xlsx|xls|csv|tsv)$/i.test(name)) return FileSpreadsheet;
  return /\.(png|jpe?g|webp|gif|svg)$/i.test(name) ? Image : FileText;
}
