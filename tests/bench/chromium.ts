/** Opens the bench's page in Chromium, if there is one. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser';

export interface BenchPage {
  readonly page: Page;
  close(): Promise<void>;
}

export async function openBenchPage(): Promise<BenchPage> {
  const { executablePath, env, args } = findBrowser();
  const browser = await chromium.launch({ executablePath, env, args });
  const page = await browser.newPage();
  const path = fileURLToPath(new URL('./bench-page.js', import.meta.url));
  await page.addScriptTag({ path, type: 'module' });
  await page.waitForFunction('globalThis.runOnce !== undefined', null, { timeout: 120_000 });
  return { page, close: () => browser.close() };
}
