// The renderer's one door: the desktop's preload put it on the window; in a browser it is a WebSocket.
import type { WorkstationApi } from '../../shared/bridge/workstation-api.ts';
import type { Unsubscribe } from '../../shared/std/emitter.ts';
import { BrowserBridge, type BridgeState } from './browser-bridge.ts';

declare global {
  interface Window {
    readonly workstation?: WorkstationApi;
  }
}

let bridge: BrowserBridge | null = null;
/** One object: a store's snapshot must not change by being read. */
const alwaysOpen: BridgeState = { state: 'open' };

/** The bridge to main, the same object at every call. */
export function workstation(): WorkstationApi {
  return window.workstation ?? openBrowserBridge();
}

/** Whether main can be reached; always so on the desktop, where both live and die together. */
export function bridgeState(): BridgeState {
  return window.workstation === undefined ? openBrowserBridge().state : alwaysOpen;
}

/** Tells when main goes away and comes back. */
export function onBridgeState(listener: (state: BridgeState) => void): Unsubscribe {
  return window.workstation === undefined ? openBrowserBridge().onState(listener) : () => {};
}

function openBrowserBridge(): BrowserBridge {
  if (bridge === null) {
    const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    bridge = new BrowserBridge(`${scheme}://${location.host}/bridge`, token);
  }
  return bridge;
}
