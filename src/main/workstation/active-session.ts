// The one open profile: opened, replaced and closed one after the other; a profile that cannot be opened is a state.
import { join } from 'node:path';
import type { BridgeEvent } from '../../shared/bridge/contract.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';
import { Serial } from '../process/serial.ts';
import type { ServerAccess } from '../connection/connection-port.ts';
import type { Log, OpenProfileSession, ProfileSession } from '../session/profile-session-port.ts';

export interface ActiveSessionSetup {
  readonly dataDir: string;
  readonly open: OpenProfileSession;
  access(profile: Profile): ServerAccess | null;
  /** The profile as it is now, for the access of one that was changed while open. */
  profile(id: string): Profile;
  readonly clock: Clock;
  readonly log: Log;
  readonly integrityEntry: string;
}

export class ActiveSession implements AsyncDisposable {
  readonly events: Emitter<BridgeEvent>;
  readonly #setup: ActiveSessionSetup;
  #session: ProfileSession | null = null;
  #failure = new Refusal('PROFILE_CLOSED', 'No profile is open.');
  readonly #serial = new Serial();

  constructor(setup: ActiveSessionSetup) {
    this.#setup = setup;
    this.events = new Emitter((error) => setup.log.error(`A listener failed: ${String(error)}`));
  }

  /** Opens a profile in place of the present one. Announces it also when it could not be opened: the calls say why. */
  replace(profile: Profile): Promise<void> {
    return this.#serial.run(async () => {
      await this.#close();
      try {
        await this.#open(profile);
      } catch (error) {
        this.#failure = toRefusal(error, profile);
        this.#setup.log.error(`Profile ${profile.id}: ${String(error)}`);
      }
      this.events.emit({ name: 'profile.switched', payload: { id: profile.id } });
    });
  }

  /** The open session, once a replacement under way is done. */
  async current(): Promise<ProfileSession> {
    await this.#serial.idle();
    return this.now();
  }

  /** The open session as it is; refuses with the reason when there is none. */
  now(): ProfileSession {
    if (this.#session === null) throw this.#failure;
    return this.#session;
  }

  /** The open session if it is that of a profile; refuses an address that was made for another. */
  require(profileId: string): ProfileSession {
    const session = this.of(profileId);
    if (session !== null) return session;
    throw new Refusal('PROFILE_CLOSED', 'This address belongs to a profile that is not open now.');
  }

  /** The open session if it is that of a profile. */
  of(profileId: string): ProfileSession | null {
    return this.#session?.profile.id === profileId ? this.#session : null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#serial.run(() => this.#close());
    this.events.clear();
  }

  async #open(profile: Profile): Promise<void> {
    const { dataDir, open, access, clock, log, integrityEntry } = this.#setup;
    const session = await open({
      folder: join(dataDir, 'profiles', profile.id),
      profile,
      access: async () => access(this.#setup.profile(profile.id)),
      clock,
      log,
      integrityEntry,
    });
    session.onEvent((event) => this.events.emit(event));
    this.#session = session;
  }

  async #close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#failure = new Refusal('PROFILE_CLOSED', 'The profile was closed.');
    try {
      await session?.[Symbol.asyncDispose]();
    } catch (error) {
      this.#setup.log.error(`A profile did not close cleanly: ${String(error)}`);
    }
  }
}

function toRefusal(error: unknown, profile: Profile): Refusal {
  if (error instanceof Refusal) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new Refusal('PROFILE_FAILED', `The profile "${profile.name}" cannot be opened: ${words}.`);
}
