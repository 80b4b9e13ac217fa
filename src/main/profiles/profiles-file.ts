// `profiles.json`: the servers a person knows and which of them is in use; never a token.
import { join } from 'node:path';
import { z } from 'zod';
import { type Profile, profileSchema } from '../../shared/model/profile.ts';
import { engineDialect } from '../../shared/protocol/dialect.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/** Ids name folders, so they hold nothing a path could be made of. */
const storedProfileSchema = profileSchema.extend({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
});

const fileSchema = z
  .object({ active: z.string(), profiles: z.array(storedProfileSchema).min(1) })
  .refine(({ profiles }) => new Set(profiles.map(({ id }) => id)).size === profiles.length)
  .refine(({ active, profiles }) => profiles.some(({ id }) => id === active))
  .refine(({ profiles }) => profiles.some(({ kind }) => kind === 'local'));
export type ProfileList = z.infer<typeof fileSchema>;

/** The profile of a fresh workstation: the engine inside, no account needed. */
function localProfile(userId: string): Profile {
  return {
    id: 'local',
    name: 'Local engine',
    kind: 'local',
    serverUrl: null,
    userId,
    tenantId: null,
    dialect: engineDialect,
  };
}

/** Reads the list, or starts one; `keptAside` names a damaged file that was moved out of the way. */
export async function readProfiles(
  dataDir: string,
  userId: string,
): Promise<{ list: ProfileList; keptAside: string | null }> {
  const { value, keptAside } = await readJsonFile({ path: pathIn(dataDir), schema: fileSchema });
  if (value !== null) return { list: value, keptAside };
  const list = { active: 'local', profiles: [localProfile(userId)] };
  await writeProfiles(dataDir, list);
  return { list, keptAside };
}

export function writeProfiles(dataDir: string, list: ProfileList): Promise<void> {
  return writeJsonFile(pathIn(dataDir), list);
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'profiles.json');
}
