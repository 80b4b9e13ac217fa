// The global keyboard: the first enabled command whose keys match runs; plain keys stay with whoever is typing.
import { useEffect } from 'react';
import { matchesKeys, worksWhileTyping } from '../ui/command.ts';
import { commands } from './commands.ts';
import { showDialog, useLayout } from './layout-store.ts';

/** Inputs that take no text: plain keys mean nothing to them. */
const keylessInputs = ['radio', 'checkbox', 'range', 'button', 'color'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !keylessInputs.includes(target.type);
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Plain keys also mean something to lists and menus. */
function isInList(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('[role="listbox"], [role="grid"], [role="menu"]') !== null
  );
}

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (useLayout.getState().dialog !== null) {
    // A dialog closes itself while the focus is in it; the focus may have gone with a button that is no more.
    if (event.key === 'Escape') showDialog(null);
    return;
  }
  const typing = isTyping(event.target);
  const inList = isInList(event.target);
  const found = commands.find(
    ({ keys, local, inLists, isEnabled }) =>
      keys !== undefined &&
      local !== true &&
      matchesKeys(event, keys) &&
      (worksWhileTyping(keys) || (!typing && (!inList || inLists === true))) &&
      isEnabled?.() !== false,
  );
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

export function useKeyboard(): void {
  useEffect(() => {
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}
