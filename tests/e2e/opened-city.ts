/**
 * The demo city opened once for all tests of a worker that leave it as they found it: opening costs more
 * than most of them. A test that fails ends its worker, so none meets what another left half done.
 */
import { test as base, expect, type Page } from '@playwright/test';

export interface Heard {
  /** Requests that left this machine. */
  readonly outside: string[];
  /** Errors in the console and uncaught ones. */
  readonly complaints: string[];
}

export function listen(page: Page): Heard {
  const heard: Heard = { outside: [], complaints: [] };
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere = hostname === 'localhost' || protocol === 'blob:' || protocol === 'data:';
    if (!isHere) heard.outside.push(request.url());
  });
  page.on('pageerror', (error) => heard.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.complaints.push(message.text());
  });
  return heard;
}

export const headline = (page: Page) => page.locator('.hero button');

export async function openDemo(page: Page): Promise<void> {
  await page.goto('/');
  await expect(headline(page)).toBeVisible();
}

interface Opened {
  readonly page: Page;
  readonly heard: Heard;
}

export const test = base.extend<{ city: Page }, { opened: Opened }>({
  opened: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, viewport } = project.use;
      const context = await browser.newContext({ baseURL, locale, viewport });
      const page = await context.newPage();
      const heard = listen(page);
      await openDemo(page);
      await use({ page, heard });
      await context.close();
    },
    { scope: 'worker' },
  ],
  /** 三明市 selected, nothing else open over it. */
  city: async ({ opened: { page, heard } }, use) => {
    await page.getByRole('tab', { name: '概况' }).click();
    for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
    await use(page);
    expect(heard).toEqual({ outside: [], complaints: [] });
  },
});
