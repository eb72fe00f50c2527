/** What holds on every screen: nothing serious for axe, light enough, and at home on any host. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page, type Response } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

const headline = (page: Page) => page.locator('.hero button').first();

/** Of the whole page, or of the part that has changed since. */
async function seriousFindings(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

test('at most 900 kB up to the interactive map; axe finds nothing serious, wide, in both languages', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const sizes = new Map<string, Promise<number>>();
  const weigh = (response: Response) => {
    const { pathname, protocol } = new URL(response.url());
    // A blob is code that has come already; the demo's files are the data.
    if (protocol === 'blob:' || pathname.startsWith('/demo/')) return;
    const size = response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    );
    sizes.set(pathname, size);
  };
  page.on('response', weigh);
  await page.goto('/');
  await expect(headline(page)).toBeVisible();
  await expect(page.locator('.maplibregl-canvas')).toBeVisible();
  page.off('response', weigh);
  const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(500_000);
  expect(total).toBeLessThanOrEqual(900_000);

  expect(await seriousFindings(page), 'opened').toEqual([]);
  for (const name of ['数据', '可达圈', '覆盖评价', '成果', '政策指标']) {
    await page.getByRole('navigation', { name: '任务' }).getByRole('button', { name }).click();
    expect(await seriousFindings(page, '#task'), name).toEqual([]);
  }
  await headline(page).click();
  await page.getByRole('tab', { name: '步行未覆盖' }).click();
  await expect(page.getByText('正在')).toHaveCount(0, { timeout: 60_000 });
  expect(await seriousFindings(page), 'basis and list').toEqual([]);
  await page.getByRole('radio', { name: 'EN' }).check({ force: true });
  await page.keyboard.press('?');
  expect(await seriousFindings(page), 'help in English').toEqual([]);
});

test('axe finds nothing serious on a phone, in the manual and the gallery; a phone shows the figures', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await expect(page.getByText(/\d+\.\d%/).first()).toBeVisible();
  expect(await seriousFindings(page), 'phone').toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.goto('/manual/');
  await expect(page.locator('main pre').first()).toBeAttached();
  expect(await seriousFindings(page), 'manual').toEqual([]);
  await page.goto('/gallery');
  await expect(page.locator('h1')).toBeVisible();
  expect(await seriousFindings(page), 'gallery').toEqual([]);

  // Nothing could be opened: what went wrong, and what can be done.
  await page.route('**/demo/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(await seriousFindings(page), 'failed, phone').toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText('还没有打开项目')).toBeVisible();
  expect(await seriousFindings(page), 'failed, wide').toEqual([]);
});

test('a phone has the indicators from the stored result, in less than 1.5 MB', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  const asked: string[] = [];
  page.on('response', (response) => {
    const { pathname, protocol } = new URL(response.url());
    if (protocol === 'blob:') return;
    asked.push(pathname);
    const size = response.body().then((body) => gzipSync(body).length);
    sizes.push(size.catch(() => 0));
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('button', { name: '全部政策指标' }).click();
  const stored = JSON.parse(readFileSync('static/demo/summary.json', 'utf8')) as {
    indicators: { name: { zh: string } }[];
  };
  const lines = page.locator('.indicators li');
  await expect(lines).toHaveCount(stored.indicators.length);
  for (const { name } of stored.indicators)
    await expect(lines.filter({ hasText: name.zh }).first()).toContainText(
      /达标|数据不足|仅供参考/,
    );
  await expect(page.locator('.maplibregl-canvas')).toBeVisible();
  expect(await seriousFindings(page), 'indicators').toEqual([]);
  expect(asked.filter((path) => /households|network|duckdb/.test(path))).toEqual([]);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThan(1_500_000);
});

test('the same on a host that sends no isolation headers', async ({ page }) => {
  const stored = JSON.parse(readFileSync('static/demo/summary.json', 'utf8')) as {
    units: { groups: { age_60_plus: [number, number] } }[];
  };
  const [people, covered] = stored.units[0].groups.age_60_plus;
  const { server, address } = await serve('build/page', { port: 4189, isolated: false });
  try {
    await page.goto(address);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    const rate = (Math.floor((1000 * covered) / people) / 10).toFixed(1);
    await expect(headline(page)).toHaveText(`${rate}%`);
  } finally {
    server.close();
  }
});
