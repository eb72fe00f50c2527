/** 决策: a stored result before anything is computed, both walls without scrolling, names behind figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { ResultSummary } from '../../src/core/export/summary/result-summary';
import { threeSentences } from '../../src/core/export/summary/sentences';

const stored = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../static/demo/summary.json'), 'utf8'),
) as ResultSummary;
const village = 'rural_eldercare_village_coverage';

async function decide(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('radio', { name: '决策' }).check({ force: true });
  await expect(page.locator('[data-origin="stored"]')).toBeVisible();
}

/** Boxes that hold more than they show, texts that cannot be read from five metres or are cut. */
const faultless = { scrolling: [], small: [], cut: [] };
function faults(page: Page): Promise<Record<'scrolling' | 'small' | 'cut', string[]>> {
  return page.evaluate(() => {
    const nameOf = (one: Element) =>
      `${one.tagName} ${one.className} ${one.textContent}`.slice(0, 70);
    const scrolling = [...document.querySelectorAll('*')]
      .filter((one) => {
        const style = getComputedStyle(one);
        const mayScroll = ['auto', 'scroll'].includes(style.overflowY);
        return mayScroll && one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1;
      })
      .map(nameOf);
    const small: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const holder = text.parentElement!;
      const box = holder.getBoundingClientRect();
      const style = getComputedStyle(holder);
      const isSeen = box.width > 1 && box.height > 1 && style.visibility !== 'hidden';
      const isAside = holder.closest('.visually-hidden, .skip, script, style') !== null;
      if (!text.textContent?.trim() || !isSeen || isAside) continue;
      if (parseFloat(style.fontSize) < 24) small.push(nameOf(holder));
    }
    const cut = [...document.querySelectorAll('li[data-indicator] span:not(.visually-hidden)')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map(nameOf);
    return { scrolling, small, cut };
  });
}

test('the wall in the meeting room: nothing scrolls, nothing is too small, all of it from the file', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await decide(page);
  for (const sentence of threeSentences(stored, 'zh')) {
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(page.locator('li[data-indicator]:visible')).toHaveCount(15);
  await expect(page.locator('tr[data-unit]')).toHaveCount(11);
  await expect(page.getByText('示例数据，非真实统计').first()).toBeVisible();
  await expect(page.locator('.corner .card')).toHaveCount(0, { timeout: 60_000 });
  expect(await faults(page), '1920').toEqual(faultless);

  await page.setViewportSize({ width: 3840, height: 1080 });
  await expect(page.locator('li[data-indicator]:visible')).toHaveCount(33);
  expect(await faults(page), '3840').toEqual(faultless);
  await page.getByRole('radio', { name: 'EN' }).check({ force: true });
  expect(await faults(page), '3840 in English').toEqual(faultless);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(page.locator('li[data-indicator]:visible')).toHaveCount(15);
  expect(await faults(page), '1920 in English').toEqual(faultless);

  await page.getByRole('radio', { name: '中文' }).check({ force: true });
  await page.locator(`li[data-indicator="${village}"] button`).click();
  await page.getByRole('button', { name: '尤溪县', exact: true }).click();
  const county = stored.units.find(({ name }) => name === '尤溪县')!;
  const failing = stored.indicators.find(({ id }) => id === village)!.failing;
  const here = failing.filter((code) => code.startsWith(county.unitCode.slice(0, 6)));
  await expect(page.getByText(`共 ${here.length} 个`)).toBeVisible();
  const first = stored.units.find(({ unitCode }) => unitCode === here[0])!;
  await expect(page.getByRole('region', { name: '未达标的单位' })).toContainText(first.name);
  expect(await faults(page), 'names').toEqual(faultless);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
});

test('computed here and now, screen, internal files and command line say the same, figure by figure', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await decide(page);
  const texts = async () => ({
    sentences: await page.getByRole('list', { name: '三句话' }).innerText(),
    lines: await page.locator('li[data-indicator]').allInnerTexts(),
    order: await page.locator('tr[data-unit]').allInnerTexts(),
  });
  const before = await texts();
  await page.getByRole('button', { name: '用当前数据重新计算' }).click();
  await expect(page.locator('[data-origin="computed"]')).toBeVisible({ timeout: 90_000 });
  expect(await texts()).toEqual(before);

  await page.getByRole('radio', { name: '规划' }).check({ force: true });
  const tasks = page.getByRole('navigation', { name: '任务' });
  await tasks.getByRole('button', { name: '成果' }).click();
  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFileSync(await file.path());
  };
  // `stored` is the command line's. Nothing may differ: of 2,000 units, 33 indicators, both lists, all cases.
  const summary: ResultSummary = JSON.parse(String(await download('成果摘要 JSON')));
  const { recipe, ...said } = stored as ResultSummary & { recipe: string };
  expect(recipe, 'only of the stored one').toBeTruthy();
  expect(Object.keys(summary).sort()).toEqual(Object.keys(said).sort());
  for (const part of Object.keys(said) as (keyof ResultSummary)[])
    if (part !== 'inputs') expect(summary[part], part).toEqual(said[part]);
  // The page has read heights besides, and tells no manifest.
  const tables = said.inputs.filter(({ name }) => name !== 'manifest.json');
  expect(summary.inputs).toEqual(expect.arrayContaining(tables));

  const files = unzipSync(await download('Excel 表格'));
  const rowsOf = (name: string, sheet: string) => {
    const book = read(files[`${name}.xlsx`]);
    return utils
      .sheet_to_json<unknown[]>(book.Sheets[sheet], { header: 1 })
      .filter(([first]) => typeof first === 'number');
  };
  for (const [level, sheet] of [
    ['county', '分县（市、区）'],
    ['town', '分乡镇（街道）'],
  ]) {
    const units = stored.units.filter((unit) => unit.level === level);
    expect(
      rowsOf('覆盖率统计表', sheet).map((row) => row.slice(8, 11)),
      sheet,
    ).toEqual(
      units.map(({ groups: { age_60_plus: people } }) => {
        const [total, covered] = people as unknown as number[];
        return [
          total,
          covered,
          total === 0 ? '数据不足' : Math.floor((1000 * covered) / total) / 10,
        ];
      }),
    );
  }
  for (const [sheet, list] of [
    ['政策未覆盖', stored.uncovered.byPolicy],
    ['步行未覆盖', stored.uncovered.onFoot],
  ] as const)
    expect(
      rowsOf('未覆盖村（社区）名单', sheet).map((row) => row[4]),
      sheet,
    ).toEqual(list.map((one) => one.unit_code));
  const city = stored.units[0].unitCode;
  expect(rowsOf('政策指标完成情况表', '完成情况').map((row) => row[3])).toEqual(
    stored.indicators.map(({ figures }) => {
      const figure = figures.find(({ unitCode }) => unitCode === city);
      return figure?.valueHundredths == null ? '数据不足' : figure.valueHundredths / 100;
    }),
  );
});

test('without a stored result the page makes its own', async ({ page }) => {
  await page.route('**/demo/summary.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await page.getByRole('radio', { name: '决策' }).check({ force: true });
  await expect(page.getByText('正在准备结果')).toBeVisible();
  await expect(page.locator('[data-origin="computed"]')).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('tr[data-unit]')).toHaveCount(11);
});
