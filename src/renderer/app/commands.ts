// Every command of the workstation in one table; the keyboard, the palette and the help sheet read it.
import type { Command } from '../ui/command.ts';
import { composerCommands } from '../features/composer/index.ts';
import { engineeringCommands } from '../features/engineering/index.ts';
import { exportRoom, useRooms } from '../features/rooms/index.ts';
import { changeSettings } from '../features/settings/index.ts';
import { setOffline, useStatus } from '../features/status/index.ts';
import {
  showDialog,
  showRoom,
  showSide,
  showView,
  toggleRooms,
  toggleSide,
  useLayout,
  views,
} from './layout-store.ts';

const inRoom = (): boolean => useLayout.getState().roomId !== null;

function stepRoom(step: 1 | -1): void {
  const { rooms } = useRooms.getState();
  const at = rooms.findIndex(({ id }) => id === useLayout.getState().roomId);
  const next = rooms[(at + step + rooms.length) % rooms.length];
  if (next !== undefined) showRoom(next.id);
}

function toggleTheme(): void {
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  void changeSettings({ theme: isDark ? 'light' : 'dark' });
}

export const commands: readonly Command[] = [
  { id: 'palette', title: 'Find a command', group: 'Go to', keys: 'Mod+K', run: () => showDialog('palette') },
  {
    id: 'search',
    title: 'Search messages',
    group: 'Go to',
    keys: 'Mod+Shift+F',
    run: () => showDialog('search'),
  },
  ...views.map(
    ({ id, title }, index): Command => ({
      id: `view.${id}`,
      title: `Go to ${title}`,
      group: 'Go to',
      keys: `Mod+${index + 1}`,
      isEnabled: inRoom,
      run: () => showView(id),
    }),
  ),
  { id: 'room.next', title: 'Next room', group: 'Go to', keys: 'Alt+ArrowDown', run: () => stepRoom(1) },
  {
    id: 'room.previous',
    title: 'Previous room',
    group: 'Go to',
    keys: 'Alt+ArrowUp',
    run: () => stepRoom(-1),
  },
  {
    id: 'room.new',
    title: 'New room',
    group: 'Room',
    keys: 'Mod+Shift+N',
    run: () => showDialog('new-room'),
  },
  {
    id: 'room.rename',
    title: 'Rename this room',
    group: 'Room',
    keys: 'F2',
    isEnabled: inRoom,
    run: () => showDialog('rename-room'),
  },
  {
    id: 'room.export',
    title: 'Export room…',
    group: 'Room',
    isEnabled: inRoom,
    run: () => {
      const { roomId } = useLayout.getState();
      if (roomId !== null) void exportRoom(roomId);
    },
  },
  { id: 'room.import', title: 'Import room…', group: 'Room', run: () => showDialog('import-room') },
  { id: 'rooms.toggle', title: 'Show or hide the rooms', group: 'View', keys: 'Mod+B', run: toggleRooms },
  ...composerCommands(() => useLayout.getState().roomId),
  {
    id: 'queue',
    title: 'Show the queue',
    group: 'Queue',
    keys: 'Mod+Shift+Q',
    run: () => toggleSide('queue'),
  },
  { id: 'queue.edit', title: 'Edit the chosen entry', group: 'Queue', keys: 'Enter', local: true, run() {} },
  {
    id: 'queue.cancel',
    title: 'Cancel the chosen entry',
    group: 'Queue',
    keys: 'Delete',
    local: true,
    run() {},
  },
  { id: 'notices', title: 'Show notices', group: 'Workstation', run: () => toggleSide('notices') },
  { id: 'jobs', title: 'Show jobs', group: 'Workstation', run: () => toggleSide('jobs') },
  {
    id: 'offline',
    title: 'Work offline, or go online again',
    group: 'Workstation',
    run: () => void setOffline(useStatus.getState().connection?.state !== 'offline'),
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'Workstation',
    keys: 'Mod+,',
    run: () => showDialog('settings'),
  },
  { id: 'theme', title: 'Light or dark', group: 'Workstation', run: toggleTheme },
  { id: 'help', title: 'Keyboard help', group: 'Workstation', keys: '?', run: () => showDialog('help') },
  {
    id: 'close',
    title: 'Close the panel',
    group: 'View',
    keys: 'Escape',
    isEnabled: () => useLayout.getState().side !== null,
    run: () => showSide(null),
  },
  ...engineeringCommands,
];

/** The keys of a command, for tooltips. */
export function keysOf(id: string): string | undefined {
  return commands.find((command) => command.id === id)?.keys;
}
