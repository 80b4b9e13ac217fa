// The frame of the workstation: rail, rooms, room, side panel, status bar.
import { MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import {
  ImportRoomDialog,
  NewRoomDialog,
  RenameRoomDialog,
  RoomsList,
  useRooms,
} from '../features/rooms/index.ts';
import { SearchDialog } from '../features/search/index.ts';
import { SettingsDialog } from '../features/settings/index.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { BridgeLost } from './bridge-lost.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { showDialog, showRoom, useLayout } from './layout-store.ts';
import { openMessage } from './open-things.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { RoomPage } from './room-page.tsx';
import { SidePanel } from './side-panel.tsx';
import { startStores } from './start-stores.ts';
import { StatusBar } from './status-bar.tsx';
import { useAppearance } from './use-appearance.ts';
import { useMenuCommands } from './use-menu-commands.ts';
import { useKeyboard } from './use-keyboard.ts';
import './app.css';

export function App() {
  const { roomId, side, dialog, isRoomsShown } = useLayout();
  const { phase, rooms } = useRooms();
  useAppearance();
  useKeyboard();
  useMenuCommands();
  useEffect(() => startStores(), []);
  const room = rooms.find(({ id }) => id === roomId) ?? null;
  // A fresh page shows the room that was used last.
  useEffect(() => {
    if (phase === 'ready' && room === null) showRoom(rooms[0]?.id ?? null);
  }, [phase, room, rooms]);
  const panelIds = [...(isRoomsShown ? ['rooms'] : []), 'room', ...(side === null ? [] : ['side'])];
  const remembered = useDefaultLayout({ id: 'workstation', panelIds, storage: localStorage });
  return (
    <div className="app">
      <BridgeLost />
      <Rail />
      <Group className="app-panes" orientation="horizontal" {...remembered}>
        {isRoomsShown ? (
          <>
            <Panel id="rooms" defaultSize="250px" minSize="180px" maxSize="380px">
              <RoomsList
                selectedId={roomId}
                onSelect={showRoom}
                onNewRoom={() => showDialog('new-room')}
                onRename={(id) => {
                  showRoom(id);
                  showDialog('rename-room');
                }}
                onImport={() => showDialog('import-room')}
              />
            </Panel>
            <Separator className="divider" aria-label="Width of the rooms" />
          </>
        ) : null}
        <Panel id="room" minSize="360px">
          <main className="app-main">
            {room === null ? (
              <NoRoom isLoading={phase === 'loading'} />
            ) : (
              <RoomPage key={room.id} room={room} />
            )}
          </main>
        </Panel>
        {side === null ? null : (
          <>
            <Separator className="divider" aria-label="Width of the panel" />
            <Panel id="side" defaultSize="340px" minSize="260px" maxSize="560px">
              <SidePanel side={side} />
            </Panel>
          </>
        )}
      </Group>
      <StatusBar />
      <NewRoomDialog
        isOpen={dialog === 'new-room'}
        onClose={() => showDialog(null)}
        onCreated={({ id }) => showRoom(id)}
      />
      <RenameRoomDialog room={room} isOpen={dialog === 'rename-room'} onClose={() => showDialog(null)} />
      <ImportRoomDialog
        isOpen={dialog === 'import-room'}
        onClose={() => showDialog(null)}
        onShowRoom={showRoom}
      />
      <SearchDialog
        isOpen={dialog === 'search'}
        roomId={roomId}
        onClose={() => showDialog(null)}
        onOpen={openMessage}
      />
      <SettingsDialog isOpen={dialog === 'settings'} onClose={() => showDialog(null)} />
      <Palette />
      <HelpDialog />
    </div>
  );
}

function NoRoom({ isLoading }: { readonly isLoading: boolean }) {
  if (isLoading) return null;
  return (
    <Empty
      icon={<MessagesSquare />}
      title="Begin with a room"
      action={
        <Button look="primary" onPress={() => showDialog('new-room')}>
          New room
        </Button>
      }
    >
      A room is a product or a job. In it you write to colleagues, ask Haitch, and have parts, documents and
      ideas made. It all works without a network.
    </Empty>
  );
}
