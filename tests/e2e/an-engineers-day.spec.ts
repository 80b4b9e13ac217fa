// The day: offline work, a killed workstation, and everything delivered once and in order when the network returns.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createTeamEngine } from './team-engine.ts';
import { launchWorkstation, projectRoot } from './workstation-fixture.ts';

const room = { id: 'room-thermostat', title: 'Thermostat' };
const chat = 'The wall box arrives on Monday; drawing and data sheet attached.';
const bracket = 'Generate a mounting bracket for the thermostat';
const bom = 'Create a bill of materials for our smart thermostat';
const fixtures = join(projectRoot, 'tests/fixtures/day');

test("an engineer's day: written offline, killed, delivered once and in order", async ({}, testInfo) => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'engineers-day-'));
  const engine = await createTeamEngine(join(folder, 'engine'));
  const photograph = (page: Page, name: string) =>
    page.screenshot({ path: join(projectRoot, 'test-results/day', `${testInfo.project.name}-${name}.png`) });

  await engine.start();
  const mine = { dataDir: join(folder, 'ann') };
  let ann = await launchWorkstation(testInfo, mine);
  try {
    await test.step('start fresh and open a room', async () => {
      await joinTeam(ann.page, { url: engine.url, token: engine.token, userId: 'ann' });
      await openRoom(ann.page);
      await expect(statusBar(ann.page)).toContainText(/connected/i);
    });

    await test.step('go offline and work on', async () => {
      await engine.stop();
      await expect(statusBar(ann.page)).not.toContainText(/: connected/i);
      await ann.page
        .getByLabel('Attach files')
        .setInputFiles([join(fixtures, 'thermostat-datasheet.pdf'), join(fixtures, 'mounting-plate.step')]);
      await expect(ann.page.getByText('mounting-plate.step').first()).toBeVisible();
      await send(ann.page, chat);
      await askForBracket(ann.page);
      await askForBom(ann.page);
      await openQueue(ann.page);
      await expectQueued(ann.page);
      await photograph(ann.page, '1-offline-queue');
    });

    await test.step('kill -9, start again: everything is still there', async () => {
      await ann.kill9();
      ann = await launchWorkstation(testInfo, mine);
      await ann.page
        .getByRole('row', { name: room.title })
        .or(ann.page.getByRole('option', { name: room.title }))
        .first()
        .click();
      for (const text of [chat, bracket, bom]) await expect(ann.page.getByText(text).first()).toBeVisible();
      await openQueue(ann.page);
      await expectQueued(ann.page);
      await photograph(ann.page, '2-after-kill');
    });

    await test.step('the engine returns: delivered once and in order', async () => {
      await engine.start();
      await expect(queue(ann.page).getByText(/nothing (is )?waiting/i)).toBeVisible({ timeout: 90_000 });
      await expect
        .poll(async () => (await engine.story(room.id)).map((frame) => frame.code), { timeout: 90_000 })
        .toContain('documentation_response');
      const written = (await engine.story(room.id))
        .filter(({ code }) => code === 'chat_response')
        .map(({ data }) => data.message);
      expect(written).toEqual([chat, bracket, bom]);
      const answers = (await engine.story(room.id))
        .map(({ code }) => code)
        .filter((code) => code !== 'chat_response');
      expect(answers.toSorted()).toEqual(['documentation_response', 'engineering_response']);
      await photograph(ann.page, '3-delivered');
    });

    await test.step('the bracket is shown and measures 100 x 80 x 20 mm', async () => {
      await ann.page.getByRole('tab', { name: 'Engineering' }).click();
      const viewer = ann.page.getByRole('region', { name: 'Model viewer' });
      await expect(viewer).toBeVisible();
      await expect(ann.page.locator('[data-state="ready"]').first()).toBeVisible({ timeout: 60_000 });
      await expect(ann.page.getByText(/100(\.0+)? × 80(\.0+)? × 20(\.0+)? mm/).first()).toBeVisible();
      await photograph(ann.page, '4-bracket');
    });

    await test.step('the BOM opens', async () => {
      await ann.page.getByRole('tab', { name: 'Documents' }).click();
      await expect(ann.page.getByText(/bill of materials/i).first()).toBeVisible();
      await expect(ann.page.getByRole('columnheader', { name: /part|description/i }).first()).toBeVisible({
        timeout: 30_000,
      });
      await photograph(ann.page, '5-bom');
    });

    await test.step('a second workstation in the room has the chat', async () => {
      const bob = await launchWorkstation(testInfo, { dataDir: join(folder, 'bob') });
      try {
        await joinTeam(bob.page, { url: engine.url, token: engine.token, userId: 'bob' });
        await openRoom(bob.page);
        await expect(bob.page.getByText(chat).first()).toBeVisible({ timeout: 30_000 });
        await photograph(bob.page, '6-second-workstation');
      } finally {
        await bob.close();
      }
    });
  } finally {
    await ann.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

const statusBar = (page: Page) => page.getByRole('region', { name: 'Status bar' });
const queue = (page: Page) => page.getByRole('region', { name: 'Queue' });

async function joinTeam(page: Page, team: { url: string; token: string; userId: string }): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add server' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Team');
  await page.getByLabel('Server address').fill(team.url);
  await page.getByLabel('Your user id').fill(team.userId);
  await page.getByLabel('Access token').fill(team.token);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Use Team' }).click();
  await page.keyboard.press('Escape');
}

/** Opens the room, making or joining it when the list does not show it yet. */
async function openRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New room' }).first().click();
  await page.getByLabel('Room title').fill(room.title);
  await page.getByLabel('Room id').fill(room.id);
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { name: room.title })).toBeVisible();
}

async function openQueue(page: Page): Promise<void> {
  if (await queue(page).isVisible()) return;
  await statusBar(page)
    .getByRole('button', { name: /waiting|queue/i })
    .click();
  await expect(queue(page)).toBeVisible();
}

async function expectQueued(page: Page): Promise<void> {
  for (const text of [chat, bracket, bom])
    await expect(queue(page).getByText(text.slice(0, 30)).first()).toBeVisible();
}

async function choose(page: Page, kind: string): Promise<void> {
  await page.getByLabel('Kind of message').getByText(kind, { exact: true }).click();
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: /^(Send|Save)/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
}

async function askForBracket(page: Page): Promise<void> {
  await choose(page, 'Engineering');
  await page.getByLabel('Dimensions').fill('100x80x20mm');
  await page.getByRole('combobox', { name: 'Material', exact: true }).fill('ABS plastic');
  await page.getByLabel('Mounting type').fill('wall_mount');
  await send(page, bracket);
}

async function askForBom(page: Page): Promise<void> {
  await choose(page, 'Document');
  await page.getByLabel('Document type').click();
  await page.getByRole('option', { name: /bill of materials|bom/i }).click();
  await page.getByText('Costs', { exact: true }).click();
  await page.getByText('Suppliers', { exact: true }).click();
  await send(page, bom);
}
