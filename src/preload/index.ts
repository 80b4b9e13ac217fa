// The wire between page and main: one call channel, one event channel, nothing else. Inputs are checked in main.
import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeEvent } from '../shared/bridge/contract.ts';
import { callChannel, eventChannel } from '../shared/bridge/ipc-channels.ts';
import type { WorkstationApi } from '../shared/bridge/workstation-api.ts';

const workstation: WorkstationApi = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: (listener) => {
    const forward = (_event: unknown, message: BridgeEvent): void => listener(message);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('workstation', workstation);
