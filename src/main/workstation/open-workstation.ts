// The composition root: everything behind the bridge, put together in plain Node and taken apart in reverse order.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { openKernel } from '../../cad/process/fork-kernel.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Disposables } from '../../shared/std/disposables.ts';
import { callBridge } from '../bridge/call-bridge.ts';
import { createHandlers } from '../bridge/handlers.ts';
import { Jobs } from '../jobs/jobs.ts';
import { ModelKeeper } from '../model/model-keeper.ts';
import { MeshCache } from '../previews/mesh-cache.ts';
import { EngineProcess } from '../process/engine-process.ts';
import { Profiles } from '../profiles/profiles.ts';
import { openProfileSession } from '../session/open-profile-session.ts';
import type { Log } from '../session/profile-session-port.ts';
import { SettingsFile } from '../settings/settings.ts';
import { ActiveSession } from './active-session.ts';
import { answerPage } from './answer-page.ts';
import { holdDataFolder } from './data-folder.ts';
import { forwardEvents } from './forward-events.ts';
import { openLog } from './open-log.ts';
import { PageAddresses } from './page-addresses.ts';
import { profileAccess } from './profile-access.ts';
import type { Services } from './services.ts';
import { StartNotices } from './start-notices.ts';
import { systemClock } from './system-clock.ts';
import type { Workstation, WorkstationSetup } from './workstation-port.ts';

interface Parts {
  readonly setup: WorkstationSetup;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly scope: Disposables;
}

/** Opens a workstation on its data folder. Refuses with a sentence when the folder cannot be used. */
export async function openWorkstation(setup: WorkstationSetup): Promise<Workstation> {
  const scope = new Disposables();
  try {
    const dataDir = resolve(setup.dataDir);
    scope.add(holdDataFolder(dataDir), (hold) => hold[Symbol.dispose]());
    const log = openLog(dataDir);
    const clock = setup.clock ?? systemClock;
    const services = await compose({ setup, dataDir, clock, log, scope });
    return toWorkstation(services, scope);
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

async function compose(parts: Parts): Promise<Services> {
  const { setup, dataDir, clock, log, scope } = parts;
  const vault = await setup.shell.openVault(dataDir);
  const settings = await SettingsFile.open(dataDir);
  const model = await ModelKeeper.open(dataDir, vault);
  const profiles = await Profiles.open({ dataDir, vault, userId: nameOfUser() });
  const notices = new StartNotices();
  notices.keptAside(settings.keptAside, 'Your settings could not be read and start afresh.', clock.now());
  notices.keptAside(
    profiles.keptAside,
    'Your list of servers could not be read; only the local engine is in it now. The rooms and messages of the others are still on disk.',
    clock.now(),
  );
  const engine = scope.add(
    new EngineProcess({
      entry: setup.engineEntry,
      dataDir: join(dataDir, 'engine'),
      model: () => model.access(),
      clock,
      log,
    }),
    (process) => process[Symbol.asyncDispose](),
  );
  scope.defer(model.changed.on((access) => engine.tellModel(access)));
  const jobs = new Jobs();
  const meshes = await openMeshes(parts, jobs);
  const active = scope.add(
    new ActiveSession({
      dataDir,
      open: setup.openSession ?? openProfileSession,
      access: (profile) => profileAccess({ profile, engine, profiles }),
      profile: (id) => profiles.find(id),
      clock,
      log,
      integrityEntry: setup.integrityEntry,
    }),
    (session) => session[Symbol.asyncDispose](),
  );
  scope.defer(
    engine.changed.on(({ state }) => {
      if (state === 'running') active.of('local')?.accessChanged();
    }),
  );
  if (profiles.active.kind === 'local') engine.start();
  await active.replace(profiles.active);
  const info = {
    version: setup.shell.version,
    shell: setup.shell.kind,
    platform: `${process.platform} ${process.arch}`,
    dataFolder: dataDir,
    vault: vault.kind,
    vaultNote: vault.note,
  };
  const addresses = new PageAddresses();
  const { workbookEntry } = setup;
  return {
    info,
    settings,
    model,
    profiles,
    active,
    engine,
    jobs,
    meshes,
    addresses,
    notices,
    workbookEntry,
    log,
  };
}

/** Meshes of other versions of the workstation may have another shape: they are made anew. */
async function openMeshes({ setup, dataDir, log, scope }: Parts, jobs: Jobs): Promise<MeshCache> {
  const all = join(dataDir, 'cache', 'meshes');
  await mkdir(all, { recursive: true });
  for (const name of await readdir(all)) {
    if (name !== setup.shell.version) await rm(join(all, name), { recursive: true, force: true });
  }
  const kernel = scope.add(
    openKernel({ entry: setup.kernelEntry, log: (line) => log.info(line) }),
    async (open) => {
      await open[Symbol.asyncDispose]();
    },
  );
  return MeshCache.open({
    folder: join(all, setup.shell.version),
    tessellate: (input, options) => kernel.run('tessellate', input, options),
    jobs,
    log,
  });
}

function toWorkstation(services: Services, scope: Disposables): Workstation {
  const { active, log } = services;
  const handlers = createHandlers(services);
  forwardEvents(services);
  return {
    log,
    call: (name, input) => callBridge({ handlers, log }, name, input),
    onEvent: (listener) => active.events.on(listener),
    answer: (request) => answerPage(services, request),
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
}

/** The person's name on this machine, their id on the engine inside. */
function nameOfUser(): string {
  try {
    return userInfo().username || 'me';
  } catch {
    return 'me';
  }
}
