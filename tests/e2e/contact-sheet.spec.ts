// Opens every sample file as the workstation does, holds it against the table, and puts the pictures on one sheet.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openKernel } from '../../src/cad/process/fork-kernel.ts';
import type { Kernel } from '../../src/cad/process/kernel-port.ts';
import { openerOf } from '../../src/renderer/viewer/load/loader.ts';
import { type SampleFile, sampleFiles } from './sample-files.ts';
import { serveViewerPage } from './viewer-page/serve.ts';
import { projectRoot } from './workstation-fixture.ts';

const samples = join(projectRoot, 'node_modules/occt-import-js/test/testfiles');

interface Opened {
  readonly parts: number;
  readonly triangles: number;
  readonly size: readonly number[];
  /** PNG in base64. */
  readonly picture: string;
}

test('every sample file gives its parts and its size, or its sentence', async ({ page }) => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
  const served = await serveViewerPage();
  const kernel = openKernel({ entry: join(projectRoot, 'out/main/kernel.js'), log: () => {} });
  const entries: SheetEntry[] = [];
  try {
    await page.setViewportSize({ width: 480, height: 360 });
    await page.goto(served.address);
    await page.waitForFunction(() => 'viewerPage' in window);
    for (const sample of sampleFiles) {
      const opened = await openSample(page, sample, { kernel, folder });
      check(sample, opened);
      entries.push({ sample, opened });
    }
    await photographSheet(page, entries);
  } finally {
    await kernel[Symbol.asyncDispose]();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** What the viewer shows of it, or the sentence why it shows nothing. */
async function openSample(
  page: Page,
  { path }: SampleFile,
  { kernel, folder }: { readonly kernel: Kernel; readonly folder: string },
): Promise<Opened | string> {
  const name = basename(path);
  try {
    let [file, shownAs] = [join(samples, path), name];
    if (openerOf(name) === 'kernel') {
      const outPath = join(folder, 'model.mesh');
      await kernel.run('tessellate', { path: file, name, outPath }).result;
      [file, shownAs] = [outPath, 'model.mesh'];
    }
    const bytes = (await readFile(file)).toString('base64');
    const found = await page.evaluate(
      ([base64 = '', as = '']) => window.viewerPage.open(base64, as),
      [bytes, shownAs],
    );
    const size = { widthPx: 480, heightPx: 360, isTransparent: false, hasDimensions: false };
    const { png } = await page.evaluate((options) => window.viewerPage.photograph(options), size);
    return { ...found, picture: png };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function check({ path, expected }: SampleFile, opened: Opened | string): void {
  if ('sentence' in expected) {
    expect.soft(opened, path).toMatch(expected.sentence);
    return;
  }
  expect.soft(opened, path).toMatchObject({ parts: expected.parts });
  if (typeof opened === 'string') return;
  expect.soft(opened.triangles, path).toBeGreaterThan(0);
  // The mesh may miss a round face by its deflection, a thousandth of the size.
  expected.sizeMm.forEach((wanted, axis) =>
    expect
      .soft(Math.abs((opened.size[axis] ?? 0) - wanted) / wanted, `${path}, axis ${axis}`)
      .toBeLessThan(0.002),
  );
}

interface SheetEntry {
  readonly sample: SampleFile;
  readonly opened: Opened | string;
}

async function photographSheet(page: Page, entries: readonly SheetEntry[]): Promise<void> {
  const cards = entries.map(({ sample, opened }) => {
    const about =
      typeof opened === 'string'
        ? `<div class="none">${opened}</div>`
        : `<img src="data:image/png;base64,${opened.picture}" alt="">
           <div>${opened.parts} parts, ${opened.triangles} triangles,
           ${opened.size.map((mm) => Number(mm.toFixed(2))).join(' × ')} mm</div>`;
    return `<figure>${about}<figcaption>${sample.path}</figcaption></figure>`;
  });
  await page.setViewportSize({ width: 1660, height: 1000 });
  await page.setContent(`<style>
    body { display: grid; grid-template-columns: repeat(5, 320px); gap: 8px; margin: 8px; font: 12px sans-serif }
    figure { margin: 0 } img, .none { width: 320px; height: 240px; box-sizing: border-box }
    .none { padding: 70px 24px 0; background: #eee; text-align: center } figcaption { color: #555 }
  </style>${cards.join('')}`);
  await page.screenshot({ path: join(projectRoot, 'test-results/contact-sheet.png'), fullPage: true });
}
