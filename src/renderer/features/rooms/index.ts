// Front door of the rooms feature.
export { NewRoomDialog } from './new-room-dialog.tsx';
export { RenameRoomDialog } from './rename-room-dialog.tsx';
export { RoomsList } from './rooms-list.tsx';
export { markRoomRead, startRooms, useRooms } from './rooms-store.ts';
