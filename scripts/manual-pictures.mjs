/**
 * Takes the manual's pictures (static/manual/*.webp) of the page as it is: the demo city, one size,
 * one language. Run it after screens have changed: node scripts/manual-pictures.mjs [NAME…]
 * [--address URL], else it serves build/page itself.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
const settle = (page, ms = 1500) => page.waitForTimeout(ms);

/** What stands in each picture: how to get there from the computed city. */
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
      .nth(3)
      .getByRole('button')
      .first()
      .click();
    await settle(page, 7000);
  },
  policy: async (page) => {
    await task(page, '政策指标');
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
    await pictures.recommend(page);
    await page.getByRole('button', { name: '全部采纳' }).click();
    await page.getByRole('tab', { name: '比选' }).click();
    await page.locator('table', { hasText: '每新增覆盖一人投资' }).waitFor();
    await settle(page);
  },
  results: async (page) => {
    await task(page, '成果');
    await settle(page, 800);
  },
  data: async (page) => {
    await task(page, '数据');
    await settle(page, 800);
  },
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
    await page.getByText('数据质量报告').first().waitFor();
    await settle(page);
  },
  decide: async (page) => {
    await page.getByText('决策', { exact: true }).first().click();
    await settle(page, 6000);
  },
  analyse: async (page) => {
    await page.getByText('分析', { exact: true }).first().click();
    await settle(page, 5000);
  },
  basemap: async (page) => {
    await page.getByRole('button', { name: '无网络底图' }).click();
    await settle(page, 1000);
  },
};
/** Screens that are not the usual one. */
const sizes = {
  decide: { width: 1920, height: 1080, scale: 0.7 },
  phone: { width: 390, height: 780, scale: 1 },
};
pictures.phone = async (page) => settle(page, 4000);

async function take(browser, address, name) {
  const size = { ...screen, scale: 1, ...sizes[name] };
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' });
  page.setDefaultTimeout(180_000);
  try {
    await page.addInitScript(() => localStorage.setItem('carecircle.language', 'zh'));
    await page.goto(address, { waitUntil: 'commit' });
    if (name !== 'phone') await page.locator('.hero button').waitFor();
    else await page.getByText('35.3').first().waitFor();
    await pictures[name](page);
    await keep(page, name, size);
  } finally {
    await page.close();
  }
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

/** A map as `report` writes it, made small. */
async function takeMap(browser) {
  const out = mkdtempSync(join(tmpdir(), 'carecircle-'));
  const report = [
    'report',
    '--data',
    'static/demo',
    '--county',
    '350426',
    '--format',
    'png',
    '--out',
    out,
  ];
  execFileSync(process.execPath, [join('build', 'cli', 'carecircle.js'), ...report], {
    cwd: root,
    stdio: 'ignore',
  });
  const png = readdirSync(out, { recursive: true }).find((file) => file.endsWith('.png'));
  const page = await browser.newPage({ viewport: { width: 1100, height: 778 } });
  const source = `data:image/png;base64,${readFileSync(join(out, png)).toString('base64')}`;
  await page.setContent(`<style>body{margin:0}img{width:1100px}</style><img src="${source}">`);
  await page.locator('img').evaluate((image) => image.decode());
  await keep(page, 'map-document', { width: 1100, height: 778, scale: 1 });
  await page.close();
}

const served = values.address ? null : await serve(join(root, 'build', 'page'), { port: 4190 });
const address = values.address ?? served.address;
const browser = await chromium.launch({
  executablePath: process.env.CARECIRCLE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--disable-quic'],
});
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
let failed = 0;
for (const name of Object.keys(pictures).filter(isWanted)) {
  await take(browser, address, name).catch((error) => {
    failed += 1;
    console.error(`${name}: ${String(error).split('\n')[0]}`);
  });
}
if (isWanted('map-document')) await takeMap(browser);
await browser.close();
served?.server.close();
process.exitCode = failed > 0 ? 1 : 0;
