// The bridge as a table: each row of the contract and the method that answers it.
import type { CallName, CallOutput, ParsedInput } from '../../shared/bridge/contract.ts';
import { diagnosticsName } from '../diagnostics/diagnostics.ts';
import type { Services } from '../workstation/services.ts';
import { fileHandlers } from './file-handlers.ts';
import { modelHandlers } from './model-handlers.ts';
import { profileHandlers } from './profile-handlers.ts';
import { roomHandlers } from './room-handlers.ts';

/** One handler per call, no more and no less. */
export type Handlers = {
  readonly [K in CallName]: (input: ParsedInput<K>) => CallOutput<K> | Promise<CallOutput<K>>;
};

/** The part of the table whose names begin with one of some words. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<CallName, `${Prefix}.${string}`>>;

export function createHandlers(services: Services): Handlers {
  return {
    ...statusHandlers(services),
    ...modelHandlers(services),
    ...profileHandlers(services),
    ...roomHandlers(services),
    ...fileHandlers(services),
  };
}

function statusHandlers({
  info,
  settings,
  active,
  engine,
  jobs,
  notices,
  addresses,
}: Services): HandlersOf<'app' | 'settings' | 'connection' | 'engine' | 'jobs' | 'notices' | 'log'> {
  return {
    'app.info': () => info,
    'app.diagnosticsUrl': () => {
      const name = diagnosticsName(new Date());
      return { url: addresses.sign({ kind: 'diagnostics' }, name), name };
    },
    'settings.get': () => settings.get(),
    'settings.set': (change) => settings.set(change),

    'connection.get': async () => (await active.current()).connectionState(),
    'connection.retry': async () => {
      const session = await active.current();
      if (session.profile.kind === 'local') engine.start();
      session.retryConnection();
      return session.connectionState();
    },
    'connection.setOffline': async ({ offline }) => {
      const session = await active.current();
      session.setOffline(offline);
      return session.connectionState();
    },
    'engine.get': () => engine.state,
    'engine.start': () => {
      engine.start();
      return engine.state;
    },
    'engine.stop': async () => {
      await engine.stop('You stopped it.');
      return engine.state;
    },

    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ id }) => {
      jobs.cancel(id);
      return {};
    },
    'notices.list': async () => [...notices.list(), ...(await active.current()).listNotices()],
    'notices.markRead': async ({ id }) => {
      notices.markRead(id);
      (await active.current()).markNoticeRead(id);
      return {};
    },
    'log.frames': async () => (await active.current()).loggedFrames(),
  };
}
