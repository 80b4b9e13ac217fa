// The rooms of the active profile, fed by the bridge.
import { create } from 'zustand';
import type { NewRoom } from './new-room-dialog.tsx';
import type { Room } from '../../../shared/model/room.ts';
import type { Result } from '../../../shared/std/result.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';

interface RoomsState {
  readonly phase: 'loading' | 'ready';
  readonly rooms: readonly Room[];
}

export const useRooms = create<RoomsState>(() => ({ phase: 'loading', rooms: [] }));

/** Loads the rooms and keeps them current until the returned function is called. */
export function startRooms(): () => void {
  const stops = [
    listen('room.changed', (room) => useRooms.setState(({ rooms }) => ({ rooms: withRoom(rooms, room) }))),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Makes a room, or joins the one whose id is given. */
export async function createRoom(input: NewRoom): Promise<Result<Room>> {
  const answer = await call('rooms.create', input);
  if (answer.ok) useRooms.setState(({ rooms }) => ({ rooms: withRoom(rooms, answer.value) }));
  return answer;
}

/** Gives a room another title. */
export async function renameRoom(roomId: string, title: string): Promise<Result<Room>> {
  const answer = await call('rooms.rename', { roomId, title });
  if (answer.ok) useRooms.setState(({ rooms }) => ({ rooms: withRoom(rooms, answer.value) }));
  return answer;
}

export function markRoomRead(roomId: string): void {
  void callOrReport('rooms.markRead', { roomId });
}

/** The list with one room renewed: latest activity first. */
export function withRoom(rooms: readonly Room[], room: Room): Room[] {
  return byActivity([...rooms.filter((other) => other.id !== room.id), room]);
}

async function load(): Promise<void> {
  useRooms.setState({ phase: 'loading', rooms: [] });
  const rooms = await callOrReport('rooms.list', {});
  useRooms.setState({ phase: 'ready', rooms: byActivity([...(rooms ?? [])]) });
}

function byActivity(rooms: Room[]): Room[] {
  return rooms.sort(
    (a, b) =>
      (b.lastActivityAt ?? '').localeCompare(a.lastActivityAt ?? '') || a.title.localeCompare(b.title),
  );
}
