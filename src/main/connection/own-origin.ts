// Which addresses are the profile's own: only they get its token and tenant, and only they may lie on this machine.
import { ServerApiError } from './server-api-port.ts';
import type { ServerAccess } from './connection-port.ts';

/** The URL of a path of the server, below whatever path its address has. */
export function apiUrl(access: ServerAccess, path: string): URL {
  if (!URL.canParse(access.baseUrl)) {
    throw new ServerApiError('refused', `The server address "${access.baseUrl}" is no address.`, null);
  }
  const base = new URL(access.baseUrl);
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  base.search = '';
  base.hash = '';
  return base;
}

/** Whether an address has the scheme, host and port of the server. */
export function isOwnOrigin(access: ServerAccess, url: URL): boolean {
  return URL.canParse(access.baseUrl) && new URL(access.baseUrl).origin === url.origin;
}

/** Headers that identify us at the server; nothing at all anywhere else. */
export function identifyingHeaders(access: ServerAccess, url: URL): Record<string, string> {
  if (!isOwnOrigin(access, url)) return {};
  return {
    ...(access.token === null ? {} : { Authorization: `Bearer ${access.token}` }),
    ...(access.tenantId === null ? {} : { 'X-Tenant-ID': access.tenantId }),
  };
}

const thisMachine =
  /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\]|169\.254\..*|\[fe80:.*\])$/;

/**
 * Refuses what a server may not send us to: other schemes than http and https, and addresses of this machine and
 * link-local ones, unless the server itself lies on this machine.
 */
export function checkAddress(access: ServerAccess, url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ServerApiError('refused', `A file cannot be fetched from a ${url.protocol} address.`, null);
  }
  if (thisMachine.test(url.hostname) && !thisMachine.test(new URL(access.baseUrl).hostname)) {
    const message = `The server names a file at ${url.host}, an address inside this machine; it is not fetched.`;
    throw new ServerApiError('refused', message, null);
  }
}
