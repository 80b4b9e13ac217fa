// Everything the bridge can reach, put together by `openWorkstation`.
import type { AppInfo } from '../../shared/model/status.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { ModelKeeper } from '../model/model-keeper.ts';
import type { MeshCache } from '../previews/mesh-cache.ts';
import type { EngineProcess } from '../process/engine-process.ts';
import type { Profiles } from '../profiles/profiles.ts';
import type { Log } from '../session/profile-session-port.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { ActiveSession } from './active-session.ts';
import type { PageAddresses } from './page-addresses.ts';
import type { StartNotices } from './start-notices.ts';

export interface Services {
  readonly info: AppInfo;
  readonly settings: SettingsFile;
  readonly model: ModelKeeper;
  readonly profiles: Profiles;
  readonly active: ActiveSession;
  readonly engine: EngineProcess;
  readonly jobs: Jobs;
  readonly meshes: MeshCache;
  readonly addresses: PageAddresses;
  readonly notices: StartNotices;
  /** Entry file of the thread that reads workbooks. */
  readonly workbookEntry: string;
  readonly log: Log;
}
