// The one window: sandboxed, isolated, and unable to go anywhere but to its own page.
import { BrowserWindow, nativeTheme, type Session, shell, type WebContents } from 'electron';
import type { Log } from '../../session/profile-session-port.ts';
import { isPageAddress, isWebAddress, pageAddress } from './page-address.ts';
import { type WindowState, rememberWindow } from './window-state.ts';

export interface WindowSetup {
  readonly preload: string;
  readonly dataDir: string;
  readonly state: WindowState | null;
  readonly log: Log;
}

/** The ground of each theme, so that opening does not flash. */
const ground = { light: '#f6f7f8', dark: '#16181b' } as const;

/** Makes the window, hidden until its page has something to show; `loadPage` fills it. */
export function openWindow({ preload, dataDir, state, log }: WindowSetup): BrowserWindow {
  const { maximized = false, ...bounds } = state ?? { width: 1440, height: 900 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'ProductFlo Workstation',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberWindow(window, dataDir, (error) => log.warn(`The window's place was not kept: ${String(error)}`));
  keepInside(window.webContents, log);
  denyPermissions(window.webContents.session);
  return window;
}

/** Loads the page; a page that fails is told, never shown as a blank window without a word. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(pageAddress);
}

function keepInside(contents: WebContents, log: Log): void {
  const leave = (address: string): void => {
    if (isWebAddress(address)) {
      shell
        .openExternal(address)
        .catch((error: unknown) => log.warn(`${address} could not be opened: ${String(error)}`));
    } else log.warn(`The page tried to open ${address.slice(0, 200)}.`);
  };
  contents.setWindowOpenHandler(({ url }) => {
    leave(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isPageAddress(event.url)) return;
    event.preventDefault();
    leave(event.url);
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`The page's process ended (${reason}, exit code ${exitCode}).`);
    if (reason !== 'clean-exit' && reason !== 'killed') contents.reload();
  });
}

/** The page copies text; everything else a page may ask for is refused. */
function denyPermissions(session: Session): void {
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
}
