// The viewer alone in real Chromium: seeing, picking, measuring, cutting, losing its graphics, and leaving nothing behind.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { write3mf } from '../../src/cad/formats/write-3mf.ts';
import { encodeModelMesh } from '../../src/cad/mesh/mesh-file.ts';
import { barPart, boxPart, modelOf } from '../unit/renderer/viewer/box-part.ts';
import type { ViewerPage } from './viewer-page/page.ts';
import { type ServedPage, serveViewerPage } from './viewer-page/serve.ts';
import { projectRoot } from './workstation-fixture.ts';

type Point = [number, number, number];
/** A block of 100 × 80 × 20 mm and, off its corner, a bar of 16 mm diameter and 30 mm height at (120, 20). */
const model = {
  ...modelOf(boxPart([0, 0, 0], [100, 80, 20]), barPart([120, 20], 8, 30)),
  box: { min: [0, 0, 0] as Point, max: [128, 80, 30] as Point },
};
const bytes = Buffer.from(encodeModelMesh(model)).toString('base64');
let served: ServedPage;
let address: string;

test.beforeAll(async () => {
  served = await serveViewerPage();
  ({ address } = served);
});
test.afterAll(() => served.close());

test('shows a model in both themes and draws no frame while idle', async ({ page }) => {
  for (const theme of ['light', 'dark']) {
    await open(page, theme);
    await page.screenshot({ path: join(projectRoot, `test-results/viewer/${theme}.png`) });
    const [before, after] = await page.evaluate(async (): Promise<[number, number]> => {
      const { viewer } = window.viewerPage;
      const first = viewer.counts.frames;
      for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
      return [first, viewer.counts.frames];
    });
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(before);
  }
});

test('measures exactly between corners, and from rim to face', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.viewerPage.viewer.setTool('measure'));
  await press(page, [0, 0, 0]);
  await press(page, [100, 0, 0]);
  await expect.poll(() => told(page, 'measurements')).toMatchObject([{ distanceMm: 100, isExact: true }]);
  await expect(page.locator('.dimension-label')).toHaveText('100 mm');
  await press(page, [120 + 8 * Math.cos(-0.7), 20 + 8 * Math.sin(-0.7), 30]);
  await press(page, [40, 40, 20]);
  await expect
    .poll(() => told(page, 'measurements'))
    .toMatchObject([{}, { distanceMm: expect.closeTo(10, 9), isExact: true, what: 'centre to plane' }]);
  await page.screenshot({ path: join(projectRoot, 'test-results/viewer/measured.png') });
});

test('cuts: the face of the cut has its area, is picked as such, and what is gone is not picked', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() =>
    window.viewerPage.viewer.setSections([
      { kind: 'y', direction: [0, 1, 0], baseMm: 0, offsetMm: 30, isFlipped: true },
    ]),
  );
  await expectCuts(page, [[100 * 20, 2 * (100 + 20)]]);
  await pointAt(page, [20, 30, 10]);
  await expect.poll(() => described(page)).toMatch(/^Cut face · .* · Box$/);
  await pointAt(page, [50, 60, 20]);
  await expect.poll(() => described(page)).toMatch(/^Plane · .*Box$/);
  await pointAt(page, [50, 0, 3]);
  await expect.poll(() => told(page, 'hovered')).toBeNull();
  await page.screenshot({ path: join(projectRoot, 'test-results/viewer/cut.png') });
});

test('three planes cut each other, and a handle drags its plane', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const plane = { baseMm: 0, isFlipped: false } as const;
    window.viewerPage.viewer.setSections([
      { ...plane, kind: 'z', direction: [0, 0, 1], offsetMm: 10 },
      { ...plane, kind: 'x', direction: [1, 0, 0], offsetMm: 60 },
      { ...plane, kind: 'y', direction: [0, 1, 0], offsetMm: 30, isFlipped: true },
    ]);
  });
  await expectCuts(page, [
    [60 * 50, 2 * (60 + 50)],
    [50 * 10, 2 * (50 + 10)],
    [60 * 10, 2 * (60 + 10)],
  ]);
  await pointAt(page, [30, 50, 10]);
  await expect.poll(() => described(page)).toMatch(/^Cut face/);
  await page.screenshot({ path: join(projectRoot, 'test-results/viewer/three-planes.png') });
  const handle = page.getByRole('slider', { name: 'Section plane 2' });
  await expect(handle).toHaveAttribute('aria-valuetext', '60 mm');
  // From the middle of its cut at X = 60 to where X = 40 is seen.
  const [from, to] = [await place(page, [60, 55, 5]), await place(page, [40, 55, 5])];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  const offset = Number(await handle.getAttribute('aria-valuenow'));
  expect(offset).toBeGreaterThan(39.5);
  expect(offset).toBeLessThan(40.5);
  await handle.press('Home');
  await expect(handle).toHaveAttribute('aria-valuetext', '0 mm');
  await handle.press('PageUp');
  await expect(handle).toHaveAttribute('aria-valuetext', '12.8 mm');
  await expectCuts(page, [[12.8 * 50, 2 * (12.8 + 50)], null, null]);
});

test('a plane is placed in the face that was chosen', async ({ page }) => {
  await open(page);
  await press(page, [40, 40, 20]);
  const offset = await page.evaluate(() => {
    const { viewer } = window.viewerPage;
    const plane = viewer.sectionFromChosen();
    if (plane !== null) viewer.setSections([{ ...plane, offsetMm: -8 }]);
    return plane?.baseMm;
  });
  expect(offset).toBeCloseTo(20, 6);
  // At Z = 12 the block shows 100 × 80, the bar its polygon of 64 corners.
  const bar = 32 * 64 * Math.sin((2 * Math.PI) / 64);
  await expectCuts(page, [[8000 + bar, 360 + 128 * 8 * Math.sin(Math.PI / 64)]]);
});

test('maps walls in colours, tells the value under the pointer, and stops when cancelled', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => window.viewerPage.viewer.map.show({ kind: 'thickness' }, 25));
  // Below 25 mm: the two large faces of the block of 20 mm, and the mantle of the bar of 16 mm with its 64 sides.
  const mantle = 64 * 2 * 8 * Math.sin(Math.PI / 64) * 30;
  await expect
    .poll(() => told(page, 'map'), { timeout: 60_000 })
    .toMatchObject({ state: 'ready', summary: { beyondMm2: expect.closeTo(16_000 + mantle, -1) } });
  await page.screenshot({ path: join(projectRoot, 'test-results/viewer/map.png') });
  await pointAt(page, [50, 40, 20]);
  await expect.poll(() => told(page, 'probe')).toBeCloseTo(20, 3);
  await page.evaluate(() => window.viewerPage.viewer.map.setLimit(16.5));
  expect(await told(page, 'map')).toMatchObject({ summary: { beyondMm2: expect.closeTo(mantle, 0) } });
  const states = await page.evaluate(async () => {
    const { viewer, told: now } = window.viewerPage;
    viewer.map.show({ kind: 'draft', direction: [0, 0, 1] }, 1);
    const first = now.map.state;
    viewer.map.clear();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return [first, now.map.state];
  });
  expect(states).toEqual(['running', 'none']);
});

test('takes a picture of any size: nothing where nothing is, and the named dimensions in it', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => window.viewerPage.viewer.setTool('measure'));
  await press(page, [0, 0, 0]);
  await press(page, [100, 0, 0]);
  await expect.poll(() => told(page, 'measurements')).toHaveLength(1);
  await page.evaluate(() => window.viewerPage.viewer.measuring.rename('m1', ' Width '));
  await expect(page.locator('.dimension-label')).toHaveText('Width: 100 mm');
  const take = (widthPx: number, heightPx: number, hasDimensions: boolean) =>
    page.evaluate(async (asked) => window.viewerPage.photograph({ ...asked, isTransparent: true }), {
      widthPx,
      heightPx,
      hasDimensions,
    });
  const large = await take(5000, 3000, true);
  expect([large.width, large.height, large.corner]).toEqual([5000, 3000, [0, 0, 0, 0]]);
  expect(large.middle[3]).toBe(255);
  await writeFile(join(projectRoot, 'test-results/viewer/picture.png'), Buffer.from(large.png, 'base64'));
  // The label is where the bottom front edge is seen; without dimensions there is no pill of the page's colour.
  const small = await take(1440, 900, true);
  const bare = await take(1440, 900, false);
  expect(small.png).not.toBe(bare.png);
  await expect(take(20_000, 10, true)).rejects.toThrow('The width can be 16384 pixels at most.');
  // The viewport is as it was.
  await pointAt(page, [50, 40, 20]);
  await expect.poll(() => described(page)).toMatch(/^Plane/);
});

test('survives the loss of its graphics', async ({ page }) => {
  await open(page);
  const loss = await page.evaluateHandle(() => {
    const gl = document.querySelector('canvas')?.getContext('webgl2');
    return gl?.getExtension('WEBGL_lose_context') ?? null;
  });
  await loss.evaluate((extension) => extension?.loseContext());
  await expect.poll(() => told(page, 'isContextLost')).toBe(true);
  await loss.evaluate((extension) => extension?.restoreContext());
  await expect.poll(() => told(page, 'isContextLost')).toBe(false);
  await pointAt(page, [50, 40, 20]);
  await expect.poll(() => described(page)).toMatch(/^Plane/);
});

test('leaves nothing on the graphics card', async ({ page }) => {
  await open(page);
  const counts = await page.evaluate(async () => {
    const { viewer } = window.viewerPage;
    viewer.setSections([
      { kind: 'x', direction: [1, 0, 0], baseMm: 0, offsetMm: 50, isFlipped: false },
      { kind: 'y', direction: [0, 1, 0], baseMm: 0, offsetMm: 40, isFlipped: false },
    ]);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const during = viewer.counts;
    viewer[Symbol.dispose]();
    return { during, after: viewer.counts, left: document.getElementById('host')?.childElementCount };
  });
  expect(counts.during.geometries).toBeGreaterThan(3);
  expect(counts.during.programs).toBeGreaterThan(1);
  expect(counts.after).toMatchObject({ geometries: 0, textures: 0, programs: 0 });
  expect(counts.left).toBe(0);
});

test('[P-CONVERT-3] a 3MF that we wrote is read by the loader of three', async ({ page }) => {
  await page.goto(address);
  await page.waitForFunction(() => 'viewerPage' in window);
  const file = Buffer.from(write3mf(model.parts)).toString('base64');
  const opened = await page.evaluate((base64) => window.viewerPage.open(base64, 'block.3mf'), file);
  expect(opened).toEqual({ parts: 2, triangles: 12 + 256, size: [128, 80, 30] });
});

test('says so where there is no WebGL', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(address);
  await expect(page.getByText('WebGL is not available')).toBeVisible();
});

async function open(page: Page, theme = 'light'): Promise<void> {
  await page.goto(`${address}?theme=${theme}`);
  await page.waitForFunction(() => 'viewerPage' in window);
  const opened = await page.evaluate((file) => window.viewerPage.open(file, 'block.mesh'), bytes);
  expect(opened).toEqual({ parts: 2, triangles: 12 + 256, size: [128, 80, 30] });
  await page.evaluate(async () => {
    const { viewer } = window.viewerPage;
    for (let still = 0, last = -1; still < 5; ) {
      await new Promise(requestAnimationFrame);
      still = viewer.counts.frames === last ? still + 1 : 0;
      last = viewer.counts.frames;
    }
  });
}

async function place(page: Page, point: Point): Promise<{ x: number; y: number }> {
  return page.evaluate((at) => window.viewerPage.viewer.toCanvas(at), point);
}

async function pointAt(page: Page, point: Point): Promise<void> {
  const { x, y } = await place(page, point);
  await page.mouse.move(x, y, { steps: 2 });
}

async function press(page: Page, point: Point): Promise<void> {
  const { x, y } = await place(page, point);
  await page.mouse.click(x, y);
}

async function told(page: Page, key: keyof ViewerPage['told']): Promise<unknown> {
  return page.evaluate((name) => window.viewerPage.told[name], key);
}

async function described(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { told: now, describe } = window.viewerPage;
    return now.hovered === null ? '' : describe(now.hovered);
  });
}

/** Area and perimeter of each cut face; null: not asked. */
async function expectCuts(page: Page, wanted: readonly (readonly [number, number] | null)[]): Promise<void> {
  const cuts = await page.evaluate(() => window.viewerPage.told.cuts);
  expect(cuts).toHaveLength(wanted.length);
  wanted.forEach((figures, index) => {
    if (figures === null) return;
    expect(cuts[index]?.areaMm2).toBeCloseTo(figures[0], 3);
    expect(cuts[index]?.lengthMm).toBeCloseTo(figures[1], 3);
  });
}
