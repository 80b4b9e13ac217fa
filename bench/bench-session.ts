// The workstation's own session on a folder, heard by a listener as a shell would.
import { openProfileSession } from '../src/main/session/open-profile-session.ts';
import type { ProfileSession } from '../src/main/session/profile-session-port.ts';
import type { Profile } from '../src/shared/model/profile.ts';
import { engineDialect } from '../src/shared/protocol/dialect.ts';
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

/** Opens the profile in `folder`; `baseUrl` is null while there is no server. Its events are counted by a listener. */
export async function openBenchSession(folder: string, baseUrl: string | null): Promise<ProfileSession> {
  const session = await openProfileSession({
    folder,
    profile: benchProfile,
    access: async () => (baseUrl === null ? null : { baseUrl, token: null, tenantId: null }),
    clock: realClock,
    log: { info: () => {}, warn: () => {}, error: (line) => process.stderr.write(`${line}\n`) },
  });
  session.onEvent(() => {});
  return session;
}
