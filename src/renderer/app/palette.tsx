// The palette: every command and room by its words.
import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useRooms } from '../features/rooms/index.ts';
import { Keys } from '../ui/keys.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { commands } from './commands.ts';
import { showDialog, showRoom, useLayout } from './layout-store.ts';

export function Palette() {
  const isOpen = useLayout((state) => state.dialog === 'palette');
  return (
    <ModalDialog title="Find a command" isOpen={isOpen} onClose={() => showDialog(null)}>
      <Finder />
    </ModalDialog>
  );
}

function Finder() {
  const [text, setText] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const rooms = useRooms((state) => state.rooms);
  const items = [
    ...commands
      .filter(({ id, local, isEnabled }) => id !== 'palette' && local !== true && isEnabled?.() !== false)
      .map(({ id, title, keys, run }) => ({ id, title, keys, run })),
    ...rooms.map(({ id, title }) => ({
      id: `room:${id}`,
      title: `Room: ${title}`,
      keys: undefined,
      run: () => showRoom(id),
    })),
  ];
  return (
    <div className="palette">
      <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
        <SearchField aria-label="Command or room" autoFocus className="palette-box">
          <Input className="input" placeholder="Type a command or a room" />
        </SearchField>
        <Menu
          aria-label="Commands"
          className="menu palette-list"
          items={items}
          onAction={(key) => {
            showDialog(null);
            const item = items.find(({ id }) => id === key);
            setTimeout(() => item?.run(), 0);
          }}
          renderEmptyState={() => <p className="muted panel-body">Nothing of that name.</p>}
        >
          {(item) => (
            <MenuItem id={item.id} textValue={item.title} className="menu-item">
              <span className="one-line">{item.title}</span>
              {item.keys === undefined ? null : <Keys keys={item.keys} />}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}
