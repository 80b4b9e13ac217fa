// The rooms in order of activity, with what is unread and what waits.
import { CircleDashed, Plus } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Room } from '../../../shared/model/room.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { plainWords, shortTime } from '../../ui/words.ts';
import { type OpenRoomMenu, RoomMenu } from './room-menu.tsx';
import { useRooms } from './rooms-store.ts';
import './rooms.css';

interface RoomsListProps {
  readonly selectedId: string | null;
  readonly onSelect: (roomId: string) => void;
  readonly onNewRoom: () => void;
  readonly onRename: (roomId: string) => void;
  readonly onImport: () => void;
}

export function RoomsList({ selectedId, onSelect, onNewRoom, onRename, onImport }: RoomsListProps) {
  const { phase, rooms } = useRooms();
  const now = useNow(60_000);
  const [menu, setMenu] = useState<OpenRoomMenu | null>(null);
  return (
    <nav className="rooms" aria-label="Rooms">
      <h2 className="pane-title">Rooms</h2>
      {phase === 'loading' ? (
        <Skeleton lines={5} label="Loading rooms" />
      ) : (
        <ListBox
          aria-label="Rooms"
          className="rooms-list"
          items={rooms}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : [...keys];
            if (chosen !== undefined) onSelect(String(chosen));
          }}
          renderEmptyState={() => (
            <p className="rooms-none">No rooms yet. A room is a product or a job you work on.</p>
          )}
        >
          {(room) => <RoomItem room={room} now={now} onMenu={setMenu} />}
        </ListBox>
      )}
      <RoomMenu open={menu} onClose={() => setMenu(null)} onRename={onRename} onImport={onImport} />
      <div className="rooms-foot">
        <Button look="quiet" onPress={onNewRoom}>
          <Plus aria-hidden className="lucide" />
          New room
        </Button>
      </div>
    </nav>
  );
}

interface RoomItemProps {
  readonly room: Room;
  readonly now: number;
  readonly onMenu: (menu: OpenRoomMenu) => void;
}

function RoomItem({ room, now, onMenu }: RoomItemProps) {
  return (
    <ListBoxItem
      id={room.id}
      textValue={room.title}
      aria-label={labelOf(room, now)}
      className={`room ${room.unread > 0 ? 'unread' : ''}`}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ roomId: room.id, row: event.currentTarget });
      }}
    >
      <span className="room-title one-line">{room.title}</span>
      <span className="room-time">
        {room.lastActivityAt === null ? '' : shortTime(room.lastActivityAt, now)}
      </span>
      <span className="room-preview one-line">{previewOf(room)}</span>
      <span className="room-counts">
        {room.waiting > 0 ? (
          <span className="room-waiting" title={`${room.waiting} waiting to be sent`}>
            <CircleDashed aria-hidden className="lucide" />
            {room.waiting.toLocaleString('en-GB')}
          </span>
        ) : null}
        {room.unread > 0 ? <span className="badge">{room.unread > 999 ? '999+' : room.unread}</span> : null}
      </span>
    </ListBoxItem>
  );
}

/** Begins with what is seen, so that people who speak to their computer can name it. */
function labelOf(room: Room, now: number): string {
  const facts = [
    room.lastActivityAt === null ? '' : shortTime(room.lastActivityAt, now),
    previewOf(room),
    room.unread > 0 ? `${room.unread} unread` : '',
    room.waiting > 0 ? `${room.waiting} to be sent` : '',
  ];
  return [room.title, ...facts.filter((fact) => fact !== '')].join(' ');
}

function previewOf({ lastPreview }: Room): string {
  return lastPreview === '' ? 'Nothing written yet' : plainWords(lastPreview);
}
