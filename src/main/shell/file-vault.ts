// Tokens in a file that only this user may read: the vault of a machine without a desktop.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Serial } from '../process/serial.ts';
import type { Vault } from '../profiles/vault-port.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

const secretsSchema = z.record(z.string(), z.string());
const ownerOnly = 0o600;

/** Opens `tokens.json` of a data folder. A damaged file is kept aside: the person signs in again. */
export async function openFileVault(dataDir: string): Promise<Vault> {
  const path = join(dataDir, 'tokens.json');
  const { value } = await readJsonFile({ path, schema: secretsSchema });
  const secrets = new Map(Object.entries(value ?? {}));
  const serial = new Serial();
  if (value !== null) await chmod(path, ownerOnly);
  return {
    kind: 'file',
    note: `Tokens are kept in ${path}, which only your user account may read.`,
    get: async (name) => secrets.get(name) ?? null,
    set: (name, secret) =>
      serial.run(async () => {
        if (secret === null) secrets.delete(name);
        else secrets.set(name, secret);
        await writeJsonFile(path, Object.fromEntries(secrets), ownerOnly);
      }),
  };
}
