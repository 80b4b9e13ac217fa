// Commands of the composer: where the cursor goes and what kind is written.
import type { Command } from '../../ui/command.ts';
import { setKind } from './composer-store.ts';
import { kinds } from './kinds.ts';

/** Commands for the room that is open, if one is. */
export function composerCommands(roomId: () => string | null): Command[] {
  const isEnabled = () => roomId() !== null;
  return [
    {
      id: 'composer.focus',
      title: 'Write a message',
      group: 'Write',
      keys: 'Mod+J',
      isEnabled,
      run: focusComposer,
    },
    ...kinds.map(
      (kind, index): Command => ({
        id: `composer.${kind.id}`,
        title: `Write: ${kind.title}`,
        group: 'Write',
        keys: `Alt+${index + 1}`,
        isEnabled,
        run() {
          const room = roomId();
          if (room !== null) setKind(room, kind.id);
          focusComposer();
        },
      }),
    ),
    { id: 'composer.send', title: 'Send or save', group: 'Write', keys: 'Mod+Enter', local: true, run() {} },
  ];
}

/** Puts the cursor into the box. */
export function focusComposer(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.composer .composer-area')?.focus());
}
