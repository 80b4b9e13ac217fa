// Builds the page that holds the viewer alone, and serves it from a folder of its own until it is closed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { projectRoot } from '../workstation-fixture.ts';

export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

export async function serveViewerPage(): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'viewer-page-'));
  const root = join(projectRoot, 'tests/e2e/viewer-page');
  const page = { outDir: folder, emptyOutDir: true };
  const common = { root, configFile: false, logLevel: 'error' } as const;
  await build({ ...common, base: './', build: page, worker: { format: 'es' } });
  const server = await preview({ ...common, build: page, preview: { port: 0, host: '127.0.0.1' } });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
