// One HTTP server on one address, for REST and sockets.
import { createServer, type Server } from 'node:http';
import { Refusal } from '../../shared/std/result.ts';

/** Starts listening; refuses, with a sentence, a port or address that cannot be had. Returns the real port. */
export async function listen(server: Server, at: { port: number; host: string }): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toRefusal(error, at)));
    server.listen(at.port, at.host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Refusal('PORT', 'The engine has no TCP address.');
  return address.port;
}

function toRefusal(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Refusal {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal('PORT_IN_USE', `Port ${port} on ${host} is in use; choose another with --port.`);
    case 'EACCES':
      return new Refusal(
        'PORT',
        `Port ${port} needs more rights than this program has; choose one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal('HOST', `The address ${host} does not belong to this machine.`);
    default:
      return new Refusal('PORT', `The engine cannot listen on ${host}:${port}: ${error.message}.`);
  }
}

/** A server that answers through `answer`; slow or silent clients are cut after the given times. */
export function makeServer(answer: Parameters<typeof createServer>[1]): Server {
  return createServer(
    { requestTimeout: 10 * 60_000, headersTimeout: 20_000, maxHeaderSize: 16 * 1024 },
    answer,
  );
}
