// A small JSON file that is written whole or not at all, and read with a schema; a damaged one is kept aside, never overwritten.
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { toDiskRefusal } from '../files/disk-words.ts';
import { syncFolder } from '../files/durable.ts';

/** What was found: `keptAside` names the file a damaged one was moved to. */
export interface ReadJson<T> {
  readonly value: T | null;
  readonly keptAside: string | null;
}

export interface JsonFile<S extends z.ZodType> {
  readonly path: string;
  readonly schema: S;
}

/** Reads a JSON file; a missing one is null, a damaged one is moved aside and named. */
export async function readJsonFile<S extends z.ZodType>(file: JsonFile<S>): Promise<ReadJson<z.output<S>>> {
  if (!existsSync(file.path)) return { value: null, keptAside: null };
  const text = await readFile(file.path, 'utf8');
  const parsed = file.schema.safeParse(parseJson(text));
  if (parsed.success) return { value: parsed.data, keptAside: null };
  const keptAside = freeName(file.path);
  await rename(file.path, keptAside);
  return { value: null, keptAside };
}

/** Replaces a JSON file durably; `mode` is its permission, by default readable to this user and group. */
export async function writeJsonFile(path: string, value: unknown, mode = 0o644): Promise<void> {
  const fresh = `${path}.new`;
  try {
    await rm(fresh, { force: true });
    const file = await open(fresh, 'wx', mode);
    try {
      await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    await syncFolder(dirname(path));
  } catch (error) {
    throw toDiskRefusal(error, path);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function freeName(path: string): string {
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number += 1;
  return `${path}.damaged-${number}`;
}
