/** Basemaps in real Chromium: shut out by default, let in by name, read from a file in hand. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { plainPng, writePmtiles } from '../fixtures/write-pmtiles';

const asked: URL[] = [];
const servers: { close(): void }[] = [];
let allowed = '';
let shutOut = '';
let home = '';

/** Answers any tile with one colour, if the key is right. */
function tileServer(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://tiles');
    asked.push(url);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.statusCode = url.searchParams.get('tk') === 'right' ? 200 : 403;
    response.setHeader('Content-Type', 'image/png');
    response.end(response.statusCode === 200 ? plainPng([20, 160, 240]) : 'no');
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
    ),
  );
}

test.beforeAll(async () => {
  const [one, other] = [await tileServer(), await tileServer()];
  allowed = one.origin;
  shutOut = other.origin;
  const served = await serve('build/page', { port: 4260, basemaps: [allowed] });
  home = served.address;
  servers.push(one.server, other.server, served.server);
});
test.afterAll(() => servers.forEach((server) => server.close()));

/** The share of the map's pixels that have this colour, near enough. */
function shareOf(page: Page, [red, green, blue]: readonly number[]): Promise<number> {
  return page.evaluate(
    ([r, g, b]) => {
      const map = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')!;
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [200, 150];
      const context = copy.getContext('2d')!;
      context.drawImage(map, 0, 0, 200, 150);
      const { data } = context.getImageData(0, 0, 200, 150);
      let hits = 0;
      for (let i = 0; i < data.length; i += 4)
        if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 24)
          hits++;
      return hits / (200 * 150);
    },
    [red, green, blue],
  );
}

test('底图：默认没有；文件只在本机读；地址要放行，密钥可清除', async ({ page }) => {
  await page.goto(home);
  await page.getByRole('button', { name: '无网络底图' }).click();
  const panel = page.getByRole('dialog', { name: '底图' });

  await panel.locator('input[type=file]').setInputFiles({
    name: 'ground.pmtiles',
    mimeType: 'application/octet-stream',
    buffer: writePmtiles(
      [{ z: 0, x: 0, y: 0, data: plainPng([200, 30, 120]) }],
      'png',
      [-180, -85, 180, 85],
      { attribution: '<b>某测绘院</b>' },
    ),
  });
  await expect(page.getByRole('button', { name: '底图：某测绘院' })).toBeVisible();
  await panel.getByRole('spinbutton', { name: '底图浓淡' }).fill('100');
  await panel.getByRole('spinbutton', { name: '底图浓淡' }).press('Tab');
  await expect.poll(() => shareOf(page, [200, 30, 120])).toBeGreaterThan(0.3);
  expect(asked).toEqual([]);

  // An address nobody has allowed: told at once, and the file's picture stays.
  await panel.getByLabel('底图服务').selectOption('other');
  await panel.getByLabel('瓦片地址').fill(`${shutOut}/{z}/{x}/{y}.png`);
  await panel.getByRole('button', { name: '使用此底图' }).click();
  await expect(panel.getByRole('alert')).toContainText(`npm start -- --basemap ${shutOut}`);
  expect(asked).toEqual([]);
  await expect(page.getByRole('button', { name: '底图：某测绘院' })).toBeVisible();

  await panel.getByLabel('瓦片地址').fill(`${allowed}/wmts?LAYER=vec&TILEMATRIXSET=c`);
  await panel.getByRole('button', { name: '使用此底图' }).click();
  await expect(panel.getByRole('alert')).toContainText('TILEMATRIXSET=w');
  await panel.getByLabel('瓦片地址').fill(`${allowed}/wmts?LAYER=vec&TILEMATRIXSET=w`);
  await panel.getByRole('textbox', { name: '密钥' }).fill('wrong');
  await panel.getByRole('button', { name: '使用此底图' }).click();
  await expect(panel.getByRole('alert')).toContainText('HTTP 403');

  await panel.getByRole('textbox', { name: '密钥' }).fill('right');
  await panel.getByRole('checkbox', { name: /记住/ }).check({ force: true });
  await panel.getByRole('button', { name: '使用此底图' }).click();
  await expect(page.getByRole('button', { name: `底图：${allowed.slice(7)}` })).toBeVisible();
  await expect.poll(() => shareOf(page, [20, 160, 240])).toBeGreaterThan(0.3);
  const tile = asked.at(-1)!.searchParams;
  expect(Object.fromEntries(tile)).toMatchObject({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    LAYER: 'vec',
    TILEMATRIXSET: 'w',
    tk: 'right',
  });
  expect(Number(tile.get('TILECOL'))).toBeLessThan(2 ** Number(tile.get('TILEMATRIX')));

  // Kept because it was asked for, and taken away with all the rest.
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(await kept()).toContain('right');
  await page.keyboard.press('1');
  await page.getByText('清除本机数据').first().click();
  await page.getByRole('button', { name: '清除本机数据' }).click();
  expect(await kept()).not.toContain('right');
  await expect(panel.getByRole('textbox', { name: '密钥' })).toHaveValue('');
});
