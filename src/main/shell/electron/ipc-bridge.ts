// The bridge as IPC: one channel for calls, one for events; every message's sender is checked.
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { BridgeEvent } from '../../../shared/bridge/contract.ts';
import { callChannel, eventChannel } from '../../../shared/bridge/ipc-channels.ts';
import { fail, type Result } from '../../../shared/std/result.ts';
import type { Unsubscribe } from '../../../shared/std/emitter.ts';
import type { Workstation } from '../../workstation/workstation-port.ts';
import { isPageAddress } from './page-address.ts';

/** Tells the page of an event; nothing happens when the window is gone. */
export function sendEvent(window: BrowserWindow, event: BridgeEvent): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
}

/** Connects the window's page with the core until the returned function is called. */
export function connectIpc(workstation: Workstation, window: BrowserWindow): Unsubscribe {
  const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    !window.isDestroyed() &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isPageAddress(senderFrame.url);
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event)) {
      workstation.log.warn(`A call from ${event.senderFrame?.url ?? 'a frame that is gone'} was refused.`);
      return fail('SENDER', 'Only the page of the workstation may use the bridge.');
    }
    return workstation.call(String(name), input);
  });
  const stop = workstation.onEvent((event) => sendEvent(window, event));
  return () => {
    stop();
    ipcMain.removeHandler(callChannel);
  };
}
