// Front door of the rooms feature.
export { ImportRoomDialog } from './import-room-dialog.tsx';
export { NewRoomDialog } from './new-room-dialog.tsx';
export { RenameRoomDialog } from './rename-room-dialog.tsx';
export { exportRoom } from './room-archive.ts';
export { RoomsList } from './rooms-list.tsx';
export { markRoomRead, startRooms, useRooms } from './rooms-store.ts';
