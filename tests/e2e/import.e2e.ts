/**
 * 导入 as a county clerk would: a GBK register with titles, names and GCJ-02 coordinates is dropped
 * on the page, understood, its system chosen, joined, seen in the figures, and undone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { read, utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import gcoord from 'gcoord';
import { iconv } from '../fixtures/import/writers';

const folder = mkdtempSync(join(tmpdir(), 'carecircle-import-'));
const complaints: string[] = [];

test.beforeEach(async ({ page }) => {
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto('/');
  await expect(headline(page)).toBeVisible();
  await page.keyboard.press('1');
});
test.afterEach(() => expect(complaints).toEqual([]));

const headline = (page: Page) => page.locator('.hero button');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What a screen reader or a keyboard would stumble over. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="数据"]').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

/** Places of the sample's households in 尤溪, where new happiness homes would reach many. */
const towns = ['城关镇', '梅仙镇', '西滨镇', '洋中镇', '新阳镇', '管前镇'];
const seats = readFileSync('static/demo/admin_units.csv', 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([code, , name]) => code?.startsWith('350426') && towns.includes(name));

function register(): string[][] {
  const rows = seats.map((cells, i) => {
    const [lon, lat] = [Number(cells[8]), Number(cells[9])];
    const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) as [number, number];
    const isBlank = i === 1;
    return [
      ...[String(i + 1), `${cells[2]}新建服务站`, '居家养老服务站', '尤溪县', cells[2]],
      ...[i === 0 ? '约300㎡' : '２００', '张三', '13800001234'],
      ...[isBlank ? '' : x.toFixed(6), isBlank ? '' : y.toFixed(6), '正常运营'],
    ];
  });
  const head =
    '序号,设施名称,类型,县(市、区),乡镇(街道),建筑面积(㎡),负责人,联系电话,经度,纬度,状态';
  return [
    ['尤溪县养老服务设施统计表'],
    ['填报单位：尤溪县民政局', '', '填表日期：2024年6月30日'],
    head.split(','),
    ...rows,
    ['合计'],
  ];
}

/** A row of which only the county is known. */
const homeless = ['99', '某某服务站', '居家养老服务站', '尤溪县', ...new Array<string>(7).fill('')];

const csv = () =>
  register()
    .map((row) => row.join(','))
    .join('\r\n');

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      const binary = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      data.items.add(new File([binary], fileName));
      return data;
    },
    [name, base64] as const,
  );
  await page.locator('.screen').dispatchEvent('drop', { dataTransfer: transfer });
}

test('a GBK register with GCJ-02 places: understood, chosen, joined, seen, undone', async ({
  page,
}) => {
  const bytes = iconv(csv(), 'GBK');
  test.skip(bytes === null, 'no iconv');
  const before = (await headline(page).textContent())!;
  await drop(page, '尤溪县设施.csv', bytes!);

  // Understood: header under titles, encoding, people's columns.
  await expect(page.getByText(/表头在第 3 行/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: '文字编码' })).toHaveValue('gb18030');
  await expect(page.getByRole('combobox', { name: '导入为' })).toHaveValue('facilities');
  const area = page.getByRole('combobox', { name: '“建筑面积(㎡)”对应的字段' });
  await expect(area).toHaveValue('floor_area_m2');
  await expect(page.getByText('个人信息，导入时删除')).toHaveCount(2);
  await expect(page.getByText('张三')).toHaveCount(0);

  expect(await barriers(page), 'tables and columns').toEqual([]);

  // Corrected by hand, and back.
  await area.selectOption('');
  await expect(area).toHaveValue('');
  await area.selectOption('floor_area_m2');
  await button(page, '读取并检查').click();

  // No real village evidence: the user must say.
  await expect(page.getByText('依据不足，请选择坐标系')).toBeVisible();
  await expect(button(page, '导入')).toBeDisabled();
  expect(await barriers(page), 'places and quality').toEqual([]);
  await page.getByRole('radio', { name: /GCJ-02/ }).check();
  await button(page, '确认').click();
  await expect(page.getByText('由用户指定')).toBeVisible();
  await expect(page.getByText('个人信息列已删除')).toContainText('负责人');

  const [report] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '报告 .xlsx').click(),
  ]);
  const workbook = read(readFileSync(await report.path()));
  const words = workbook.SheetNames.map((name) => utils.sheet_to_csv(workbook.Sheets[name])).join();
  expect(words).toContain('约300㎡');
  expect(words).not.toMatch(/张三|13800001234/);

  await button(page, '导入').click();
  await expect(page.getByText('各项数字已按新数据重算。')).toBeVisible();
  const added = page.getByRole('row', { name: /^设施表/ });
  await expect(added).toContainText(String(seats.length));
  await expect(headline(page)).not.toHaveText(before);

  // What changed, row by row, and as a file.
  const changed = page.getByRole('table', { name: '变化的行' });
  await expect(changed.getByRole('row', { name: /新增 设施表/ })).toHaveCount(seats.length);
  const [changes] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '变化表 .xlsx').click(),
  ]);
  const list = read(readFileSync(await changes.path()));
  expect(utils.sheet_to_csv(list.Sheets[list.SheetNames[0]])).toContain('城关镇新建服务站');

  await button(page, '撤销上次导入').click();
  await expect(headline(page)).toHaveText(before);
  await expect(button(page, '撤销上次导入')).toHaveCount(0);
});

test('a workbook: remembered columns, a row pinned by hand; bad files in the words of the command line', async ({
  page,
}) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([...register(), homeless]), '设施');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['请如实填写']]), '填表说明');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  await drop(page, '设施.xlsx', bytes);
  const floors = page.getByRole('combobox', { name: '“建筑面积(㎡)”对应的字段' });
  await floors.selectOption('');
  await expect(floors).toHaveValue('');
  await button(page, '读取并检查').click();
  await page.getByRole('radio', { name: /GCJ-02/ }).check();
  await button(page, '确认').click();

  // The row nothing could place gets a pin, by the keyboard and by the map.
  await page.getByText('1 行没有位置').click();
  await page.getByRole('button', { name: /某某服务站/ }).click();
  await button(page, '用地图中心').click();
  await button(page, '定位').click();
  await expect(page.getByText('已定位')).toBeVisible();
  await page.getByRole('button', { name: /某某服务站/ }).click();
  await button(page, '取消定位').click();
  await expect(page.getByText('已定位')).toHaveCount(0);
  await button(page, '在地图上点').click();
  await expect(page.getByText('请在地图上点出“某某服务站”的位置')).toBeVisible();
  await page.locator('.maplibregl-canvas').click({ position: { x: 200, y: 120 } });
  await expect(page.getByText('已定位')).toBeVisible();

  await button(page, '导入').click();
  await expect(page.getByText('各项数字已按新数据重算。')).toBeVisible();
  await expect(page.getByRole('row', { name: /某某服务站/ })).toBeVisible();
  await button(page, '完成').first().click();

  // The same shape again: mapped as last time.
  await drop(page, '设施.xlsx', bytes);
  await expect(page.getByText('按上次的对应')).toBeVisible();
  await expect(floors).toHaveValue('');
  await button(page, '放弃导入').click();

  const broken = join(folder, 'broken.xlsx');
  writeFileSync(broken, bytes.subarray(0, 2000));
  let said = '';
  try {
    const command = ['build/cli/carecircle.js', 'check', broken, '--lang', 'zh'];
    execFileSync(process.execPath, command, { stdio: 'pipe' });
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  await drop(page, 'broken.xlsx', bytes.subarray(0, 2000));
  const alert = page.getByRole('alert').filter({ hasText: 'broken.xlsx' });
  await expect(alert).toBeVisible();
  const sentence = (await alert.locator('div div').last().textContent())!.trim();
  expect(said).toContain(sentence);
});
