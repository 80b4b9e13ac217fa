// Client, network and server of the model, driven step by step. The client is the real one, on a real database.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openProfileSession } from '../../../src/main/session/open-profile-session.ts';
import type { ProfileSession } from '../../../src/main/session/profile-session-port.ts';
import type { Entry } from '../../../src/shared/model/entry.ts';
import { newMessageSchema } from '../../../src/shared/model/new-message.ts';
import type { Profile } from '../../../src/shared/model/profile.ts';
import { engineDialect } from '../../../src/shared/protocol/dialect.ts';
import type { Clock } from '../../../src/shared/std/clock.ts';
import { ManualClock } from '../../unit/main/connection/manual-clock.ts';
import { judge, type SavedItem } from '../oracle.ts';
import { CrashPoints, watchCommits } from './crash-points.ts';
import { ModelLink } from './model-link.ts';
import { ModelServer } from './model-server.ts';
import type { Script, Step } from './step.ts';

/** Without a disk under it: kills lose nothing that was written, power cuts are another rig's. */
const shelf = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** Care of the database begins after minutes of quiet and is not what the model is about. */
const longestTimerMs = 100_000;

export class ModelWorld implements AsyncDisposable {
  /** Every step as it was made: the script of this run. */
  readonly made: Step[] = [];
  readonly server: ModelServer;
  /** Told when a frame waits to be carried. */
  onTraffic: (way: 'up' | 'down') => void = () => {};
  readonly #setup: Pick<Script, 'server' | 'plant'>;
  readonly #folder = mkdtempSync(join(shelf, 'model-'));
  readonly #clock = new ManualClock();
  #saved: SavedItem[] = [];
  #session: ProfileSession | null = null;
  #points = new CrashPoints();
  #link: ModelLink | null = null;
  #losesAtCrash = false;
  /** What a person was doing to a message when the program died: they look whether it was done. */
  #unsure: { readonly id: string; readonly text: string | null } | null = null;
  #count = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(setup: Pick<Script, 'server' | 'plant'>) {
    this.#setup = setup;
    this.server = new ModelServer(setup);
  }

  /** Makes one step, after those that were asked for before. */
  do(step: Step): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      this.made.push(step);
      await this.#open();
      this.#make(step);
      await this.#settle();
    });
    return this.#turn;
  }

  /** Heals everything, lets it run until nothing moves, and judges: each broken promise is a sentence. */
  async verdict(): Promise<string[]> {
    await this.#turn;
    this.#points.disarm();
    this.server.refusal = null;
    for (let round = 0; round < 60; round += 1) {
      const session = await this.#open();
      this.#link?.connect(this.#now());
      while (this.#carry('up') || this.#carry('down')) await this.#settle();
      const left = session.listOutbox().filter((entry) => !needsPerson(entry));
      if (left.length === 0) break;
      this.#clock.advance(20_000);
      await this.#settle();
    }
    const session = await this.#open();
    const setAside = new Set(
      session
        .listOutbox()
        .filter(needsPerson)
        .map(({ messageId }) => messageId),
    );
    return judge({ saved: this.#saved, atServer: this.server.items, setAside, integrity: 'ok' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turn.catch(() => {});
    await this.#end();
    watchCommits(null);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #make(step: Step): void {
    switch (step.do) {
      case 'write':
        return this.#asPerson((session) => this.#write(session, step));
      case 'carry':
        return void this.#carry(step.way);
      case 'connect':
        return this.#link?.connect(this.#now());
      case 'cut':
        return this.#cut(step.loses);
      case 'crash':
        this.#losesAtCrash = step.loses;
        return this.#points.arm(step.after);
      case 'wait':
        return this.#clock.advance(step.seconds * 1000);
      case 'refuse':
        this.server.refusal = step.as;
        return;
      case 'edit':
        return this.#asPerson((session) => this.#edit(session, step.entry));
      case 'cancel':
        return this.#onEntry(step.entry, (session, { messageId }) => {
          this.#unsure = { id: messageId, text: null };
          session.cancelEntry(messageId);
          this.#saved = this.#saved.filter(({ id }) => id !== messageId);
        });
      case 'retry':
        return this.#onEntry(step.entry, (session, entry) => {
          // Who sends an unconfirmed message again where nobody drops repeats wants it twice rather than never.
          if (entry.state.state === 'unconfirmed' && this.#setup.server === 'keeps-history') return;
          this.#takeUpAgain(entry);
          session.retryEntry(entry.messageId);
        });
    }
  }

  #write(session: ProfileSession, { room, kind }: Extract<Step, { do: 'write' }>): void {
    this.#count += 1;
    const request = newMessageSchema.parse({ kind, roomId: room, text: `Message ${this.#count}` });
    const { id } = session.sendMessage(request);
    this.#saved.push({ id, roomId: room, lane: kind, sha256: null });
  }

  #edit(session: ProfileSession, index: number): void {
    const entry = entryAt(session, index);
    if (entry === undefined) return;
    this.#takeUpAgain(entry);
    this.#count += 1;
    const request = { ...entry.request, text: `Edited ${this.#count}` };
    this.#unsure = { id: entry.messageId, text: request.text };
    const { id } = session.editEntry({ messageId: entry.messageId, request });
    this.#saved = this.#saved.map((item) => (item.id === entry.messageId ? { ...item, id } : item));
  }

  /** What was set aside let the later ones go first [S-REFUSED-1]: taken up again it has no order to keep. */
  #takeUpAgain(entry: Entry): void {
    if (!needsPerson(entry)) return;
    const { messageId } = entry;
    this.#saved = this.#saved.map((item) => (item.id === messageId ? { ...item, lane: messageId } : item));
  }

  #onEntry(index: number, act: (session: ProfileSession, entry: Entry) => void): void {
    this.#asPerson((session) => {
      const entry = entryAt(session, index);
      if (entry !== undefined) act(session, entry);
    });
  }

  /** A person's deed: what is refused, or dies under way, was not done as far as they know. */
  #asPerson(act: (session: ProfileSession) => void): void {
    try {
      if (this.#session !== null) act(this.#session);
      this.#unsure = null;
    } catch (error) {
      if (!this.#points.isDead) this.#unsure = null;
      if (!this.#points.isDead && !isRefusal(error)) throw error;
    }
  }

  #carry(way: 'up' | 'down'): boolean {
    const link = this.#link;
    if (link === null || link.socketId === null) return false;
    if (way === 'up') {
      const frame = link.up.shift();
      if (frame !== undefined) link.say(this.server.take(frame));
      return frame !== undefined;
    }
    const frame = link.down.shift();
    if (frame !== undefined) link.hear(frame);
    return frame !== undefined;
  }

  #cut(loses: boolean): void {
    if (!loses) for (const frame of this.#link?.up ?? []) this.server.take(frame);
    this.#link?.cut();
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  /** Whatever is due in this turn of the loop happens; a program that died in it is gone. */
  async #settle(): Promise<void> {
    await nextTurn();
    await nextTurn();
    if (!this.#points.isDead) return;
    this.#cut(this.#losesAtCrash);
    await this.#end();
  }

  #lookWhatWasDone(session: ProfileSession): void {
    if (this.#unsure === null) return;
    const { id, text } = this.#unsure;
    this.#unsure = null;
    const entries = session.listOutbox();
    const edited = entries.find(({ request }) => request.text === text)?.messageId;
    const isThere = entries.some(({ messageId }) => messageId === id);
    this.#saved = this.#saved.flatMap((item) => {
      if (item.id !== id) return [item];
      if (edited !== undefined) return [{ ...item, id: edited }];
      return isThere ? [item] : [];
    });
  }

  async #end(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#link = null;
    await session?.[Symbol.asyncDispose]();
  }

  async #open(): Promise<ProfileSession> {
    if (this.#session !== null) return this.#session;
    const points = new CrashPoints();
    this.#points = points;
    watchCommits(points);
    const session = await openProfileSession({
      folder: this.#folder,
      profile: profileOf(this.#setup.server),
      access: async () => null,
      clock: clockOf(this.#clock, points),
      log: { info() {}, warn() {}, error() {} },
      integrityEntry: '',
      connect: () => (this.#link = new ModelLink(points, this.#now(), (way) => this.onTraffic(way))),
    });
    this.#session = session;
    this.#lookWhatWasDone(session);
    if (session.listRooms().length === 0) {
      for (const roomId of ['a', 'b']) session.createRoom({ title: roomId, productName: null, roomId });
    }
    return session;
  }
}

const needsPerson = ({ state }: Entry): boolean => ['quarantined', 'unconfirmed'].includes(state.state);

function entryAt(session: ProfileSession, index: number): Entry | undefined {
  const entries = session.listOutbox();
  return entries[index % Math.max(1, entries.length)];
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refusal';
}

/** A server without a memory for repeats has a history instead, in which the client looks. */
function profileOf(server: Script['server']): Profile {
  const dialect = { ...engineDialect, listsRooms: false, deduplicates: server === 'drops-repeats' };
  return {
    id: 'model',
    name: 'Model',
    kind: 'engine',
    serverUrl: null,
    userId: 'anna',
    tenantId: null,
    dialect,
  };
}

/** The clock of one run of the program: its timers die with it. */
function clockOf(clock: ManualClock, points: CrashPoints): Clock {
  return {
    now: () => clock.now(),
    after: (delayMs, task) =>
      delayMs > longestTimerMs
        ? () => {}
        : clock.after(delayMs, () => {
            if (!points.isDead) task();
          }),
  };
}
