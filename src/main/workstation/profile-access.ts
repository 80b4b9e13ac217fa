// Where a profile's server is now, and the token for it.
import type { Profile } from '../../shared/model/profile.ts';
import type { ServerAccess } from '../connection/connection-port.ts';
import type { EngineProcess } from '../process/engine-process.ts';
import type { Profiles } from '../profiles/profiles.ts';

export interface AccessSources {
  readonly profile: Profile;
  readonly engine: EngineProcess;
  readonly profiles: Profiles;
}

/** Null while the local engine is not running or a server has no address. */
export function profileAccess({ profile, engine, profiles }: AccessSources): ServerAccess | null {
  const { serverUrl, tenantId, kind, id } = profile;
  if (kind !== 'local')
    return serverUrl === null ? null : { baseUrl: serverUrl, token: profiles.token(id), tenantId };
  const { state } = engine;
  if (state.state !== 'running') return null;
  return { baseUrl: `http://127.0.0.1:${state.port}`, token: engine.token, tenantId: null };
}
