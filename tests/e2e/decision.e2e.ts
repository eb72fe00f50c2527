/** 决策: a stored result before anything is computed, both walls without scrolling, names behind figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
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

/** Boxes that hold more than they show, and texts that cannot be read from five metres. */
function faults(page: Page): Promise<{ scrolling: string[]; small: string[] }> {
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
    return { scrolling, small };
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
  expect(await faults(page), '1920').toEqual({ scrolling: [], small: [] });

  await page.setViewportSize({ width: 3840, height: 1080 });
  await expect(page.locator('li[data-indicator]:visible')).toHaveCount(33);
  expect(await faults(page), '3840').toEqual({ scrolling: [], small: [] });

  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.locator(`li[data-indicator="${village}"] button`).click();
  await page.getByRole('button', { name: '尤溪县', exact: true }).click();
  const county = stored.units.find(({ name }) => name === '尤溪县')!;
  const failing = stored.indicators.find(({ id }) => id === village)!.failing;
  const here = failing.filter((code) => code.startsWith(county.unitCode.slice(0, 6)));
  await expect(page.getByText(`共 ${here.length} 个`)).toBeVisible();
  const first = stored.units.find(({ unitCode }) => unitCode === here[0])!;
  await expect(page.getByRole('region', { name: '未达标的单位' })).toContainText(first.name);
  expect(await faults(page), 'names').toEqual({ scrolling: [], small: [] });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
});

test('computed here and now, the page says what the stored result says', async ({ page }) => {
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
});

test('without a stored result the page makes its own', async ({ page }) => {
  await page.route('**/demo/summary.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await page.getByRole('radio', { name: '决策' }).check({ force: true });
  await expect(page.getByText('正在准备结果')).toBeVisible();
  await expect(page.locator('[data-origin="computed"]')).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('tr[data-unit]')).toHaveCount(11);
});
