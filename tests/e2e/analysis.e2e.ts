/** 分析 in the page: tables of any length, charts that say the same, SQL that only reads, out as files. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const complaints: string[] = [];
test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
test.afterEach(() => expect(complaints).toEqual([]));

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

/** The cells in sight, by the name of their column. */
async function shownRows(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const heads = [...element.querySelectorAll('thead button')].map((head) =>
      head.textContent!.trim(),
    );
    return [...element.querySelectorAll('tbody tr[data-at]')].map((row) =>
      Object.fromEntries(
        [...row.querySelectorAll('td')].map((cell, i) => [heads[i], cell.textContent!.trim()]),
      ),
    );
  });
}

test('tables, charts and SQL say the same; a query only reads, and goes to the map and into a file', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await expect(page.locator('.hero button').first()).toBeVisible();
  await page.getByRole('radio', { name: '分析' }).check({ force: true });
  const drawer = page.getByRole('region', { name: '表格' });

  // Counties: sorted by the rate, the table is the chart's order.
  const units = drawer.getByRole('table', { name: '覆盖统计（分级） · 县（市、区）' });
  await expect(units).toHaveAttribute('aria-rowcount', '12');
  await units.getByRole('button', { name: '60岁及以上·覆盖率（%）' }).click();
  await units.getByRole('button', { name: '60岁及以上·覆盖率（%）' }).click();
  await expect(units.locator('th[aria-sort=descending]')).toHaveCount(1);
  await expect(units.locator('tr[data-at="0"] .opens').first()).toBeVisible();
  const counties = await shownRows(units);
  expect(await seriousFindings(page), 'table').toEqual([]);

  await drawer.getByRole('tab', { name: '图表' }).click();
  const bars = drawer.getByRole('figure', { name: /三明市：覆盖率/ });
  const drawn = await bars
    .getByRole('button')
    .evaluateAll((found) => found.map((bar) => bar.getAttribute('aria-label') ?? ''));
  expect(drawn.filter((label) => /^\S+ [\d.]+%$/.test(label))).toEqual(
    counties.map((row) => `${row['名称']} ${row['60岁及以上·覆盖率（%）']}%`),
  );
  const minutes = drawer.getByRole('figure', { name: /步行到最近设施的时间/ });
  await minutes.getByText('数据', { exact: true }).click();
  const covered = await minutes
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.reduce((sum, row) => sum + Number(row.children[1].textContent!.replaceAll(',', '')), 0),
    );
  const known = counties.map((row) => Number(row['60岁及以上·已覆盖'].replaceAll(',', '')));
  expect(covered).toBe(known.reduce((sum, one) => sum + one, 0));
  expect(await seriousFindings(page), 'charts').toEqual([]);

  // A bar selects its county for the map, and back in the table.
  await bars
    .getByRole('button', { name: new RegExp(`^${counties[2]['名称']} `) })
    .first()
    .click();
  await drawer.getByRole('tab', { name: '数据表' }).click();
  await expect(units.locator('tr[aria-selected=true]')).toContainText(counties[2]['名称']);

  // SQL: files are refused with the reason, a query is answered.
  await drawer.getByRole('tab', { name: 'SQL' }).click();
  const statement = drawer.getByRole('combobox', { name: 'SQL 语句' });
  await statement.fill("SELECT * FROM read_csv('/etc/passwd')");
  await statement.press('Control+Enter');
  await expect(drawer.getByRole('alert')).toContainText('read_csv');
  await statement.fill('DELETE FROM admin_units');
  await statement.press('Control+Enter');
  await expect(drawer.getByRole('alert')).toContainText('第 1 行');
  await statement.fill(
    "SELECT unit_code, name, lon, lat FROM admin_units WHERE level = 'village' AND starts_with(unit_code, '350481') ORDER BY unit_code",
  );
  await statement.press('Control+Enter');
  const answer = drawer.getByRole('table', { name: '查询结果' });
  await expect(answer.locator('tr[data-at="0"]')).toContainText('350481');
  await expect(drawer.getByRole('alert')).toHaveCount(0);
  const count = Number(await answer.getAttribute('aria-rowcount')) - 1;
  await drawer.getByRole('button', { name: '在地图上标出' }).click();
  await expect(drawer.getByRole('button', { name: '在地图上标出', pressed: true })).toBeVisible();
  const [first] = await shownRows(answer);
  await answer.locator('tr[data-at="0"]').click();
  await expect(page.getByRole('heading', { name: first['name'] }).first()).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(lines[0]).toBe('\ufeffunit_code,name,lon,lat');
  expect(lines.filter((line) => line.startsWith('"=""350481'))).toHaveLength(count);
  expect(await seriousFindings(page), 'SQL').toEqual([]);

  await drawer.getByRole('tab', { name: '日志' }).click();
  await expect(drawer.getByRole('table', { name: '日志' })).toContainText('15 分钟，0.8 米/秒');

  // Every household, to the last row.
  await drawer.getByRole('tab', { name: '数据表' }).click();
  await drawer.getByRole('combobox', { name: '选择数据表' }).selectOption({ label: '逐户可达' });
  const households = drawer.getByRole('table', { name: '逐户可达' });
  await expect(households).toHaveAttribute('aria-rowcount', /\d{6}/, { timeout: 90_000 });
  const last = Number(await households.getAttribute('aria-rowcount')) - 2;
  expect(last).toBeGreaterThan(100_000);
  // A slow hand gets as far as it moves: the browser must not follow a row instead.
  const scrolled = await drawer.locator('.box').evaluate(async (box) => {
    const from = box.scrollTop;
    for (let i = 0; i < 40; i++) {
      box.scrollTop += 50;
      await new Promise(requestAnimationFrame);
    }
    return box.scrollTop - from;
  });
  expect(scrolled).toBe(2000);
  await drawer.locator('.box').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(households.locator(`tr[data-at="${last}"]`)).toContainText('350481');
});
