// The local engine in a process of its own, on a folder and a port of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const entry = join(import.meta.dirname, '../src/engine/engine-main.ts');

/** Starts an engine; disposing ends its process. */
export async function startBenchEngine(dataDir: string): Promise<AsyncDisposable & { readonly url: string }> {
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Engine ready at (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The engine ended before it was ready.');
}
