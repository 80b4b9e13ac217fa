// Every view with real content, light and dark: photographed, and held against the accessibility rules of axe.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launchWorkstation, projectRoot } from './workstation-fixture.ts';

test('every view is readable by people and by assistive technology', async ({}, testInfo) => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(join(tmpdir(), 'every-view-'));
  const workstation = await launchWorkstation(testInfo, { dataDir: folder });
  const { page } = workstation;
  try {
    await look(page, 'empty');
    await fillRoom(page);
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      for (const view of ['Chat', 'Ideas', 'Documents', 'Engineering']) {
        await page.getByRole('tab', { name: view }).click();
        // The latest message can be read: the list scrolls inside its view, and stays at its end.
        if (view === 'Chat') await expect(page.locator('.chat-item').last()).toBeInViewport();
        if (view === 'Engineering')
          await expect(page.locator('[data-state="ready"]').first()).toBeVisible({ timeout: 60_000 });
        else await page.waitForTimeout(700);
        await look(page, `${view.toLowerCase()}-${theme}`);
      }
    }
    await page.getByRole('button', { name: 'Settings' }).click();
    await look(page, 'settings');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await look(page, 'palette');
  } finally {
    await workstation.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Takes a picture and expects no fault of WCAG 2.2 A and AA. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(projectRoot, 'test-results/views', `${name}.png`) });
  // The palette's list is scrolled by the arrow keys of its search box, which axe cannot see.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .exclude('.palette-list')
    .analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${name}: ${id}, ${nodes[0]?.html.slice(0, 160)}`))
    .toEqual([]);
}

/** A room in which every kind of request was asked and answered. */
async function fillRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New room' }).first().click();
  await page.getByLabel('Room title').fill('Thermostat');
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { name: 'Thermostat' })).toBeVisible();
  await ask(page, 'Chat', 'The wall box arrives on Monday; we must use 4x M4x12 screws.');
  await ask(page, 'Engineering', 'Wall-mount bracket 100x80x20mm, ABS');
  await expect(page.getByText(/100 × 80 × 20 mm/).first()).toBeVisible({ timeout: 60_000 });
  await ask(page, 'Ask Haitch', 'What materials would be best for a waterproof enclosure?');
  await ask(page, 'Idea', 'Generate ideas for a smart home climate control system');
  await expect(page.getByText(/ideas for smart home/i).first()).toBeVisible({ timeout: 60_000 });
  await ask(page, 'Document', 'Create a technical specification for our thermostat');
  await expect(page.getByText(/is ready/).first()).toBeVisible({ timeout: 60_000 });
}

async function ask(page: Page, kind: string, text: string): Promise<void> {
  await page.getByLabel('Kind of message').getByText(kind, { exact: true }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: /^(Send|Save)/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
}
