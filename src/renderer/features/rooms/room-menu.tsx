// What can be done with a room of the list, asked for with the right button or the menu key.
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { exportRoom } from './room-archive.ts';

/** The room whose menu is open, and its row. */
export interface OpenRoomMenu {
  readonly roomId: string;
  readonly row: Element;
}

interface RoomMenuProps {
  readonly open: OpenRoomMenu | null;
  readonly onClose: () => void;
  readonly onRename: (roomId: string) => void;
  readonly onImport: () => void;
}

export function RoomMenu({ open, onClose, onRename, onImport }: RoomMenuProps) {
  if (open === null) return null;
  return (
    <Popover
      className="popover"
      isOpen
      triggerRef={{ current: open.row }}
      placement="bottom start"
      offset={2}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        aria-label="Room"
        className="menu"
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => {
          if (key === 'rename') onRename(open.roomId);
          else if (key === 'export') void exportRoom(open.roomId);
          else onImport();
        }}
      >
        <MenuItem id="rename" className="menu-item">
          Rename…
        </MenuItem>
        <MenuItem id="export" className="menu-item">
          Export room…
        </MenuItem>
        <MenuItem id="import" className="menu-item">
          Import room…
        </MenuItem>
      </Menu>
    </Popover>
  );
}
