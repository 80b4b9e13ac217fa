// The built page from its folder, with the policy it runs under; the same in both shells.
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { openFileStream } from '../workstation/file-stream.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};

/** Headers of the page and all its parts; `bridgeAddress` is where its WebSocket goes, if it has one. */
export function pageHeaders(bridgeAddress: string | null): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': ["'self'", bridgeAddress, 'blob:', 'data:'].filter((one) => one !== null).join(' '),
    'worker-src': "'self' blob:",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  };
}

export interface PageFolder {
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers GET and HEAD for a file of the folder; `/` is its index. Nothing outside of the folder can be named. */
export async function answerPageFile({ folder, headers }: PageFolder, request: Request): Promise<Response> {
  const say = (status: number, text: string): Response =>
    new Response(text, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET is possible here.');
  const path = pathIn(folder, new URL(request.url).pathname);
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || found === null || !found.isFile())
    return say(404, 'There is nothing at this address.');
  const isEmpty = request.method === 'HEAD' || found.size === 0;
  const body = isEmpty ? null : await openFileStream(path, { first: 0, last: found.size - 1 });
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': String(found.size),
      // Names of built files carry a hash, but the page itself must be the newest.
      'Cache-Control': /-[\w-]{8,}\.\w+$/.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

function pathIn(folder: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  return path.startsWith(normalize(folder + sep)) ? path : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
