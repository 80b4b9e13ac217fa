// The profiles a person has: made, changed, chosen; their tokens go to the vault and never come back to the page.
import { randomBytes } from 'node:crypto';
import type { ParsedInput } from '../../shared/bridge/contract.ts';
import type { NewProfile, Profile, ProfileView } from '../../shared/model/profile.ts';
import { engineDialect, publicDialect } from '../../shared/protocol/dialect.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';
import { Serial } from '../process/serial.ts';
import { type ProfileList, readProfiles, writeProfiles } from './profiles-file.ts';
import type { Vault } from './vault-port.ts';

export interface ProfilesSetup {
  readonly dataDir: string;
  readonly vault: Vault;
  /** Who the person is on the local engine of a fresh workstation. */
  readonly userId: string;
}

/** The list is on disk whenever one of its verbs has returned; `changed` says so. */
export class Profiles {
  readonly changed = new Emitter<ProfileView[]>();
  /** Where a damaged file was kept, when there was one. */
  readonly keptAside: string | null;
  readonly #dataDir: string;
  readonly #vault: Vault;
  #list: ProfileList;
  readonly #tokens = new Map<string, string>();
  readonly #serial = new Serial();

  private constructor(setup: ProfilesSetup, list: ProfileList, keptAside: string | null) {
    this.#dataDir = setup.dataDir;
    this.#vault = setup.vault;
    this.#list = list;
    this.keptAside = keptAside;
  }

  static async open(setup: ProfilesSetup): Promise<Profiles> {
    const { list, keptAside } = await readProfiles(setup.dataDir, setup.userId);
    const profiles = new Profiles(setup, list, keptAside);
    for (const { id } of list.profiles) {
      const token = await setup.vault.get(tokenName(id));
      if (token !== null) profiles.#tokens.set(id, token);
    }
    return profiles;
  }

  list(): ProfileView[] {
    return this.#list.profiles.map((profile) => this.#view(profile));
  }

  get active(): Profile {
    return this.find(this.#list.active);
  }

  find(id: string): Profile {
    const profile = this.#list.profiles.find((one) => one.id === id);
    if (profile === undefined) throw new Refusal('PROFILE_UNKNOWN', `There is no profile "${id}".`, 'id');
    return profile;
  }

  view(id: string): ProfileView {
    return this.#view(this.find(id));
  }

  token(id: string): string | null {
    return this.#tokens.get(id) ?? null;
  }

  add({ token, ...wanted }: NewProfile): Promise<ProfileView> {
    const profile: Profile = {
      ...wanted,
      serverUrl: withoutTrailingSlash(wanted.serverUrl),
      id: randomBytes(8).toString('hex'),
      dialect: wanted.kind === 'engine' ? engineDialect : publicDialect,
    };
    return this.#serial.run(async () => {
      this.#checkName(wanted.name, null);
      if (token !== null) await this.#keepToken(profile.id, token);
      await this.#save({ ...this.#list, profiles: [...this.#list.profiles, profile] });
      return this.view(profile.id);
    });
  }

  update(id: string, change: ParsedInput<'profiles.update'>['change']): Promise<ProfileView> {
    return this.#serial.run(async () => {
      const before = this.find(id);
      if (change.name !== undefined) this.#checkName(change.name, id);
      const changed = withChange(before, change);
      const profiles = this.#list.profiles.map((one) => (one.id === id ? changed : one));
      await this.#save({ ...this.#list, profiles });
      return this.view(id);
    });
  }

  activate(id: string): Promise<void> {
    return this.#serial.run(async () => {
      this.find(id);
      if (id !== this.#list.active) await this.#save({ ...this.#list, active: id });
    });
  }

  /** Null forgets the token. */
  setToken(id: string, token: string | null): Promise<ProfileView> {
    return this.#serial.run(async () => {
      if (this.find(id).kind === 'local') {
        throw new Refusal('PROFILE_LOCAL', 'The local engine needs no token and no sign-in.', 'id');
      }
      await this.#keepToken(id, token);
      this.changed.emit(this.list());
      return this.view(id);
    });
  }

  async #keepToken(id: string, token: string | null): Promise<void> {
    await this.#vault.set(tokenName(id), token);
    if (token === null) this.#tokens.delete(id);
    else this.#tokens.set(id, token);
  }

  async #save(list: ProfileList): Promise<void> {
    await writeProfiles(this.#dataDir, list);
    this.#list = list;
    this.changed.emit(this.list());
  }

  #checkName(name: string, ownId: string | null): void {
    const taken = this.#list.profiles.some((one) => one.id !== ownId && one.name === name);
    if (taken) throw new Refusal('PROFILE_NAME', `There is a profile named "${name}" already.`, 'name');
  }

  #view(profile: Profile): ProfileView {
    const signedIn = profile.kind === 'local' || this.#tokens.has(profile.id);
    return { ...profile, active: profile.id === this.#list.active, signedIn };
  }
}

function tokenName(id: string): string {
  return `profile:${id}:token`;
}

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function withChange(before: Profile, change: ParsedInput<'profiles.update'>['change']): Profile {
  return {
    ...before,
    name: change.name ?? before.name,
    userId: change.userId ?? before.userId,
    tenantId: change.tenantId === undefined ? before.tenantId : change.tenantId,
    dialect: change.dialect ?? before.dialect,
    serverUrl: change.serverUrl === undefined ? before.serverUrl : checkAddress(before, change.serverUrl),
  };
}

function checkAddress(profile: Profile, address: string | null): string | null {
  if (profile.kind === 'local') {
    if (address === null) return null;
    throw new Refusal(
      'PROFILE_LOCAL',
      'The local engine chooses its address at every start; it cannot be set.',
      'serverUrl',
    );
  }
  if (address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) {
    return withoutTrailingSlash(address);
  }
  throw new Refusal(
    'SERVER_URL',
    `"${address ?? ''}" is no server address; expected one such as https://api.productflo.io.`,
    'serverUrl',
  );
}
