// Before any end-to-end test: the build is current, and a missing Electron is said aloud.
import { ensureBuilt } from '../../scripts/setup/build.mjs';
import { findElectron } from '../../scripts/setup/electron.mjs';

export default async function setUp(): Promise<void> {
  await ensureBuilt();
  if (findElectron() !== null) return;
  console.warn('SKIPPED: the desktop tests. No Electron was found; set ELECTRON_EXEC_PATH to one.');
}
