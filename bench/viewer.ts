// Suite `viewer`: picking, frames, STL, memory and idle CPU in one headless Chromium, against bare three in the same page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { ensureChromium } from '../scripts/setup/chromium.mjs';
import { projectRoot } from '../scripts/setup/project.mjs';
import { measure } from './figure.ts';

const triangles = 2_000_000;
/** 100 MB of binary STL: 50 bytes per triangle. */
const stlTriangles = 2_000_000;

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'viewer-bench-'));
  const root = join(projectRoot, 'bench/viewer-page');
  const common = { root, configFile: false, logLevel: 'error' } as const;
  const page = { outDir: folder, emptyOutDir: true };
  await build({ ...common, base: './', build: page, worker: { format: 'es' } });
  const server = await preview({ ...common, build: page, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--js-flags=--expose-gc',
    ],
  });
  try {
    const tab = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await tab.goto(server.resolvedUrls?.local[0] ?? '');
    await tab.waitForFunction(() => 'bench' in window);
    const session = await tab.context().newCDPSession(tab);
    await session.send('Performance.enable');
    await measureOpen(tab, session);
    await measureStl(tab);
    await measureMemory(tab, session);
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOpen(page: Page, session: CDPSession): Promise<void> {
  await page.evaluate((count) => window.bench.open(count, true), triangles);
  // The search tree is made at the first pick; peers have none to make.
  await page.evaluate(() => window.bench.pick(1, false));
  const [ours, theirs] = [200, 3];
  for (const { name, goal, movesCamera } of [
    { name: 'view unchanged', goal: 100, movesCamera: false },
    { name: 'first after a camera move', goal: 5, movesCamera: true },
  ]) {
    await measure({
      bench: `viewer.pick, ${triangles} triangles, ${name}`,
      peer: "three's Raycaster without a search tree",
      unit: 'picks/s',
      goal,
      ours: async () =>
        (ours * 1000) /
        (await page.evaluate(([n, moves]) => window.bench.pick(n, moves), [ours, movesCamera] as const)),
      theirs: async () => (theirs * 1000) / (await page.evaluate((n) => window.bench.barePick(n), theirs)),
    });
  }
  await measure({
    bench: `viewer.orbit, ${triangles} triangles and their edges`,
    peer: 'bare three, same triangles, same edges',
    unit: 'frames/s',
    goal: 0.9,
    ours: async () => 1000 / (await page.evaluate(() => window.bench.frames(5))),
    theirs: async () => 1000 / (await page.evaluate(() => window.bench.bareFrames(5))),
  });
  const open = await busyShare(page, session);
  await page.evaluate(() => window.bench.close());
  const closed = await busyShare(page, session);
  await measure({
    bench: 'viewer.idle, an open model; (share of one CPU + 1 %) turned over',
    peer: 'the same page without a model',
    unit: '1/share',
    goal: 0.9,
    rounds: 1,
    ours: () => 1 / (open + 0.01),
    theirs: () => 1 / (closed + 0.01),
  });
}

/** Share of the time in which the page's main thread works while nothing happens. */
async function busyShare(page: Page, session: CDPSession): Promise<number> {
  const seconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.waitForTimeout(2000);
  const before = await seconds();
  await page.waitForTimeout(5000);
  return ((await seconds()) - before) / 5;
}

async function measureStl(page: Page): Promise<void> {
  await measure({
    bench: `viewer.stl.parse, ${Math.round((stlTriangles * 50) / 1e6)} MB`,
    peer: "three's STLLoader, mergeVertices and computeVertexNormals",
    unit: 'files/s',
    goal: 2,
    rounds: 1,
    ours: async () => 1000 / (await page.evaluate((count) => window.bench.parseStl(count), stlTriangles)),
    theirs: async () =>
      1000 / (await page.evaluate((count) => window.bench.bareParseStl(count), stlTriangles)),
  });
}

/** Score: heap before over heap after 50 models were opened and closed. */
async function measureMemory(page: Page, session: CDPSession): Promise<void> {
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
  const once = (): Promise<void> =>
    page.evaluate(async () => {
      window.bench.open(20_000, false);
      await window.bench.frames(1);
      window.bench.close();
    });
  // What is loaded once, such as shaders' texts, is no leak.
  for (let model = 0; model < 3; model += 1) await once();
  const before = await heap();
  for (let model = 0; model < 50; model += 1) await once();
  const after = await heap();
  await measure({
    bench: 'viewer.memory after closing 50 models',
    peer: 'before them',
    unit: '1/MB',
    goal: 0.95,
    rounds: 1,
    ours: () => 1 / after,
    theirs: () => 1 / before,
  });
}
