/**
 * The page over the demo city, as its three users would begin: every figure is compared with what
 * the command line says of the same folder, and no request may leave this machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { headline, listen, openDemo, test } from './opened-city';

/** The command line's own answer for the demo city, made once for each set of options. */
const answers = new Map<string, string>();
function commandLine(...options: string[]): string {
  const key = options.join(' ');
  if (!answers.has(key)) {
    const folder = join(mkdtempSync(join(tmpdir(), 'carecircle-')), 'out');
    execFileSync(
      process.execPath,
      [
        'build/cli/carecircle.js',
        ...['coverage', '--data', 'static/demo', ...options, '--out', folder],
      ],
      { stdio: 'pipe' },
    );
    answers.set(key, folder);
  }
  return answers.get(key)!;
}

function unitRows(folder: string): Map<string, Record<string, string>> {
  const [head, ...lines] = readFileSync(join(folder, 'coverage_units.csv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return new Map(
    lines.map((line) => {
      const values = line.split(',');
      return [values[0], Object.fromEntries(names.map((name, i) => [name, values[i]]))];
    }),
  );
}

/** One decimal, rounded down, as the page shows it. */
const shown = (rate: string) => `${(Math.floor(Number(rate) * 10 + 1e-9) / 10).toFixed(1)}%`;
const grouped = (count: string) => Number(count).toLocaleString('en-US');

const task = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '任务' }).getByRole('button', { name });

async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
}

test('opens 三明市 computed, labelled as generated, and a county can be read', async ({
  city: page,
}) => {
  const rows = unitRows(commandLine('--minutes', '15', '--speed', '0.8'));
  await expect(headline(page)).toHaveText(shown(rows.get('350400000000')!.rate_60_plus));
  await expect(page.getByText('示例数据，非真实统计').first()).toBeVisible();
  // Both workers were begun by the page's head, and taken.
  expect(await page.evaluate(() => globalThis.carecircleWorkers)).toEqual({});
  await page.emulateMedia({ media: 'print' });
  await expect(headline(page)).toBeVisible();
  await expect(page.getByRole('navigation', { name: '任务' })).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.getByRole('button', { name: '尤溪县', exact: true }).first().click();
  const youxi = rows.get('350426000000')!;
  await expect(headline(page)).toHaveText(shown(youxi.rate_60_plus));
  await expect(page.getByText(grouped(youxi.age_60_plus_covered)).first()).toBeVisible();
});

test('minutes changed: every figure follows, the same as the command line', async ({
  city: page,
}) => {
  const atFifteen = await headline(page).textContent();
  await task(page, '覆盖评价').click();
  const minutes = page.getByRole('spinbutton', { name: /步行时间上限/ });
  await minutes.fill('10');
  await minutes.press('Enter');
  const rows = unitRows(commandLine('--minutes', '10', '--speed', '0.8'));
  await expect(headline(page)).toHaveText(shown(rows.get('350400000000')!.rate_60_plus));
  await minutes.fill('15');
  await minutes.press('Enter');
  await expect(headline(page)).toHaveText(atFifteen!);
});

test('page and command line write the same tables', async ({ city: page }) => {
  await task(page, '成果').click();
  const folder = commandLine('--minutes', '15', '--speed', '0.8');
  const files = [
    'coverage_units',
    'uncovered_on_foot',
    'uncovered_by_policy',
    'coverage_households',
  ];
  const buttons = page.getByRole('button', { name: '数据文件' });
  for (const [i, file] of files.entries()) {
    const bytes = await download(page, () => buttons.nth(i).click());
    expect(bytes.equals(readFileSync(join(folder, `${file}.csv`))), file).toBe(true);
  }
});

test('a facility found by pinyin, then by a click on the map, shows its circles and people', async ({
  city: page,
}) => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: '搜索' }).fill('liedong');
  const hit = page
    .getByRole('option')
    .filter({ hasText: /照料中心|服务站/ })
    .first();
  await hit.click();
  const circles = page.getByRole('complementary', { name: '详情栏' }).getByText(/15 分钟内/);
  await expect(circles.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(circles).toHaveCount(0);

  // The map flew to it, so it stands in the middle of the map.
  await page.waitForTimeout(2500);
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(circles.first()).toBeVisible();
});

test('the list of villages left out on foot: filtered, opened on the map, exported for Excel', async ({
  city: page,
}) => {
  await page.getByRole('tab', { name: '步行未覆盖' }).click();
  const table = page
    .getByRole('grid', { name: '步行未覆盖' })
    .or(page.getByRole('table', { name: '步行未覆盖' }));
  await expect(table).toBeVisible();
  await page.getByRole('combobox', { name: /县/ }).last().selectOption('泰宁县');
  const bytes = await download(page, () =>
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  );
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').trimEnd().split('\r\n');
  const expected = readFileSync(
    join(commandLine('--minutes', '15', '--speed', '0.8'), 'uncovered_on_foot.csv'),
    'utf8',
  )
    .split('\n')
    .filter((line) => line.includes('泰宁县'));
  expect(expected.length).toBeGreaterThan(10);
  expect(lines.filter((line) => line.includes('泰宁县'))).toHaveLength(expected.length);
  await table.getByRole('row').nth(1).click();
  await expect(page.getByText('最近设施与路线')).toBeVisible();
});

test('a figure opens: numerator, denominator, and its SQL gives the same', async ({
  city: page,
}) => {
  await page
    .getByRole('button', { name: /60岁及以上.*已覆盖.*打开计算依据/ })
    .first()
    .click();
  const city = unitRows(commandLine('--minutes', '15', '--speed', '0.8')).get('350400000000')!;
  const basis = page.getByRole('complementary', { name: '详情栏' });
  await expect(basis.getByText('分子').first()).toBeVisible();
  await expect(basis.getByText(grouped(city.age_60_plus_covered)).first()).toBeVisible();
  await expect(basis.getByText(grouped(city.age_60_plus_total)).first()).toBeVisible();
  await expect(basis.getByText(/select/i).first()).toBeVisible();
});

test('own files replace the city, then a folder dragged onto the page; bad ones are named and lose nothing', async ({
  page,
}) => {
  const heard = listen(page);
  await openDemo(page);
  await task(page, '数据').click();
  const before = await headline(page).textContent();
  const folder = mkdtempSync(join(tmpdir(), 'carecircle-own-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const line = {
    type: 'LineString',
    coordinates: [
      [117.6, 26.26],
      [117.62, 26.26],
    ],
  };
  const streets = write(
    'streets.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: line }],
    }),
  );
  const facilities = write('facilities.csv', 'id,lon,lat\nF1,117.60,26.26\n');
  const bad = write('households.csv', 'id,lon,lat\nH1,117.601,26.26\nH2,abc,26.26\n');
  const files = page.getByLabel('选择文件').and(page.locator('input'));
  await files.setInputFiles([streets, facilities, bad]);
  const alert = page.getByRole('alert').filter({ hasText: 'households.csv' });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText('abc');
  await expect(headline(page)).toHaveText(before!);

  const good = write('households.csv', 'id,lon,lat\nH1,117.601,26.26\nH2,117.619,26.26\n');
  await files.setInputFiles([streets, facilities, good]);
  await expect(page.getByText('示例数据，非真实统计')).toHaveCount(0);
  await expect(page.getByText('50.0%').first()).toBeVisible();
  expect(heard).toEqual({ outside: [], complaints: [] });

  const mouse = await page.context().newCDPSession(page);
  const drop = async (path: string) => {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await mouse.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  };
  const project = page.locator('.project strong');
  const own = await project.textContent();
  await drop(join(process.cwd(), 'data/example'));
  await expect(project).not.toHaveText(own!);
  const example = await project.textContent();
  const figure = await headline(page).textContent();
  const broken = join(mkdtempSync(join(tmpdir(), 'carecircle-')), '设施.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004');
  await drop(broken);
  await expect(page.getByText('设施.xlsx').first()).toBeVisible();
  await expect(project).toHaveText(example!);
  // The details give way to the import; the table stays.
  const table = page.getByRole('table', { name: '统计表' });
  await expect(table.getByText(figure!.replace('%', ''), { exact: true }).first()).toBeVisible();
});
