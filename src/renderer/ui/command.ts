// A command as data: keyboard, palette, tooltips and the help sheet all read the same record.

/** Where the help sheet lists a command. */
export type CommandGroup = 'Go to' | 'Write' | 'Room' | 'Queue' | 'View' | 'Workstation';

/** Something a person can ask for. `keys` is such as `Mod+K` or `Alt+ArrowUp`; Mod is Ctrl, on a Mac Command. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  readonly keys?: string;
  /** A key that works only inside one list or box: shown in help, not handled globally. */
  readonly local?: true;
  /** A plain key that also works while a list has the focus: no row begins with it. */
  readonly inLists?: true;
  isEnabled?(): boolean;
  run(): void;
}

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const shown: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** The caps of a key combination as a person reads them. */
export function keyCaps(keys: string): string[] {
  return splitKeys(keys).map((part) => shown[part] ?? part);
}

/** Whether a key event is this combination. */
export function matchesKeys(event: KeyLike, keys: string): boolean {
  const parts = splitKeys(keys);
  const key = parts.at(-1) ?? '';
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  return (
    sameKey(event.key, key) &&
    mod === parts.includes('Mod') &&
    !otherMod &&
    event.altKey === parts.includes('Alt') &&
    (event.shiftKey === parts.includes('Shift') || key === '?')
  );
}

/** Whether a combination may act while a person is typing in a box. */
export function worksWhileTyping(keys: string): boolean {
  return /^(Mod|Alt)\+|^F\d+$|^Escape$/.test(keys);
}

/** What of a keyboard event the matching needs. */
export type KeyLike = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function splitKeys(keys: string): string[] {
  return keys.split('+');
}

function sameKey(pressed: string, wanted: string): boolean {
  return pressed.toLowerCase() === wanted.toLowerCase();
}
