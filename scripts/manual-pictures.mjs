/**
 * Takes the manual's pictures (static/manual/*.webp) of the page as it is: the demo city, one size,
 * one language. Run it after screens have changed: node scripts/manual-pictures.mjs [NAME…]
 * [--address URL], else it serves build/page itself.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'static', 'manual');
const screen = { width: 1240, height: 780 };

const { values, positionals: wanted } = parseArgs({
  options: { address: { type: 'string' } },
  allowPositionals: true,
});

const task = async (page, name) =>
  page.getByRole('navigation', { name: '任务' }).getByRole('button', { name }).click();
const lens = (page, name) => page.getByText(name, { exact: true }).first().click();
const settle = (page, ms = 1500) => page.waitForTimeout(ms);

/** What stands in each picture: how to get there from the computed city, and perhaps back. */
const pictures = {
  overview: async (page) => settle(page, 2500),
  coverage: async (page) => {
    await page.getByRole('region', { name: '覆盖评价' }).waitFor();
    await page
      .getByRole('row', { name: /尤溪县/ })
      .first()
      .click();
    await settle(page, 4000);
  },
  reach: async (page) => {
    await task(page, '可达圈');
    await page
      .getByRole('region', { name: '可达圈' })
      .getByRole('listitem')
      .nth(2)
      .getByRole('button')
      .first()
      .click();
    await settle(page, 1500);
    await page.getByText('正在计算步行圈').waitFor({ state: 'hidden' });
    await settle(page, 6000);
  },
  policy: async (page) => {
    await task(page, '政策指标');
    const ask = page.getByRole('button', { name: '计算政策指标' });
    if (await ask.isVisible()) await ask.click();
    await page.getByRole('table', { name: '数量目标' }).waitFor();
    await settle(page);
  },
  siting: async (page) => {
    await task(page, '选址优化');
    await page.locator('summary').filter({ hasText: '取用现成位置' }).click();
    await page.getByRole('button', { name: '取用', exact: true }).nth(3).click();
    await settle(page, 1500);
    await page.locator('summary').filter({ hasText: '取用现成位置' }).click();
    await settle(page, 6000);
  },
  recommend: async (page) => {
    await task(page, '选址优化');
    await page.getByRole('tab', { name: '推荐' }).click();
    await page.getByRole('button', { name: '求推荐点' }).click();
    await page.getByTestId('siting-answer').waitFor();
    await page.getByTestId('siting-answer').scrollIntoViewIfNeeded();
    await settle(page, 2500);
  },
  compare: async (page) => {
    if (!(await page.getByTestId('siting-answer').isVisible())) await pictures.recommend(page);
    await page.getByRole('button', { name: '全部采纳' }).click();
    await page.getByRole('tab', { name: '比选' }).click();
    await page.locator('table', { hasText: '每新增覆盖一人投资' }).waitFor();
    await settle(page);
  },
  basemap: async (page) => {
    await page.getByRole('button', { name: '无网络底图' }).click();
    await settle(page, 1000);
    return () => page.getByRole('dialog', { name: '底图' }).getByRole('button').first().click();
  },
  results: async (page) => {
    await task(page, '成果');
    await settle(page, 800);
  },
  data: async (page) => {
    await task(page, '数据');
    await settle(page, 800);
  },
  decide: async (page) => {
    await lens(page, '决策');
    await settle(page, 6000);
    return () => lens(page, '规划');
  },
  analyse: async (page) => {
    await lens(page, '分析');
    await settle(page, 5000);
    return () => lens(page, '规划');
  },
  phone: async (page) => settle(page, 4000),
  quality: async (page) => {
    await task(page, '数据');
    const rows = [
      '附件2 养老服务设施统计表（示例）',
      '设施名称,类型,所在乡镇,所在村,经度,纬度,建筑面积(㎡),状态,负责人',
      '示例幸福院一,农村幸福院,城关镇,,118.190,26.170,约300,运营中,张三',
      '示例服务站二,社区居家养老服务站,城关镇,,118.197,26.168,"1,200",运营中,李四',
      '示例幸福院三,农村幸福院,梅仙镇,,,,0.5亩,在建,王五',
      '示例幸福院四,农村幸福院,西城镇,,108.2,26.1,280㎡,运营中,赵六',
      '合计,,,,,,1780,,',
    ];
    await page
      .locator('input[type=file][aria-label="选择文件"]')
      .first()
      .setInputFiles({
        name: '设施统计表（示例）.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff${rows.join('\r\n')}`),
      });
    await page.getByRole('button', { name: '读取并检查' }).click();
    await page.getByRole('button', { name: '返回' }).first().waitFor();
    await settle(page, 8000);
  },
};
/** Screens that are not the usual one. */
const sizes = {
  decide: { width: 1920, height: 1080, scale: 0.7 },
  phone: { width: 390, height: 780, scale: 1 },
};

async function opened(browser, address, size) {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' });
  page.setDefaultTimeout(240_000);
  await page.goto(address, { waitUntil: 'commit' });
  // Computed: the headline of the wide screen, or of the phone's sheet.
  await page.locator('.hero').first().waitFor();
  return page;
}

/** One page for all of them: the city is computed once; Escape lets go of what was selected. */
async function takeScreens(browser, address, names) {
  const page = await opened(browser, address, screen);
  let failures = 0;
  for (const name of names) {
    const size = { ...screen, scale: 1, ...sizes[name] };
    try {
      await page.setViewportSize(size);
      await page.evaluate(() => document.activeElement?.blur());
      for (const key of ['Escape', 'f']) await page.keyboard.press(key);
      await settle(page, 1500);
      const leave = await pictures[name](page);
      await keep(page, name, size);
      await leave?.();
    } catch (error) {
      failures += 1;
      console.error(`${name}: ${String(error).split('\n')[0]}`);
    }
  }
  await page.close();
  return failures;
}

async function keep(page, name, { width, height, scale }) {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 76,
    clip: { x: 0, y: 0, width, height, scale },
  });
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp ${Math.round(bytes.length / 1024)} kB`);
}

/** A map as the page writes it, made small. */
async function takeMap(browser, address) {
  const page = await opened(browser, address, screen);
  await task(page, '成果');
  await page.getByLabel('范围').selectOption({ label: '尤溪县' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /PNG/ }).click(),
  ]);
  const png = readFileSync(await file.path()).toString('base64');
  await page.close();
  const sheet = await browser.newPage({ viewport: { width: 1100, height: 778 } });
  await sheet.setContent(
    `<style>body{margin:0}img{width:1100px}</style><img src="data:image/png;base64,${png}">`,
  );
  await sheet.locator('img').evaluate((image) => image.decode());
  await keep(sheet, 'map-document', { width: 1100, height: 778, scale: 1 });
  await sheet.close();
}

const served = values.address ? null : await serve(join(root, 'build', 'page'), { port: 4190 });
const address = values.address ?? served.address;
const browser = await chromium.launch({
  executablePath: process.env.CARECIRCLE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--disable-quic'],
});
const chapters = join(root, 'src', 'core', 'i18n', 'zh', 'manual');
const manual = readdirSync(chapters).map((name) => readFileSync(join(chapters, name), 'utf8'));
/** Those asked for, else those the manual shows. */
const isWanted = (name) =>
  wanted.length > 0
    ? wanted.includes(name)
    : manual.some((text) => text.includes(`(${name}.webp)`));
const failed = await takeScreens(browser, address, Object.keys(pictures).filter(isWanted));
if (isWanted('map-document')) await takeMap(browser, address);
await browser.close();
served?.server.close();
process.exitCode = failed > 0 ? 1 : 0;
