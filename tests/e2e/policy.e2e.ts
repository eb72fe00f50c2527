/** 政策指标 in the page: every figure is the command line's, down to a village and out as files. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { listen, openDemo, test } from './opened-city';

const village = 'rural_eldercare_village_coverage';
const villageName = '建制村养老服务设施覆盖率';

let folder = '';
test.beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'carecircle-policy-')), 'out');
  const command = ['build/cli/carecircle.js', 'indicators', '--data', 'static/demo'];
  execFileSync(process.execPath, [...command, '--out', folder], { stdio: 'ignore' });
});

/** Rows by column; none of the columns read here holds a comma. */
function rowsOf(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i]]));
  });
}

const policyPanel = (page: Page) => page.getByRole('region', { name: '政策指标', exact: true });

/** The lines of 三明市, computed once for each worker. */
async function openPolicy(page: Page): Promise<Locator> {
  await page.keyboard.press('5');
  const panel = policyPanel(page);
  const back = panel.getByRole('button', { name: '全部指标' });
  const lines = panel.getByRole('table', { name: '数量目标' });
  await expect(back.or(lines).first()).toBeVisible();
  if (await back.isVisible()) await back.click();
  await expect(lines).toBeVisible();
  await panel.getByLabel('评价单位').selectOption({ label: '三明市' });
  return panel;
}

async function download(page: Page, button: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await file.path());
}

const stateWords: Record<string, string> = {
  met: '达标',
  missed: '未达标',
  soft_missed: '原则性未达标',
  insufficient: '数据不足',
  informative: '仅供参考',
};

/** State, value, target and shortfall as a line of the panel shows them. */
function lineOf(row: Record<string, string>): string[] {
  const sign = row.unit === '%' ? '%' : '';
  const value = row.value === '' ? '数据不足' : `${row.value.replace(/\.00$/, '')}${sign}`;
  const lacking = `${Number(row.shortfall).toLocaleString('en-US')} ${row.shortfall_unit}`;
  const shortfall = row.shortfall === '' ? '–' : lacking;
  return [stateWords[row.state], value, row.target === '' ? '–' : row.target + sign, shortfall];
}

function shownLines(panel: Locator): Promise<[string, string[]][]> {
  return panel.locator('tr[data-indicator]').evaluateAll((rows) =>
    rows.map((row): [string, string[]] => {
      const text = [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '');
      return [row.getAttribute('data-indicator') ?? '', [text[0], text[2], text[3], text[4]]];
    }),
  );
}

test('given up, asked again: all 33 lines of the city and every county are the command line’s', async ({
  city: page,
}) => {
  await page.keyboard.press('5');
  const card = page.getByRole('region', { name: '计算政策指标', exact: true });
  await card.getByRole('button', { name: '取消' }).click();
  const panel = policyPanel(page);
  await panel.getByRole('button', { name: '计算政策指标' }).click();
  await expect(panel.getByRole('table', { name: '数量目标' })).toBeVisible();
  const rows = rowsOf('indicators.csv').filter(({ official }) => official === 'true');
  const units = rows.filter(({ level }) => level === 'city' || level === 'county');
  const names = new Set(units.map((row) => row.unit_name));
  expect(names.size).toBe(12);
  for (const name of names) {
    await panel.getByLabel('评价单位').selectOption({ label: name });
    const expected = units
      .filter((row) => row.unit_name === name)
      .map((row): [string, string[]] => [row.indicator_id, lineOf(row)]);
    expect(expected).toHaveLength(33);
    await expect.poll(() => shownLines(panel), { message: name }).toEqual(expected);
  }
  const bytes = await download(page, panel.getByRole('button', { name: '指标表数据文件' }));
  expect(bytes.equals(readFileSync(join(folder, 'indicators.csv')))).toBe(true);
});

test('down to a failing village and its rows; the list goes out as the command line’s', async ({
  city: page,
}) => {
  const panel = await openPolicy(page);
  const failing = rowsOf(`failing_${village}.csv`);
  const wanted = failing.find(({ county }) => county === '尤溪县')!;
  await panel.getByRole('button', { name: villageName, exact: true }).click();
  const pane = page.getByRole('complementary', { name: '详情栏' });
  await expect(pane.getByText('农村幸福院等各类养老服务设施覆盖60%以上的建制村')).toBeVisible();
  for (const name of [wanted.county, wanted.town, wanted.unit_name]) {
    await panel.getByRole('row').getByRole('button', { name, exact: true }).click();
  }
  const row = panel.getByRole('table', { name: '明细行' }).getByRole('row').nth(1);
  await expect(row).toContainText(wanted.unit_name);
  await expect(row).toContainText(wanted.reason_text);
  await expect(panel.getByRole('navigation', { name: '逐级位置' })).toContainText(wanted.town);

  await panel.getByRole('radio', { name: '未达标名单' }).check({ force: true });
  await expect(panel.getByText('共 1 个')).toBeVisible();
  const list = await download(page, panel.getByRole('button', { name: '名单数据文件' }));
  expect(list.equals(readFileSync(join(folder, `failing_${village}.csv`)))).toBe(true);
  await pane.getByRole('tab', { name: '概况' }).click();
  await expect(pane).toContainText(wanted.unit_name);
});

test('a target changed says so everywhere, and undo takes it back', async ({ city: page }) => {
  const panel = await openPolicy(page);
  await panel.getByRole('button', { name: villageName, exact: true }).click();
  const pane = page.getByRole('complementary', { name: '详情栏' });
  const target = pane.getByRole('textbox', { name: '目标值' });
  await target.fill('20');
  await target.press('Enter');
  await expect(pane.getByText('已改口径', { exact: true })).toBeVisible();
  await expect(pane.getByText(/目标值由 60 改为 20/)).toBeVisible();
  await panel.getByRole('button', { name: '全部指标' }).click();
  const line = panel.locator(`tr[data-indicator="${village}"]`);
  await expect(line).toContainText('已改口径');
  await expect(line.getByRole('cell').first()).toHaveText('达标');
  const excel = await download(page, panel.getByRole('button', { name: '导出指标表 Excel' }));
  expect([...excel.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(excel.toString('utf8')).toContain('目标值由 60 改为 20');

  await panel.getByRole('button', { name: '撤销' }).click();
  await expect(line.getByRole('cell').first()).toHaveText('未达标');
  await expect(line).not.toContainText('已改口径');
});

// On a page of its own: what was refused stays to be read.
test('a catalogue with a fault is refused with its place; axe finds nothing serious', async ({
  page,
}) => {
  await openDemo(page);
  const panel = await openPolicy(page);
  const bad = join(mkdtempSync(join(tmpdir(), 'carecircle-catalogue-')), 'policy.json');
  writeFileSync(bad, JSON.stringify({ format: 'carecircle-catalogue', version: 1 }));
  await panel.getByLabel('导入指标目录（JSON）').and(panel.locator('input')).setInputFiles(bad);
  await expect(panel.getByRole('alert')).toContainText('policy.json');
  await expect(panel.locator('tr[data-indicator]')).toHaveCount(33);

  const serious = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
  };
  expect(await serious(), 'lines').toEqual([]);
  await panel.getByRole('button', { name: '展开为整页' }).click();
  await panel.getByLabel('评价单位').selectOption({ label: '尤溪县' });
  expect(await serious(), 'page of a county').toEqual([]);
  await panel.getByRole('button', { name: '街道照料中心覆盖率', exact: true }).click();
  await expect(panel.getByRole('radio', { name: '分级' })).toBeVisible();
  expect(await serious(), 'one indicator').toEqual([]);
});

test('a county’s page fits one screen of 1440 × 900, and alone one sheet of A4', async ({
  city: page,
}) => {
  const panel = await openPolicy(page);
  await panel.getByRole('button', { name: '展开为整页' }).click();
  await panel.getByLabel('评价单位').selectOption({ label: '尤溪县' });
  await expect(panel.locator('tr[data-indicator]')).toHaveCount(33);
  const [whole, seen] = await panel.evaluate((node) => [node.scrollHeight, node.clientHeight]);
  expect(whole).toBeLessThanOrEqual(seen);

  await expect(panel.getByRole('button', { name: '打印本页' })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(panel.getByRole('heading', { name: '尤溪县政策指标完成情况' })).toBeVisible();
  await expect(panel.getByText('示例数据，非真实统计')).toBeVisible();
  await expect(page.getByRole('navigation', { name: '任务' })).toBeHidden();
  await expect(page.locator('main')).toBeHidden();
  await page.emulateMedia({ media: null });
  await panel.getByRole('button', { name: '收回侧栏' }).click();
});

test('an option of the plan: from 现状基线 to the option, with the difference', async ({
  city: page,
}) => {
  const panel = await openPolicy(page);
  const line = panel.locator(`tr[data-indicator="${village}"]`);
  const value = (await line.locator('td').nth(2).textContent())!.trim();
  await page.keyboard.press('4');
  await page.locator('summary').filter({ hasText: '取用现成位置' }).click();
  const sites = page.getByRole('region', { name: '候选点' }).getByRole('listitem');
  for (const [taken, row] of [3, 12, 20, 28].entries()) {
    await page.getByRole('button', { name: '取用', exact: true }).nth(row).click();
    await expect(sites).toHaveCount(taken + 1);
  }
  await page.keyboard.press('5');
  await expect(panel.getByText(/对比 现状基线/)).toBeVisible();
  await expect(panel.locator('.panel')).not.toHaveClass(/stale/);
  const cells = line.locator('td');
  await expect(cells.nth(1)).toContainText(`${value.replace('%', '')} →`);
  // At most four villages more of 1,740.
  await expect(cells.nth(2)).toHaveText(/^(0|\+0\.[012]\d)\s*$/);
  const circle = panel.locator('tr[data-indicator="eldercare_circle_15min_coverage"] td');
  await expect(circle.nth(2)).toHaveText(/^\+\d/);
  await page.getByRole('combobox', { name: '当前方案' }).first().selectOption('');
  await expect(panel.getByText(/对比 现状基线/)).toHaveCount(0);
});

test('a smaller city: central towns by an area, limits of the walk, a second folder as the trend', async ({
  page,
}) => {
  const example = join(import.meta.dirname, '../../data/example');
  const earlier = mkdtempSync(join(tmpdir(), 'carecircle-earlier-'));
  cpSync(example, earlier, { recursive: true });
  const facilities = join(earlier, 'facilities.csv');
  const rows = readFileSync(facilities, 'utf8').trimEnd().split('\n');
  const gone = rows.findIndex((row) => row.includes('rural_happiness_home'));
  writeFileSync(facilities, `${rows.filter((_, i) => i !== gone).join('\n')}\n`);

  const heard = listen(page);
  await openDemo(page);
  await page.keyboard.press('1');
  await page.locator('input[webkitdirectory]').first().setInputFiles(example);
  await expect(page.locator('p.project')).toContainText('示例县');
  await page.keyboard.press('5');
  const panel = policyPanel(page);
  await expect(panel.getByRole('table', { name: '数量目标' })).toBeVisible();
  await panel.locator('input[webkitdirectory]').setInputFiles(earlier);
  await expect(panel.getByText(/项数值有变化/)).toBeVisible();
  const cells = panel.locator(`tr[data-indicator="${village}"] td`);
  const [before, after] = (await cells.nth(1).innerText()).split('→');
  expect(parseFloat(after)).toBeGreaterThan(parseFloat(before));
  await expect(cells.nth(2)).toHaveText(/^\+\d/);
  await panel.getByLabel('对比').selectOption('none');
  await expect(cells.nth(1).locator('svg')).toBeAttached();

  // No door, nor any facility's, joins a street: no figure, and never the one before.
  await panel.getByRole('button', { name: '15分钟养老圈老年人覆盖率', exact: true }).click();
  const pane = page.getByRole('complementary', { name: '详情栏' });
  for (const name of ['门到道路上限（居委会，米）', '门到道路上限（其余，米）']) {
    await pane.getByRole('textbox', { name }).fill('0');
    await pane.getByRole('textbox', { name }).press('Enter');
    await expect(panel.locator('.panel')).not.toHaveClass(/stale/);
  }
  await expect(pane.getByText(/门到道路上限（其余，米）由 1000 改为 0/)).toBeVisible();
  await expect(pane.getByText('13.84 %', { exact: true })).toHaveCount(0);
  await expect(pane.getByText('数据不足').first()).toBeVisible();
  await panel.getByRole('button', { name: '恢复政策原口径' }).click();

  await panel.getByRole('button', { name: '全部指标' }).click();
  await panel.getByRole('button', { name: '中心城区乡镇照料中心覆盖率', exact: true }).click();
  await pane.locator('summary').filter({ hasText: '勾选中心城区乡镇' }).click();
  const input = pane.getByLabel('按范围面选取（GeoJSON）').and(pane.locator('input'));
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await input.setInputFiles(file('none.geojson', '{"type":"Point","coordinates":[117,26]}'));
  await expect(page.getByText(/none\.geojson 中没有面/)).toBeVisible();
  const ring = [
    [100, 20],
    [125, 20],
    [125, 35],
    [100, 35],
    [100, 20],
  ];
  const everywhere = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  await input.setInputFiles(file('all.geojson', everywhere));
  await expect(pane.getByText(/已改口径：中心城区乡镇照料中心覆盖率/)).toBeVisible();
  await pane.getByRole('button', { name: '恢复默认名单' }).click();
  await expect(pane.getByText(/已改口径：中心城区乡镇照料中心覆盖率/)).toHaveCount(0);
  expect(heard).toEqual({ outside: [], complaints: [] });
});
