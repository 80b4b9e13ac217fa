// Explains the connection: how it stands, what that means for what you write, and what you can do.
import { Play, RefreshCw, Square, Unplug, Zap } from 'lucide-react';
import { useNow } from '../../platform/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { connectionWords, engineSentence } from './connection-words.ts';
import { retryConnection, setOffline, startEngine, stopEngine, useStatus } from './status-store.ts';

interface ConnectionPanelProps {
  readonly server: string;
  readonly isLocal: boolean;
  readonly onSignIn: () => void;
}

export function ConnectionPanel({ server, isLocal, onSignIn }: ConnectionPanelProps) {
  const { connection, engine } = useStatus();
  const now = useNow(1000);
  const words = connectionWords(connection, server, now);
  const state = connection?.state;
  return (
    <div className="panel-body">
      <section className="panel-section">
        <h3>{server}</h3>
        <p className="secondary">{words.sentence}</p>
        <div className="panel-actions">
          {state === 'signed-out' ? (
            <Button look="primary" onPress={onSignIn}>
              Sign in
            </Button>
          ) : null}
          {state === 'waiting' ? (
            <Button onPress={() => void retryConnection()}>
              <RefreshCw aria-hidden className="lucide" />
              Try now
            </Button>
          ) : null}
          {state === 'offline' ? (
            <Button look="primary" onPress={() => void setOffline(false)}>
              <Zap aria-hidden className="lucide" />
              Go online
            </Button>
          ) : (
            <Button onPress={() => void setOffline(true)}>
              <Unplug aria-hidden className="lucide" />
              Work offline
            </Button>
          )}
        </div>
      </section>
      {isLocal ? (
        <EngineControls sentence={engineSentence(engine)} isStopped={engine?.state === 'stopped'} />
      ) : null}
    </div>
  );
}

/** The local engine's state with its one switch. */
export function EngineControls({
  sentence,
  isStopped,
}: {
  readonly sentence: string;
  readonly isStopped: boolean;
}) {
  return (
    <section className="panel-section">
      <h3>Local engine</h3>
      <p className="secondary">{sentence}</p>
      <div className="panel-actions">
        {isStopped ? (
          <Button onPress={() => void startEngine()}>
            <Play aria-hidden className="lucide" />
            Start engine
          </Button>
        ) : (
          <Button onPress={() => void stopEngine()}>
            <Square aria-hidden className="lucide" />
            Stop engine
          </Button>
        )}
      </div>
    </section>
  );
}
