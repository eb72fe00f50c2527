/**
 * A planner's morning over the demo city: take premises, drag, undo, ask for the best sites, adopt,
 * compare, save, reopen; after reopening every figure is the same, and the command line's too.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const task = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '任务' }).getByRole('button', { name });
const gain = (page: Page) => page.getByTestId('live-gain').locator('strong');
const fold = (page: Page, title: string) => page.locator('summary').filter({ hasText: title });

/** The comparison as it stands: rows of cells. */
async function tableOf(page: Page): Promise<string[][]> {
  const rows = page.locator('table', { hasText: '每新增覆盖一人投资' }).locator('tr');
  await expect(rows).toHaveCount(19);
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent!.trim())),
  );
}

test('a planner takes premises, drags, asks, adopts, compares, saves and finds it all again', async ({
  page,
}) => {
  // Two pages open the whole city, and the command line counts it once more.
  test.setTimeout(180_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page.locator('.hero button')).toBeVisible();
  await task(page, '选址优化').click();

  // Two premises of the table become candidates of a new option.
  await fold(page, '取用现成位置').click();
  const take = page.getByRole('button', { name: '取用', exact: true });
  await take.nth(3).click();
  await expect(page.getByRole('combobox', { name: '当前方案' }).first()).toHaveValue('option-1');
  await take.nth(12).click();
  await fold(page, '取用现成位置').click();
  const sites = page.getByRole('region', { name: '候选点' }).getByRole('listitem');
  await expect(sites).toHaveCount(2);

  // Another by keys alone: a cross in the middle of the map, Enter puts it down.
  await page.getByRole('button', { name: '在图上放点' }).press('Enter');
  await expect(page.getByTestId('aim')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sites).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(sites).toHaveCount(2);
  await sites.last().getByRole('button').first().click();

  // Typed coordinates, then the keyboard; a step back takes all its presses back at once.
  await sites.last().getByRole('spinbutton', { name: '经度（WGS-84）' }).fill('117.6390');
  const lat = sites.last().getByRole('spinbutton', { name: '纬度（WGS-84）' });
  await lat.click();
  await expect(gain(page)).toHaveText(/^[+−][\d,]+$/);
  const before = Number(await lat.inputValue());
  await page.locator('canvas.maplibregl-canvas').first().focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowUp');
  // 500 m to the north.
  await expect.poll(async () => Number(await lat.inputValue())).toBeCloseTo(before + 0.0045, 4);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Number(await lat.inputValue())).toBe(before);

  // The pin follows the pointer, also of a quick hand: its first move is beyond the pin already.
  await sites.first().getByRole('button').first().click();
  await expect(sites.first().getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await page.waitForTimeout(1500);
  const box = (await page.locator('canvas.maplibregl-canvas').first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const lon = sites.first().getByRole('spinbutton', { name: '经度（WGS-84）' });
  const from = await lon.inputValue();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 3; i++) await page.mouse.move(x + 20 * i, y - 10 * i);
  await page.mouse.up();
  await expect.poll(() => lon.inputValue()).not.toBe(from);

  // A second option: the best ten sites with their proof, adopted.
  await page.getByRole('button', { name: '新方案' }).click();
  await page.getByRole('tab', { name: '推荐' }).click();
  await page.getByRole('button', { name: '求推荐点' }).click();
  await expect(page.getByTestId('siting-answer')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '全部采纳' }).click();

  // Side by side, and the same table as a file.
  await page.getByRole('tab', { name: '比选' }).click();
  const compared = await tableOf(page);
  expect(compared[0].slice(1, 4)).toEqual(['现状基线', '方案一', '方案二']);
  const row = (name: string) => compared.find(([head]) => head.startsWith(name))!;
  expect(Number(row('新增设施')[3])).toBeGreaterThan(1);
  expect(row('新增设施')[2]).toBe('2');
  expect(row('新增覆盖60岁以上').at(-1)).toBe('方案二');
  // Every other figure on the screen is of the option in view as well.
  await expect(page.getByTestId('whose-figures').first()).toHaveText('按方案二计');
  await expect(page.locator('ul.parts .number').first()).toHaveText(row('60岁以上覆盖人数')[3]);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).toContain('60岁以上覆盖人数');

  // Saved, opened anew in another page that keeps nothing, the same numbers.
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存项目' }).first().click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'carecircle-'));
  const file = join(folder, 'plan.carecircle');
  await saved.saveAs(file);
  const again = await page.context().browser()!.newPage();
  await again.goto('/');
  await expect(again.locator('.hero button')).toBeVisible();
  await task(again, '数据').click();
  await again.getByLabel('打开项目文件').setInputFiles(file);
  await task(again, '选址优化').click();
  await again.getByRole('tab', { name: '比选' }).click();
  expect(await tableOf(again)).toEqual(compared);
  await again.close();

  // A flipped byte in the streets inside is told, though these data are open; nothing is lost.
  const bytes = readFileSync(file);
  bytes[bytes.indexOf('data/streets.network') + 5000] ^= 1;
  const damaged = join(folder, 'damaged.carecircle');
  writeFileSync(damaged, bytes);
  await task(page, '数据').click();
  await page.getByLabel('打开项目文件').setInputFiles(damaged);
  await expect(page.getByText('data/streets.network')).toBeVisible();
  await task(page, '选址优化').click();
  await page.getByRole('tab', { name: '比选' }).click();
  expect(await tableOf(page)).toEqual(compared);

  // The same page the next morning: options are still here.
  await page.reload();
  await expect(page.locator('.hero button')).toBeVisible();
  await task(page, '选址优化').click();
  await page.getByRole('tab', { name: '比选' }).click();
  expect(await tableOf(page)).toEqual(compared);

  const out = join(folder, 'out');
  const words = ['run', file, '--data', 'static/demo', '--only-comparison', '--out', out];
  execFileSync(process.execPath, ['build/cli/carecircle.js', ...words], { stdio: 'pipe' });
  const computed = readFileSync(join(out, 'comparison.csv'), 'utf8');
  const line = computed.split('\r\n').find((one) => one.startsWith('60岁以上覆盖人数'))!;
  expect(line.split(',').slice(2, 5)).toEqual(
    row('60岁以上覆盖人数')
      .slice(1, 4)
      .map((cell) => cell.replaceAll(',', '')),
  );
  expect(complaints).toEqual([]);
});
