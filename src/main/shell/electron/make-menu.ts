// The application menu: what every program of the system has, under the keys people know.
import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { EventPayload } from '../../../shared/bridge/contract.ts';

export interface MenuSetup {
  /** Can be opened from Help, with the log in it. */
  readonly dataDir: string;
  /** Asks the page for one of its commands. */
  ask(command: EventPayload<'command.wanted'>['id']): void;
}

/** Builds the menu. */
export function makeMenu({ dataDir, ask }: MenuSetup): Menu {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Export Room…', click: () => ask('room.export') },
        { label: 'Import Room…', click: () => ask('room.import') },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { type: 'separator' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Open Data Folder', click: () => void shell.openPath(dataDir) },
        { label: `About ${app.name}`, click: () => app.showAboutPanel() },
      ],
    },
  ];
  return Menu.buildFromTemplate(template);
}
