import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/browser.ts';

const { executablePath, env, args } = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: 'http://localhost:4179/',
    locale: 'zh-CN',
    launchOptions: { executablePath, env, args },
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node scripts/start.mjs --port 4179',
    url: 'http://localhost:4179/',
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
