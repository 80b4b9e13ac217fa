// Entry of the engine process: reads the command line, starts the engine, tells the parent, ends with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../shared/std/result.ts';
import { readCommandLine } from './command-line.ts';
import { ModelSlot } from './model/model-slot.ts';
import { type Engine, startEngine } from './start-engine.ts';

/** The kernel's entry: beside this file in a build, in its own folder when run from source. */
function findKernelEntry(): string {
  const built = join(import.meta.dirname, 'kernel.js');
  return existsSync(built) ? built : join(import.meta.dirname, '../cad/process/kernel-main.ts');
}

function tellParent(message: { type: 'ready'; port: number } | { type: 'failed'; message: string }): void {
  process.send?.(message);
}

async function start(): Promise<Engine> {
  const { port, dataDir, host, token } = readCommandLine(process.argv.slice(2), process.env);
  const model = ModelSlot.read(process.env);
  process.on('message', (message) => model.receive(message));
  const engine = await startEngine({
    port,
    host,
    dataDir,
    token,
    model: () => model.access,
    kernelEntry: findKernelEntry(),
    resourcesDir: join(import.meta.dirname, '../../resources'),
    log: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
  });
  process.stdout.write(`Engine ready at http://${host.includes(':') ? `[${host}]` : host}:${engine.port}\n`);
  tellParent({ type: 'ready', port: engine.port });
  return engine;
}

async function stop(engine: Engine): Promise<never> {
  const patience = setTimeout(() => process.exit(1), 5000);
  patience.unref();
  try {
    await engine[Symbol.asyncDispose]();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
  process.exit(0);
}

// A parent that is gone may start the next engine at once: everything is on disk, so leave without delay.
process.once('disconnect', () => process.exit());

try {
  const engine = await start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(engine));
} catch (error) {
  const message = error instanceof Refusal ? error.message : `The engine could not start: ${String(error)}`;
  process.stderr.write(`${message}\n`);
  tellParent({ type: 'failed', message });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}
