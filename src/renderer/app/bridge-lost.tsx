// A line over everything while the page cannot reach its workstation; only ever in the browser.
import { useSyncExternalStore } from 'react';
import { bridgeState, onBridgeState } from '../platform/workstation.ts';

export function BridgeLost() {
  const state = useSyncExternalStore(onBridgeState, bridgeState);
  if (state.state === 'open' || (state.state === 'connecting' && state.attempt < 2)) return null;
  return (
    <p className="bridge-lost" role="alert">
      {state.state === 'refused'
        ? state.reason
        : 'The workstation does not answer. What was saved is safe; this page comes back by itself.'}
    </p>
  );
}
