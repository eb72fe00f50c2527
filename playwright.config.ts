import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/browser.ts';

const { executablePath, env, args } = findBrowser();
/** Another port lets two checkouts be tested at once. */
const port = Number(process.env.CARECIRCLE_PORT ?? 4179);
const address = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  // Each opens its own city; what waits for one leaves the processors to the other.
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: address,
    locale: 'zh-CN',
    launchOptions: { executablePath, env, args },
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: address,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
