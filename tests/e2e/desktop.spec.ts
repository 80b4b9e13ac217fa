// The desktop itself: it keeps what was queued over a restart, and its page can reach nothing but its one door.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { WorkstationApi } from '../../src/shared/bridge/workstation-api.ts';
import { launchElectron } from './workstation-fixture.ts';

declare global {
  interface Window {
    readonly workstation?: WorkstationApi;
  }
}

let folder: string;
let app: ElectronApplication;
let page: Page;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
  await open();
});

test.afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  app = await launchElectron({ dataDir: folder });
  page = await app.firstWindow();
  await expect(page.getByRole('region', { name: 'Status bar' })).toBeVisible();
}

test('a message queued while offline is there after a restart', async () => {
  await page.getByRole('button', { name: 'New room' }).first().click();
  await page.getByLabel('Room title').fill('Pump stand');
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { name: 'Pump stand' })).toBeVisible();
  await page.evaluate(() => window.workstation?.call('connection.setOffline', { offline: true }));
  await page.getByRole('textbox', { name: 'Message' }).fill('The seal kit is in drawer 4');
  await page.getByRole('button', { name: /^(Send|Save)/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
  await app.close();
  await open();
  const outbox = await page.evaluate(() => window.workstation?.call('outbox.list', {}));
  const story = await page.evaluate(async () => {
    const rooms = await window.workstation?.call('rooms.list', {});
    const room = rooms?.ok === true ? rooms.value.find(({ title }) => title === 'Pump stand') : undefined;
    return room === undefined ? null : window.workstation?.call('messages.page', { roomId: room.id });
  });
  expect(JSON.stringify([outbox, story])).toContain('The seal kit is in drawer 4');
});

test('the page has no Node, an isolated preload, and a strict policy', async () => {
  const seen = await page.evaluate(() => ({
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    door: Object.keys(window.workstation ?? {}).sort(),
  }));
  expect(seen).toEqual({ node: ['undefined', 'undefined'], door: ['call', 'on'] });
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    return Reflect.get(globalThis, 'inlineRan') === true;
  });
  expect(evaluated).toBe(false);
  const policy = await page.evaluate(async () =>
    (await fetch('./index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
});

test('the page cannot navigate away or open windows', async () => {
  const before = page.url();
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url: string) => {
      Reflect.set(globalThis, 'openedOutside', url);
      return Promise.resolve();
    };
  });
  // Asked for later than this evaluation: opening and leaving may end the page's turn.
  await page.evaluate(() => {
    for (const address of ['https://example.com/docs', 'file:///etc/passwd']) {
      const link = Object.assign(document.createElement('a'), {
        href: address,
        target: '_blank',
        rel: 'noopener',
      });
      document.body.append(link);
      setTimeout(() => link.click(), 50);
    }
  });
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as unknown))
    .toBe('https://example.com/docs');
  await page.evaluate(() => void setTimeout(() => location.assign('https://example.com/'), 50));
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as unknown))
    .toBe('https://example.com/');
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('the bridge answers the workstation page only, and refuses what the contract does not know', async () => {
  const unknown = await page.evaluate(() =>
    window.workstation?.call('files.list' as 'app.info', { roomId: 7 } as never),
  );
  expect(unknown).toMatchObject({ ok: false, error: { field: expect.stringContaining('roomId') } });
  const foreign = await app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await other.loadURL('data:text/html,<title>foreign</title>');
    const answer: unknown = await other.webContents.executeJavaScript(
      "window.workstation === undefined ? 'no door' : window.workstation.call('rooms.list', {}).then((a) => JSON.stringify(a), (e) => 'refused: ' + e.message)",
    );
    other.destroy();
    return String(answer);
  });
  expect(foreign).toMatch(/no door|refused|"ok":false/);
});
