// Opens the profile of the scripted day: the real session on a folder, against a real engine or none.
import { join } from 'node:path';
import { openProfileSession } from '../../../src/main/session/open-profile-session.ts';
import type { ProfileSession } from '../../../src/main/session/profile-session-port.ts';
import { engineDialect } from '../../../src/shared/protocol/dialect.ts';
import type { Clock } from '../../../src/shared/std/clock.ts';

/** Who lives the day. */
export const dayUser = 'anna';

const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Opens the session; `baseUrl` null is a day without a server. */
export function openDaySession(folder: string, baseUrl: string | null): Promise<ProfileSession> {
  return openProfileSession({
    folder,
    profile: {
      id: 'profile-day',
      name: 'Day',
      kind: 'engine',
      serverUrl: null,
      userId: dayUser,
      tenantId: null,
      dialect: engineDialect,
    },
    access: async () => (baseUrl === null ? null : { baseUrl, token: null, tenantId: null }),
    clock,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    integrityEntry: join(import.meta.dirname, '../../../src/main/store/integrity-worker.ts'),
  });
}

/** Resolves with true when the test holds; with false after `patienceMs`. Looked at on every event and now and then. */
export function until(session: ProfileSession, test: () => boolean, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (test()) end(true);
    };
    const stop = session.onEvent(check);
    const again = setInterval(check, 50);
    const giveUp = setTimeout(() => end(false), patienceMs);
    const end = (held: boolean): void => {
      stop();
      clearInterval(again);
      clearTimeout(giveUp);
      resolve(held);
    };
    check();
  });
}
