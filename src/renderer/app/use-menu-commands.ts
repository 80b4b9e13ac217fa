// What the application menu of the desktop asks for: the same commands as everywhere.
import { useEffect } from 'react';
import { listen } from '../platform/bridge.ts';
import { commands } from './commands.ts';

function runCommand(wanted: string): void {
  const command = commands.find(({ id }) => id === wanted);
  if (command?.isEnabled?.() !== false) command?.run();
}

export function useMenuCommands(): void {
  useEffect(() => listen('command.wanted', ({ id }) => runCommand(id)), []);
}
