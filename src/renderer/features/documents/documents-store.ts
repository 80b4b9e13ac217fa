// The documents and files of the open room, and what of them is being read.
import { create } from 'zustand';
import type { FileRef, Preview } from '../../../shared/model/file.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';
import { saveAddress } from '../../platform/save-address.ts';
import { type DocumentChoice, listDocuments } from './document-choice.ts';

/** What the reader shows. */
export type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'loading'; readonly file: FileRef }
  | { readonly state: 'shown'; readonly file: FileRef; readonly preview: Preview }
  | { readonly state: 'content'; readonly text: string }
  | { readonly state: 'failed'; readonly file: FileRef; readonly reason: string };

interface DocumentsState {
  readonly roomId: string | null;
  readonly phase: 'loading' | 'ready';
  readonly results: readonly ResultRecord[];
  readonly files: readonly FileRef[];
  readonly chosenId: string | null;
  readonly reading: Reading;
}

const empty: DocumentsState = {
  roomId: null,
  phase: 'loading',
  results: [],
  files: [],
  chosenId: null,
  reading: { state: 'none' },
};
export const useDocuments = create<DocumentsState>(() => empty);

/** Keeps the open room's documents current until the returned function is called. */
export function startDocuments(): () => void {
  const stops = [
    listen('result.changed', (result) => {
      if (result.roomId !== useDocuments.getState().roomId) return;
      useDocuments.setState(({ results }) => ({
        results: [...results.filter(({ id }) => id !== result.id), result],
      }));
      openNewest();
    }),
    listen('file.changed', (file) => {
      const { roomId, reading } = useDocuments.getState();
      if (file.roomId !== roomId) return;
      useDocuments.setState(({ files, results }) => ({
        files: [...files.filter(({ id }) => id !== file.id), file],
        results: results.map((result) => ({
          ...result,
          files: result.files.map((own) => (own.id === file.id ? file : own)),
        })),
      }));
      if (reading.state === 'failed' && reading.file.id === file.id && file.bytes.state === 'stored')
        void readFile(file);
    }),
    listen('profile.switched', () => useDocuments.setState(empty)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function loadDocuments(roomId: string): Promise<void> {
  if (useDocuments.getState().roomId === roomId) return;
  useDocuments.setState({ ...empty, roomId });
  const [results, files] = await Promise.all([
    callOrReport('results.list', { roomId }),
    callOrReport('files.list', { roomId }),
  ]);
  if (useDocuments.getState().roomId !== roomId) return;
  useDocuments.setState({ phase: 'ready', results: results ?? [], files: files ?? [] });
  openNewest();
}

/** Shows a document: the file that reads best, else its text. */
export function chooseDocument(choice: DocumentChoice): void {
  useDocuments.setState({ chosenId: choice.id });
  if (choice.kind === 'file') return void readFile(choice.file);
  const content = choice.result.body?.content ?? choice.result.text;
  if (choice.first === null) useDocuments.setState({ reading: { state: 'content', text: content } });
  else void readFile(choice.first);
}

/** Shows the document of a result, or a file, by its id. */
export function chooseDocumentById(id: string): void {
  const { files } = useDocuments.getState();
  const found = listDocuments(useDocuments.getState()).find((choice) => choice.id === id);
  if (found !== undefined) return chooseDocument(found);
  const file = files.find((one) => one.id === id);
  if (file === undefined) return;
  useDocuments.setState({ chosenId: id });
  void readFile(file);
}

export function readContent(text: string): void {
  useDocuments.setState({ reading: { state: 'content', text } });
}

/** Opens one file in the reader. */
export async function readFile(file: FileRef): Promise<void> {
  useDocuments.setState({ reading: { state: 'loading', file } });
  const isStill = (): boolean => {
    const { reading } = useDocuments.getState();
    return reading.state === 'loading' && reading.file.id === file.id;
  };
  if (file.bytes.state !== 'stored') {
    useDocuments.setState({ reading: { state: 'failed', file, reason: file.bytes.reason } });
    return;
  }
  const preview = await call('files.preview', { fileId: file.id });
  if (!isStill()) return;
  useDocuments.setState({
    reading: preview.ok
      ? { state: 'shown', file, preview: preview.value }
      : { state: 'failed', file, reason: preview.error.message },
  });
}

/** Asks the server for a file that is not here yet. */
export async function fetchFile(file: FileRef): Promise<void> {
  const fetched = await callOrReport('files.fetch', { fileId: file.id });
  if (fetched !== null) void readFile(fetched);
}

/** Hands a file to the browser's own save. */
export async function saveDocument(file: FileRef): Promise<void> {
  const address = await callOrReport('files.url', { fileId: file.id });
  if (address === null) return;
  saveAddress(address.url, file.name);
}

function openNewest(): void {
  const state = useDocuments.getState();
  const [newest] = listDocuments(state);
  if (state.chosenId === null && newest !== undefined) chooseDocument(newest);
}
