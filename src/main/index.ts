// Entry of the Electron desktop: one instance, one window, the core behind it; `--data=DIR` chooses the folder.
import { app, BrowserWindow, dialog, Menu, nativeTheme } from 'electron';
import { join, resolve } from 'node:path';
import { settingsSchema } from '../shared/model/status.ts';
import { Refusal } from '../shared/std/result.ts';
import { connectIpc, sendEvent } from './shell/electron/ipc-bridge.ts';
import { makeMenu } from './shell/electron/make-menu.ts';
import { loadPage, openWindow } from './shell/electron/open-window.ts';
import { openSafeStorageVault } from './shell/electron/safe-storage-vault.ts';
import { registerPageScheme, servePage } from './shell/electron/serve-page.ts';
import { readWindowState } from './shell/electron/window-state.ts';
import { findProgramFiles } from './shell/program-files.ts';
import { defaultDataFolder, prepareDataFolder } from './workstation/data-folder.ts';
import { openWorkstation } from './workstation/open-workstation.ts';
import type { Workstation } from './workstation/workstation-port.ts';

const patienceMs = 10_000;
const dataSwitch = process.argv.find((arg) => arg.startsWith('--data='))?.slice('--data='.length);
const dataDir = dataSwitch === undefined || dataSwitch === '' ? defaultDataFolder() : resolve(dataSwitch);

function fail(error: unknown): void {
  const sentence =
    error instanceof Refusal ? error.message : `The workstation could not start: ${String(error)}`;
  process.stderr.write(`${sentence}\n`);
  try {
    dialog.showErrorBox('ProductFlo Workstation', sentence);
  } catch {
    // Without a desktop there is no box; the sentence is on stderr.
  }
  app.exit(1);
}

async function openDesktop(): Promise<void> {
  const files = findProgramFiles(import.meta.dirname);
  const workstation = await openWorkstation({
    dataDir,
    shell: { kind: 'electron', version: app.getVersion(), openVault: openSafeStorageVault },
    ...files,
  });
  closeWithApp(workstation);
  logDefects(workstation);
  await followTheme(workstation);
  servePage(workstation, files.rendererDir);
  const state = await readWindowState(dataDir);
  const window = openWindow({ preload: files.preload, dataDir, state, log: workstation.log });
  Menu.setApplicationMenu(
    makeMenu({ dataDir, ask: (id) => sendEvent(window, { name: 'command.wanted', payload: { id } }) }),
  );
  window.once('closed', connectIpc(workstation, window));
  await loadPage(window);
}

/** The app goes only after the core has closed its files, or has had its time to. */
function closeWithApp(workstation: Workstation): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const leave = (): void => {
      isClosed = true;
      app.exit(0);
    };
    setTimeout(leave, patienceMs);
    workstation[Symbol.asyncDispose]().then(leave, leave);
  });
}

function logDefects({ log }: Workstation): void {
  const describe = (error: unknown): string =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.on('uncaughtException', (error) => log.error(`Uncaught: ${describe(error)}`));
  process.on('unhandledRejection', (error) => log.error(`Unhandled: ${describe(error)}`));
}

/** The system's own parts of the window, such as menus and scroll bars, follow the chosen theme. */
async function followTheme(workstation: Workstation): Promise<void> {
  workstation.onEvent((event) => {
    if (event.name === 'settings.changed') nativeTheme.themeSource = event.payload.theme;
  });
  const settings = await workstation.call('settings.get', {});
  nativeTheme.themeSource = settingsSchema.parse(settings.ok ? settings.value : {}).theme;
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function start(): Promise<void> {
  app.setName('ProductFlo Workstation');
  prepareDataFolder(dataDir);
  app.setPath('userData', join(dataDir, 'electron'));
  registerPageScheme();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => BrowserWindow.getAllWindows().forEach(focus));
  await app.whenReady();
  await openDesktop();
}

start().catch(fail);
