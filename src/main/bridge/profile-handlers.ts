// Calls about profiles: what changes one is saved first, then the open session follows.
import type { Profile } from '../../shared/model/profile.ts';
import { Refusal } from '../../shared/std/result.ts';
import { createServerApi } from '../connection/http-server-api.ts';
import type { Services } from '../workstation/services.ts';
import type { HandlersOf } from './handlers.ts';

export function profileHandlers(services: Services): HandlersOf<'profiles'> {
  const { profiles, active, engine } = services;
  return {
    'profiles.list': () => profiles.list(),
    'profiles.add': (wanted) => profiles.add(wanted),
    'profiles.update': async ({ id, change }) => {
      const before = profiles.find(id);
      await profiles.update(id, change);
      await follow(services, before);
      return profiles.view(id);
    },
    'profiles.activate': async ({ id }) => {
      await profiles.activate(id);
      if (profiles.active.kind === 'local') engine.start();
      // Also tries one again that could not be opened before.
      if (active.of(id) === null) await active.replace(profiles.active);
      return profiles.view(id);
    },
    'profiles.signIn': async ({ id, email, password }) => {
      const before = profiles.find(id);
      const { userId, accessToken } = await signIn(services, before, { email, password });
      await profiles.setToken(id, accessToken);
      if (userId !== before.userId) await profiles.update(id, { userId });
      await follow(services, before, true);
      return profiles.view(id);
    },
    'profiles.setToken': async ({ id, token }) => {
      await profiles.setToken(id, token);
      await follow(services, profiles.find(id), true);
      return profiles.view(id);
    },
    'profiles.signOut': async ({ id }) => {
      await profiles.setToken(id, null);
      await follow(services, profiles.find(id), true);
      return profiles.view(id);
    },
  };
}

/** A session keeps user, tenant and dialect for its life, so a change of those opens it anew. */
async function follow({ profiles, active }: Services, before: Profile, tokenChanged = false): Promise<void> {
  if (profiles.active.id !== before.id) return;
  const now = profiles.active;
  const asNew = (one: Profile): string => JSON.stringify([one.userId, one.tenantId, one.dialect]);
  if (asNew(before) !== asNew(now)) await active.replace(now);
  else if (tokenChanged || before.serverUrl !== now.serverUrl) (await active.current()).accessChanged();
}

function signIn(
  { log }: Services,
  profile: Profile,
  { email, password }: { email: string; password: string },
): ReturnType<ReturnType<typeof createServerApi>['login']> {
  const { serverUrl: baseUrl, tenantId } = profile;
  if (baseUrl === null) {
    throw new Refusal('PROFILE_LOCAL', 'The local engine needs no token and no sign-in.', 'id');
  }
  const api = createServerApi({ access: async () => ({ baseUrl, token: null, tenantId }), log });
  return api.login(email, password);
}
