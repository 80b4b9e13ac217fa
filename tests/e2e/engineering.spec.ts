// The engineering view in the served workstation: what is shown when, by which keys, and whether its words fit.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchWorkstation, projectRoot, type RunningWorkstation } from './workstation-fixture.ts';

let folder: string;
let workstation: RunningWorkstation;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, testInfo) => {
  test.setTimeout(300_000);
  folder = await mkdtemp(join(tmpdir(), 'engineering-'));
  workstation = await launchWorkstation(testInfo, { dataDir: folder });
  page = workstation.page;
  await page.getByRole('button', { name: 'New room' }).first().click();
  await page.getByLabel('Room title').fill('Thermostat');
  await page.getByRole('button', { name: 'Create room' }).click();
  await page.getByRole('tab', { name: 'Engineering' }).click();
  await ask('Wall-mount bracket 100x80x20mm, ABS');
  await expect(shown()).toHaveText('Wall-mount bracket', { timeout: 60_000 });
  await expect(page.locator('[data-state="ready"]').first()).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await workstation.close();
  await rm(folder, { recursive: true, force: true });
});

test('a new result is shown, unless another was chosen since it was asked for', async () => {
  await ask('Gusset plate 60x60x5 mm, aluminium');
  await expect(shown()).toHaveText('Gusset plate', { timeout: 60_000 });
  await ask('Gusset plate 70x70x5 mm, steel');
  await models().getByRole('row', { name: 'Wall-mount bracket' }).click();
  await expect(models().getByRole('row')).toHaveCount(3, { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await expect(shown()).toHaveText('Wall-mount bracket');
});

test('the standard views have their keys in the list of models and beside a slider, but not in text fields', async () => {
  const bracket = models().getByRole('row', { name: 'Wall-mount bracket' });
  await bracket.click();
  for (const [key, turn] of [
    ['1', [1, 0, 0, 1]],
    ['2', [-1, 0, 0, 1]],
    ['5', [1, 0, 0, 0]],
  ] as const) {
    await bracket.focus();
    await page.keyboard.press(key);
    await expect.poll(() => cubeTurn()).toEqual(turn);
  }
  await page.getByRole('radio', { name: 'X-ray' }).focus();
  await page.keyboard.press('1');
  await expect.poll(() => cubeTurn()).toEqual([1, 0, 0, 1]);
  await page.getByRole('textbox', { name: 'Message' }).fill('');
  await page.getByRole('textbox', { name: 'Message' }).press('5');
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('5');
  expect(await cubeTurn()).toEqual([1, 0, 0, 1]);
});

test('section planes are begun, added and placed on what was chosen, and tell area and perimeter', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Section' }).click();
  const cut = (plane: number) => page.getByRole('status', { name: `Cut face of plane ${plane}` });
  // Through the window of 30 mm in the plate of 100 × 3 mm: two rectangles of 35 × 3 mm.
  await expect(cut(1)).toHaveText('Area ≈ 210 mm² · perimeter ≈ 152 mm');
  await page.getByRole('button', { name: 'Add plane' }).click();
  await expect(cut(1)).toHaveText('Area ≈ 105 mm² · perimeter ≈ 76 mm');
  await expect(cut(2)).toHaveText(/^Area/);
  await photograph('sections');
  await page.getByRole('button', { name: 'Section' }).click();
  await expect(cut(1)).toBeHidden();
});

test('tables of a report fit its page', async () => {
  await askFor(
    'Tolerance stack-up',
    'Gap: housing 50 ±0.1; board -30 +0.2/-0 mm; spacer: -19,5 mm +/-0.05; limits 0.2 to 0.6 mm',
  );
  await expect(report().getByRole('table').first()).toBeVisible({ timeout: 60_000 });
  await fits();
  await photograph('facts');
});

test('a selection of materials shows its chart and ranking, and a cost stands before all that was measured', async () => {
  await askFor('Material selection', 'light stiff beam, up to 80 °C');
  const chart = report().getByRole('img', { name: 'material-selection.svg' });
  await expect(chart).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => chart.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(500);
  await expect(report().getByRole('table').first()).toContainText('Carbon fibre epoxy');
  await fits();
  await photograph('selection');
  await askFor('Cost estimate', 'milled from 6061, 20 pcs');
  await expect(report().getByRole('heading', { name: 'By quantity' })).toBeVisible({ timeout: 60_000 });
  const facts = page.getByRole('complementary', { name: 'Part properties' });
  await expect(facts.getByText(/^[\d,.]+ to [\d,.]+ EUR$/).first()).toBeVisible();
  await fits();
  await photograph('cost');
});

test('an assembly is searched, hidden and shown again, pointed at from both sides, and taken apart', async () => {
  const file = 'occt-import-js/test/testfiles/cax-if/as1-oc-214.stp';
  await page.locator('label.attach input').setInputFiles(join(projectRoot, 'node_modules', file));
  await page.getByLabel('Kind of message').getByText('Chat', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('The assembly');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await models().getByRole('row', { name: 'as1-oc-214.stp' }).click();
  const structure = page.getByRole('region', { name: 'Structure' });
  await expect(structure.getByRole('heading', { name: '18 parts' })).toBeVisible({ timeout: 60_000 });
  await structure.getByLabel('Find a part').fill('PLATE');
  await expect(structure.locator('.tree-row')).toHaveText(['Model', 'as1', 'plate']);
  await structure.getByRole('button', { name: 'Hide plate' }).click();
  await expect(structure.getByRole('button', { name: 'Show plate', exact: true })).toBeVisible();
  await structure.getByRole('button', { name: 'Undo hiding' }).click();
  await expect(structure.getByRole('button', { name: 'Hide plate' })).toBeVisible();
  await structure.getByRole('button', { name: 'Show plate alone' }).click();
  await page.getByRole('button', { name: 'Top view (5)' }).click();
  // Pointing at the plate, which alone is left, marks its row.
  const middle = await page.getByRole('region', { name: 'Model viewer' }).boundingBox();
  if (middle === null) throw new Error('There is no viewer.');
  await expect(async () => {
    await page.mouse.move(middle.x + middle.width / 2 + Math.random(), middle.y + middle.height / 2);
    await expect(structure.locator('.tree-row.pointed')).toHaveText('plate', { timeout: 1000 });
  }).toPass();
  await structure.getByRole('button', { name: 'Show all' }).click();
  await structure.getByLabel('Find a part').fill('');
  await structure.getByText('By name', { exact: true }).click();
  await structure.getByRole('slider', { name: 'Take apart' }).fill('2');
  await page.getByRole('button', { name: 'Isometric view (7)' }).click();
  await photograph('taken-apart');
});

const models = () => page.getByRole('grid', { name: 'Models' });
const shown = () =>
  page.getByRole('complementary', { name: 'Part properties' }).getByRole('heading', { level: 2 });

function report() {
  return page.getByRole('article', { name: /^Report/ });
}

/** Nothing of a report is cut off at its side. */
async function fits(): Promise<void> {
  for (const box of [report(), ...(await report().locator('.table-scroll').all())])
    expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
}

/** Beside a view the composer is one line high until it is used. */
async function askFor(type: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).click();
  await page.getByRole('button', { name: /Engineering type/ }).click();
  await page.getByRole('option', { name: type, exact: true }).click();
  await ask(text);
}

async function ask(text: string): Promise<void> {
  await page.getByLabel('Kind of message').getByText('Engineering', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
}

/** The upper left of the view cube's matrix, rounded: 1, 0, 0, 1 looks from the front. */
async function cubeTurn(): Promise<number[]> {
  const matrix = await page
    .locator('.view-cube-body')
    .evaluate((cube) => (cube as HTMLElement).style.transform);
  const values = matrix
    .slice(matrix.indexOf('(') + 1)
    .split(',')
    .map(Number.parseFloat);
  return [0, 1, 4, 5].map((at) => Math.round(values[at] ?? 0) + 0);
}

async function photograph(name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(projectRoot, `test-results/engineering/${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
}
