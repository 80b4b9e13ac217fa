// Tokens encrypted by the system's vault; where there is none, in a file that only this user may read.
import { safeStorage } from 'electron';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../../shared/std/result.ts';
import { Serial } from '../../process/serial.ts';
import type { Vault } from '../../profiles/vault-port.ts';
import { readJsonFile, writeJsonFile } from '../../settings/json-file.ts';
import { openFileVault } from '../file-vault.ts';

const sealedSchema = z.record(z.string(), z.base64());
const ownerOnly = 0o600;

/** Opens `tokens.sealed.json` of a data folder. What this system cannot unseal counts as unknown: the person signs in again. */
export async function openSafeStorageVault(dataDir: string): Promise<Vault> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return openFileVault(dataDir);
  const path = join(dataDir, 'tokens.sealed.json');
  const { value } = await readJsonFile({ path, schema: sealedSchema });
  const sealed = new Map(Object.entries(value ?? {}));
  const serial = new Serial();
  return {
    ...describeVault(path),
    get: async (name) => {
      const text = sealed.get(name);
      return text === undefined ? null : unseal(text);
    },
    set: (name, secret) =>
      serial.run(async () => {
        if (secret === null) sealed.delete(name);
        else sealed.set(name, await seal(secret));
        await writeJsonFile(path, Object.fromEntries(sealed), ownerOnly);
      }),
  };
}

async function seal(secret: string): Promise<string> {
  try {
    return (await safeStorage.encryptStringAsync(secret)).toString('base64');
  } catch (error) {
    throw new Refusal(
      'VAULT',
      `The vault of your system did not take the token (${String(error)}). Unlock it and try again.`,
    );
  }
}

async function unseal(text: string): Promise<string | null> {
  try {
    return (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result;
  } catch {
    return null;
  }
}

function describeVault(path: string): Pick<Vault, 'kind' | 'note'> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return {
      kind: 'basic_text',
      note: `This system has no key ring, so tokens in ${path} are only obscured. Only your user account may read the file.`,
    };
  }
  return { kind: 'system', note: `Tokens are kept in ${path}, encrypted by the vault of your system.` };
}
