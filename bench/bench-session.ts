// The workstation's own session on a folder, heard by a listener as a shell would.
import { join } from 'node:path';
import { openProfileSession } from '../src/main/session/open-profile-session.ts';
import type { ProfileSession } from '../src/main/session/profile-session-port.ts';
import type { Profile } from '../src/shared/model/profile.ts';
import { type Dialect, engineDialect } from '../src/shared/protocol/dialect.ts';
import type { Clock } from '../src/shared/std/clock.ts';

const realClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The profile that is measured: a person on an engine. */
export const benchProfile: Profile = {
  id: 'bench',
  name: 'Bench',
  kind: 'engine',
  serverUrl: null,
  userId: 'anna',
  tenantId: null,
  dialect: engineDialect,
};

/** Where the server is, null while there is none; and how it wants to be spoken to. */
export interface BenchServer {
  baseUrl(): string | null;
  readonly dialect?: Partial<Dialect>;
}

/** Opens the profile in `folder`. */
export async function openBenchSession(folder: string, server: BenchServer): Promise<ProfileSession> {
  const session = await openProfileSession({
    folder,
    profile: { ...benchProfile, dialect: { ...engineDialect, ...server.dialect } },
    access: async () => {
      const baseUrl = server.baseUrl();
      return baseUrl === null ? null : { baseUrl, token: null, tenantId: null };
    },
    clock: realClock,
    log: { info: () => {}, warn: () => {}, error: (line) => process.stderr.write(`${line}\n`) },
    integrityEntry: join(import.meta.dirname, '../src/main/store/integrity-worker.ts'),
  });
  session.onEvent(() => {});
  return session;
}
