// The rail: rooms, what is new, the queue; help and settings at its foot.
import { Bell, CircleHelp, Command, Inbox, PanelLeft, Search, Settings } from 'lucide-react';
import { useNotices } from '../features/notices/index.ts';
import { useQueue } from '../features/queue/index.ts';
import { IconButton } from '../ui/button.tsx';
import { keysOf } from './commands.ts';
import { showDialog, toggleRooms, toggleSide, useLayout } from './layout-store.ts';

export function Rail() {
  const { side, isRoomsShown } = useLayout();
  const waiting = useQueue((state) => state.counts.total);
  const unread = useNotices((state) => state.notices.filter(({ read }) => !read).length);
  return (
    <nav className="rail" aria-label="Workstation">
      <IconButton
        placement="right"
        label={isRoomsShown ? 'Hide rooms' : 'Show rooms'}
        keys={keysOf('rooms.toggle')}
        isPressed={isRoomsShown}
        icon={<PanelLeft />}
        onPress={toggleRooms}
      />
      <IconButton
        placement="right"
        label="Find a command"
        keys={keysOf('palette')}
        icon={<Command />}
        onPress={() => showDialog('palette')}
      />
      <IconButton
        placement="right"
        label="Search messages"
        keys={keysOf('search')}
        icon={<Search />}
        onPress={() => showDialog('search')}
      />
      <IconButton
        placement="right"
        label="Queue"
        keys={keysOf('queue')}
        isPressed={side?.panel === 'queue'}
        icon={<Inbox />}
        onPress={() => toggleSide('queue')}
      >
        {waiting > 0 ? <span className="rail-count">{waiting > 99 ? '99+' : waiting}</span> : null}
      </IconButton>
      <IconButton
        placement="right"
        label="Notices"
        isPressed={side?.panel === 'notices'}
        icon={<Bell />}
        onPress={() => toggleSide('notices')}
      >
        {unread > 0 ? <span className="rail-count">{unread > 99 ? '99+' : unread}</span> : null}
      </IconButton>
      <span className="rail-gap" />
      <IconButton
        placement="right"
        label="Keyboard help"
        keys={keysOf('help')}
        icon={<CircleHelp />}
        onPress={() => showDialog('help')}
      />
      <IconButton
        placement="right"
        label="Settings"
        keys={keysOf('settings')}
        icon={<Settings />}
        onPress={() => showDialog('settings')}
      />
    </nav>
  );
}
