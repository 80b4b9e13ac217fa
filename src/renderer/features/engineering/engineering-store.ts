// The models of the open room, which of them is shown, and how far its opening has come.
import { create } from 'zustand';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import type { FileRef } from '../../../shared/model/file.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import type { Job } from '../../../shared/model/status.ts';
import { type NewMessageInput, newMessageSchema } from '../../../shared/model/new-message.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';
import { saveAddress } from '../../platform/save-address.ts';
import { loadModel, openerOf } from '../../viewer/index.ts';
import { choicesOf, type ModelChoice } from './model-choice.ts';
import { followsNewest } from './model-following.ts';
import { useViewOptions } from './view-options.ts';

/** What the viewport shows; each state carries only its own. */
export type Opening =
  | { readonly state: 'none' }
  | { readonly state: 'loading'; readonly name: string; readonly job: Job | null }
  | { readonly state: 'ready'; readonly name: string; readonly model: ModelMesh }
  | { readonly state: 'failed'; readonly name: string; readonly reason: string };

interface EngineeringState {
  readonly roomId: string | null;
  readonly phase: 'loading' | 'ready';
  readonly results: readonly ResultRecord[];
  readonly files: readonly FileRef[];
  readonly chosenId: string | null;
  /** When the person last chose a model themselves, and when they last asked for one; ISO 8601. */
  readonly chosenAt: string | null;
  readonly askedAt: string | null;
  readonly opening: Opening;
}

const empty: EngineeringState = {
  roomId: null,
  phase: 'loading',
  results: [],
  files: [],
  chosenId: null,
  chosenAt: null,
  askedAt: null,
  opening: { state: 'none' },
};
export const useEngineering = create<EngineeringState>(() => empty);
let openings = 0;

/** Keeps the models of the open room current until the returned function is called. */
export function startEngineering(): () => void {
  const stops = [
    listen('result.changed', (result) => {
      if (result.roomId === useEngineering.getState().roomId && result.kind === 'engineering') take(result);
    }),
    listen('message.changed', ({ roomId, kind, isOwn, createdAt }) => {
      const state = useEngineering.getState();
      if (roomId !== state.roomId || kind !== 'engineering' || !isOwn) return;
      if (createdAt > (state.askedAt ?? '')) useEngineering.setState({ askedAt: createdAt });
    }),
    listen('file.changed', (file) => {
      const { roomId, files } = useEngineering.getState();
      if (file.roomId !== roomId) return;
      useEngineering.setState({ files: [...files.filter(({ id }) => id !== file.id), file] });
      openFirst();
      retryWhenStored(file);
    }),
    listen('job.changed', (job) => {
      const { opening } = useEngineering.getState();
      if (opening.state === 'loading' && job.title.includes(opening.name))
        useEngineering.setState({ opening: { ...opening, job } });
    }),
    listen('profile.switched', () => useEngineering.setState(empty)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Loads what a room has; its newest model is shown. */
export async function loadRoom(roomId: string): Promise<void> {
  if (useEngineering.getState().roomId === roomId) return;
  openings += 1;
  useEngineering.setState({ ...empty, roomId });
  const [results, files] = await Promise.all([
    callOrReport('results.list', { roomId, kind: 'engineering' }),
    callOrReport('files.list', { roomId }),
  ]);
  if (useEngineering.getState().roomId !== roomId) return;
  useEngineering.setState({ phase: 'ready', results: results ?? [], files: files ?? [] });
  openFirst();
}

export function listChoices({ results, files }: Pick<EngineeringState, 'results' | 'files'>): ModelChoice[] {
  return choicesOf(results, files);
}

/** Shows the result or attached model that the person chose. */
export async function choose(choice: ModelChoice): Promise<void> {
  useEngineering.setState({ chosenAt: new Date().toISOString() });
  await show(choice);
}

async function show(choice: ModelChoice): Promise<void> {
  openings += 1;
  const turn = openings;
  const { file } = choice;
  const put = (opening: Opening): void => {
    if (turn === openings) useEngineering.setState({ opening });
  };
  useEngineering.setState({ chosenId: choice.id });
  if (file === null) return put({ state: 'none' });
  put({ state: 'loading', name: file.name, job: null });
  const opened = await openFile(file);
  put(
    opened.ok
      ? { state: 'ready', name: file.name, model: opened.model }
      : { state: 'failed', name: file.name, reason: opened.reason },
  );
}

/** Shows the choice with this id, of a result or a file, when the room has it. */
export function chooseById(id: string): void {
  const found = listChoices(useEngineering.getState()).find(
    (choice) => choice.id === id || choice.file?.id === id,
  );
  if (found !== undefined) void choose(found);
}

export function cancelOpening(): void {
  const { opening } = useEngineering.getState();
  if (opening.state === 'loading' && opening.job !== null)
    void callOrReport('jobs.cancel', { id: opening.job.id });
}

/** Sends a request; false when it could not be saved, which is told. */
export async function request(message: NewMessageInput): Promise<boolean> {
  return (await callOrReport('messages.send', newMessageSchema.parse(message))) !== null;
}

/** Where the bytes of a file can be fetched; null when they cannot, which is told. */
export async function addressOf(file: FileRef): Promise<string | null> {
  return (await callOrReport('files.url', { fileId: file.id }))?.url ?? null;
}

/** Hands the bytes of a file to the browser's own save. */
export async function saveFile(file: FileRef): Promise<void> {
  const address = await callOrReport('files.url', { fileId: file.id });
  if (address === null) return;
  saveAddress(address.url, file.name);
}

type Opened =
  | { readonly ok: true; readonly model: ModelMesh }
  | { readonly ok: false; readonly reason: string };

async function openFile(file: FileRef): Promise<Opened> {
  const byKernel = openerOf(file.name) === 'kernel';
  const address = byKernel
    ? await call('models.open', { fileId: file.id })
    : await call('files.url', { fileId: file.id });
  if (!address.ok) return { ok: false, reason: sentence(address.error) };
  try {
    const answer = await fetch(address.value.url);
    if (!answer.ok)
      return { ok: false, reason: `${file.name} could not be read (${answer.status}). It stays attached.` };
    return {
      ok: true,
      model: await loadModel(await answer.arrayBuffer(), byKernel ? 'model.mesh' : file.name),
    };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function sentence({ message }: Failure): string {
  return message;
}

/** A model is shown unasked only while nothing else was chosen. */
function openFirst(): void {
  const state = useEngineering.getState();
  const [first] = listChoices(state);
  if (state.chosenId === null && first !== undefined) void show(first);
}

/** Takes in a result; a new one is shown unless the person is busy with another, the shown one when its file came. */
function take(result: ResultRecord): void {
  const before = useEngineering.getState();
  const isNew = before.results.every(({ id }) => id !== result.id);
  const results = [...before.results.filter(({ id }) => id !== result.id), result];
  useEngineering.setState({ results });
  const choice = listChoices(useEngineering.getState()).find(({ id }) => id === result.id);
  if (choice === undefined) return;
  const { tool, measurements } = useViewOptions.getState();
  const isMeasuring = tool === 'measure' || measurements.length > 0;
  if (before.chosenId === null || (isNew && followsNewest({ ...before, isMeasuring }))) void show(choice);
  else if (before.chosenId === result.id && before.opening.state === 'none') void show(choice);
}

function retryWhenStored(file: FileRef): void {
  const state = useEngineering.getState();
  const chosen = listChoices(state).find(({ id }) => id === state.chosenId);
  if (chosen?.file?.id === file.id && file.bytes.state === 'stored' && state.opening.state === 'failed')
    void show(chosen);
}
