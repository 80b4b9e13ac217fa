// Loads OpenCascade once per process and tells its failures in sentences.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setOC } from 'replicad';
import openCascade, { type OpenCascadeInstance } from 'replicad-opencascadejs';
import { Refusal } from '../../shared/std/result.ts';

const packages = createRequire(import.meta.url);
let loading: Promise<OpenCascadeInstance> | null = null;

/** OpenCascade, started at the first call; replicad uses the same one. */
export function loadOpenCascade(): Promise<OpenCascadeInstance> {
  loading ??= start();
  return loading;
}

async function start(): Promise<OpenCascadeInstance> {
  // Given as bytes: independent of bundling and of the working directory.
  const wasmBinary = readFileSync(packages.resolve('replicad-opencascadejs/wasm'));
  const instance = await openCascade({ wasmBinary, print: () => {}, printErr: () => {} });
  setOC(instance);
  return instance;
}

/** A sentence for what the kernel threw: wasm exceptions carry no message of their own. */
export async function toKernelRefusal(error: unknown, doing: string): Promise<Refusal> {
  if (error instanceof Refusal) return error;
  return new Refusal('KERNEL', `${doing} failed: ${await describe(error)}.`);
}

async function describe(error: unknown): Promise<string> {
  if (error instanceof WebAssembly.Exception) {
    const instance: unknown = await loadOpenCascade();
    if (hasMessages(instance))
      return instance
        .getExceptionMessage(error)
        .filter((word) => word !== '')
        .join(': ');
  }
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[.\s]+$/, '');
}

function hasMessages(value: unknown): value is { getExceptionMessage(error: unknown): string[] } {
  return typeof value === 'object' && value !== null && 'getExceptionMessage' in value;
}
