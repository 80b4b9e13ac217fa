// The REST half of a server over HTTP.
import { Readable } from 'node:stream';
import type { FileObject } from '../../shared/protocol/response-data.ts';
import type { Log } from '../session/profile-session-port.ts';
import { readRooms, readSignedIn, readUploaded } from './api-replies.ts';
import type { ServerAccess } from './connection-port.ts';
import { downloadFile } from './download.ts';
import { callHttp, type HttpCall, readJsonReply } from './http-call.ts';
import { apiUrl, checkAddress, identifyingHeaders, isOwnOrigin } from './own-origin.ts';
import { type ServerApi, ServerApiError, type SignedIn, type UploadSource } from './server-api-port.ts';
import { makeUploadBody } from './upload-body.ts';

export interface ServerApiOptions {
  /** Asked before every call; null while the server is not there. */
  access(): Promise<ServerAccess | null>;
  readonly log: Log;
}

type DownloadTarget = Parameters<ServerApi['download']>[0];

/** Makes the REST half of a server. All failures but aborts are `ServerApiError`s. */
export function createServerApi(options: ServerApiOptions): ServerApi {
  return new HttpServerApi(options);
}

class HttpServerApi implements ServerApi {
  readonly #options: ServerApiOptions;

  constructor(options: ServerApiOptions) {
    this.#options = options;
  }

  async login(email: string, password: string): Promise<SignedIn> {
    const access = await this.#access();
    const body = Buffer.from(JSON.stringify({ email, password }));
    const url = apiUrl(access, 'auth/login');
    const tenant = access.tenantId === null ? {} : { 'X-Tenant-ID': access.tenantId };
    const headers = { ...tenant, 'Content-Type': 'application/json', 'Content-Length': body.length };
    const reply = await this.#ask({ method: 'POST', url, headers, body: Readable.from([body]) });
    const signedIn = readSignedIn(reply);
    if (signedIn === null) {
      throw new ServerApiError('refused', `${url.host} accepted the sign-in but sent no access token.`, 200);
    }
    return signedIn;
  }

  async upload(
    source: UploadSource,
    onProgress: (sentBytes: number) => void,
    signal: AbortSignal,
  ): Promise<FileObject> {
    const access = await this.#access();
    const url = apiUrl(access, 'files/upload');
    const body = await makeUploadBody(source, onProgress);
    const headers = {
      ...identifyingHeaders(access, url),
      'Content-Type': body.contentType,
      'Content-Length': body.lengthBytes,
    };
    const file = readUploaded(await this.#ask({ method: 'POST', url, headers, body: body.stream, signal }));
    if (file === null) {
      throw new ServerApiError('refused', `${url.host} took ${source.name} but named no file id.`, 200);
    }
    return file;
  }

  async download(
    what: DownloadTarget,
    toPath: string,
    signal: AbortSignal,
  ): Promise<{ sizeBytes: number; mediaType: string | null }> {
    const access = await this.#access();
    return downloadFile({
      url: urlOf(access, what),
      toPath,
      signal,
      headersFor: (url) => identifyingHeaders(access, url),
      isOwn: (url) => isOwnOrigin(access, url),
      check: (url) => checkAddress(access, url),
    });
  }

  async listRooms(): Promise<{ id: string; title: string; productId: string | null }[]> {
    const access = await this.#access();
    const url = apiUrl(access, 'rooms');
    const rooms = readRooms(
      await this.#ask({ method: 'GET', url, headers: identifyingHeaders(access, url) }),
    );
    if (rooms === null) throw new ServerApiError('refused', `${url.host} sent no list of rooms.`, 200);
    return rooms;
  }

  async #access(): Promise<ServerAccess> {
    const access = await this.#options.access();
    if (access !== null) return access;
    throw new ServerApiError('retryable', 'The server is not running or not known yet.', null);
  }

  async #ask(call: HttpCall): Promise<unknown> {
    try {
      return await readJsonReply(await callHttp(call), call);
    } catch (error) {
      if (error instanceof ServerApiError) {
        this.#options.log.warn(`${call.method} ${call.url.pathname}: ${error.message}`);
      }
      throw error;
    }
  }
}

function urlOf(access: ServerAccess, what: DownloadTarget): URL {
  if ('id' in what) {
    if (/^\.{0,2}$/.test(what.id)) throw new ServerApiError('refused', `"${what.id}" is no file id.`, null);
    return apiUrl(access, `files/${encodeURIComponent(what.id)}/download`);
  }
  const base = apiUrl(access, '').href;
  if (URL.canParse(what.url, base)) return new URL(what.url, base);
  throw new ServerApiError(
    'refused',
    `The server names a file at "${what.url.slice(0, 200)}", no address.`,
    null,
  );
}
