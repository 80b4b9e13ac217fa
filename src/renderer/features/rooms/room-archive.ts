// Rooms out as archives and in again.
import { create } from 'zustand';
import { type RoomImport, roomImportSchema } from '../../../shared/model/room.ts';
import { call, callOrReport } from '../../platform/bridge.ts';
import { saveAddress } from '../../platform/save-address.ts';
import { postFile } from '../../platform/upload-file.ts';

/** How far an import has come. */
export type Importing =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly name: string }
  | { readonly state: 'done'; readonly outcome: RoomImport }
  | { readonly state: 'failed'; readonly name: string; readonly reason: string };

export const useRoomImport = create<{ readonly importing: Importing }>(() => ({
  importing: { state: 'none' },
}));

const show = (importing: Importing): void => useRoomImport.setState({ importing });

/** Saves the archive of a room; the jobs list shows how far it is. */
export async function exportRoom(roomId: string): Promise<void> {
  const archive = await callOrReport('rooms.exportUrl', { roomId });
  if (archive !== null) saveAddress(archive.url, archive.name);
}

/** Makes a room of a chosen archive. */
export async function importRoom(file: File): Promise<void> {
  const { name } = file;
  show({ state: 'running', name });
  const address = await call('rooms.importUrl', {});
  const answer = address.ok ? await postFile(address.value.url, file, roomImportSchema) : address;
  if (answer.ok) show({ state: 'done', outcome: answer.value });
  else show({ state: 'failed', name, reason: answer.error.message });
}

/** Forgets how the last import ended; one that is running goes on. */
export function forgetImport(): void {
  if (useRoomImport.getState().importing.state !== 'running') show({ state: 'none' });
}
