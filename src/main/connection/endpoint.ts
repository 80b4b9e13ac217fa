// Where the socket of a server is and how the token travels, by the profile's dialect (contradiction 4).
import type { Dialect } from '../../shared/protocol/dialect.ts';
import { Refusal } from '../../shared/std/result.ts';
import type { ServerAccess } from './connection-port.ts';

/** Address and headers of the upgrade request. The address may hold the token: never log it. */
export interface SocketEndpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const places: Readonly<Record<Dialect['endpoint'], { path: string; parameter: string | null }>> = {
  secure: { path: 'ws/secure', parameter: 'access_token' },
  token: { path: 'ws', parameter: 'token' },
  anonymous: { path: 'ws', parameter: null },
};

/** The endpoint for an access. Refuses an address that is no http or https URL. */
export function toSocketEndpoint(access: ServerAccess, endpoint: Dialect['endpoint']): SocketEndpoint {
  const url = parseBase(access.baseUrl);
  const { path, parameter } = places[endpoint];
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = '';
  url.hash = '';
  if (parameter !== null && access.token !== null) url.searchParams.set(parameter, access.token);
  return {
    url: url.href,
    headers: access.tenantId === null ? {} : { 'X-Tenant-ID': access.tenantId },
  };
}

function parseBase(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new Refusal(
    'SERVER_URL',
    `The server address "${baseUrl}" is no http or https address.`,
    'serverUrl',
  );
}
