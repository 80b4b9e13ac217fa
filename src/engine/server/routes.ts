// The REST half: one row per method and path.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { credentialsSchema, type Gate, type Identity } from '../auth/gate.ts';
import type { EngineParts } from '../engine-parts.ts';
import { toFileObject } from '../files/file-object.ts';
import { type FileRow, findFile, insertFile } from '../store/files.ts';
import { listRooms } from '../store/rooms.ts';
import { addressOf, admit, refuseForeign } from './admission.ts';
import { sendFile } from './download.ts';
import { HttpError, readJson, replyJson, replyRefusal } from './reply.ts';
import { receiveUpload } from './upload.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parts: EngineParts;
  readonly gate: Gate;
  /** Parts of the path that the row names, decoded. */
  readonly id: string;
  readonly identity: Identity;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** True for the doors that lead to a token. */
  readonly isPublic?: boolean;
  handle(exchange: Exchange): Promise<void> | void;
}

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/health$/,
    isPublic: true,
    handle: ({ response }) =>
      replyJson(response, 200, { status: 'ok', product: 'ProductFlo Workstation engine' }),
  },
  { method: 'POST', path: /^\/auth\/login$/, isPublic: true, handle: logIn },
  { method: 'POST', path: /^\/auth\/refresh$/, isPublic: true, handle: refresh },
  { method: 'POST', path: /^\/files\/upload$/, handle: upload },
  {
    method: 'GET',
    path: /^\/files\/([^/]+)$/,
    handle: ({ response, parts, id }) => replyJson(response, 200, toFileObject(fileOr404(parts, id))),
  },
  {
    method: 'GET',
    path: /^\/files\/([^/]+)\/download$/,
    handle: (exchange) => sendFile(exchange, fileOr404(exchange.parts, exchange.id), exchange.parts.vault),
  },
  {
    method: 'GET',
    path: /^\/rooms$/,
    handle: ({ response, parts }) => replyJson(response, 200, { rooms: listRooms(parts.store) }),
  },
];

/** Answers one HTTP request; every failure becomes a JSON refusal. */
export async function answerHttp(exchange: Omit<Exchange, 'id' | 'identity'>): Promise<void> {
  const { request, response, gate, parts } = exchange;
  try {
    const foreign = refuseForeign(request, gate);
    if (foreign !== null) throw new HttpError(foreign);
    const { route, id } = findRoute(request);
    const admission = admit(request, gate);
    if (!admission.ok && !route.isPublic) throw new HttpError(admission.refusal);
    const identity: Identity = admission.ok ? admission.identity : { kind: 'anyone' };
    await route.handle({ ...exchange, id, identity });
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    if (error instanceof HttpError) return replyRefusal(response, error.refusal, error.errors);
    parts.log(
      `${request.method} ${addressOf(request).pathname} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    replyRefusal(response, {
      status: 500,
      errorCode: 'PROCESSING_ERROR',
      message: 'The engine failed at this request.',
    });
  }
}

function findRoute(request: IncomingMessage): { route: Route; id: string } {
  const { pathname } = addressOf(request);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const matching = routes.filter((route) => route.path.test(pathname));
  const route = matching.find((one) => one.method === method);
  if (route !== undefined) return { route, id: decode(route.path.exec(pathname)?.[1] ?? '') };
  if (matching.length > 0) {
    throw new HttpError({
      status: 405,
      errorCode: 'PROCESSING_ERROR',
      message: `${pathname} does not take ${request.method}.`,
    });
  }
  throw new HttpError({
    status: 404,
    errorCode: 'PROCESSING_ERROR',
    message: `There is no ${pathname} here.`,
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fileOr404(parts: EngineParts, id: string): FileRow {
  const file = findFile(parts.store, id);
  if (file === null)
    throw new HttpError({ status: 404, errorCode: 'PROCESSING_ERROR', message: `There is no file ${id}.` });
  return file;
}

async function logIn({ request, response, gate }: Exchange): Promise<void> {
  const session = gate.signIn(await readJson(request, credentialsSchema), Date.now());
  if (session === null) {
    throw new HttpError({
      status: 401,
      errorCode: 'PERMISSION_DENIED',
      message: 'The e-mail address or the password is wrong.',
    });
  }
  replyJson(response, 200, session);
}

async function refresh({ request, response, gate }: Exchange): Promise<void> {
  const body = await readJson(request, z.object({ refresh_token: z.string().min(1) }));
  const session = gate.refresh(body.refresh_token, Date.now());
  if (session === null) {
    throw new HttpError({
      status: 401,
      errorCode: 'PERMISSION_DENIED',
      message: 'The refresh token is wrong or has expired.',
    });
  }
  replyJson(response, 200, session);
}

/** One file answers with its file object, several with `{files: […]}`. */
async function upload({ request, response, parts, identity }: Exchange): Promise<void> {
  const rows = await receiveUpload(request, parts.vault, identity.kind === 'user' ? identity.userId : 'team');
  parts.store.transaction(() => {
    for (const row of rows) insertFile(parts.store, row);
  })();
  const files = rows.map(toFileObject);
  replyJson(response, 201, files.length === 1 ? files[0] : { files });
}
