// End-to-end tests: the built workstation as a desktop (Electron) and served to a browser (Chromium).
import { defineConfig } from '@playwright/test';
import { ensureChromium } from './scripts/setup/chromium.mjs';

const chromium = await ensureChromium();
process.env['CHROMIUM_PATH'] = chromium;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/playwright',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
      ],
    },
  },
  projects: [
    { name: 'desktop', testMatch: ['an-engineers-day.spec.ts', 'desktop.spec.ts'] },
    { name: 'browser', testIgnore: 'desktop.spec.ts' },
  ],
});
