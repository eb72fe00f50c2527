/**
 * node tests/bench/import.mjs: a million rows of CSV to a ready table in the page, against the time
 * DuckDB-WASM alone needs for the clean file; both in one Chromium, memory of its processes beside.
 * Exits 1 above ten times, 3 where there is no Chromium.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const limit = 10;
const folder = new URL('../../build/bench-import', import.meta.url).pathname;

await build({
  configFile: false,
  logLevel: 'error',
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'esnext',
    outDir: folder,
    emptyOutDir: true,
    modulePreload: false,
    rollupOptions: {
      input: { page: new URL('import-page.ts', import.meta.url).pathname },
      output: { entryFileNames: '[name].js' },
    },
  },
});
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><title>bench</title><script type="module" src="page.js"></script>',
);
writeRows();

const { address } = await serve(folder, { port: 4555 });
const browser = await chromium.launch({
  executablePath: process.env.CARECIRCLE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.goto(address);
await page.waitForFunction('globalThis.ours !== undefined');

const measured = [];
for (const [what, name] of [
  ['duckdb', 'clean.csv'],
  ['ours', 'clean.csv'],
  ['ours', 'nasty.csv'],
  ['duckdb', 'clean.csv'],
  ['ours', 'clean.csv'],
]) {
  const watch = watchMemory();
  const result = await page.evaluate(([f, n]) => globalThis[f](n), [what, name]);
  measured.push({ what, name, ...result, peakMB: watch.stop() });
  console.log(JSON.stringify(measured.at(-1)));
}
await browser.close();
const best = (what, name) =>
  Math.min(
    ...measured.filter((one) => one.what === what && one.name === name).map((m) => m.seconds),
  );
const ratio = best('ours', 'clean.csv') / best('duckdb', 'clean.csv');
console.log(
  `clean: ${ratio.toFixed(1)} times DuckDB; nasty: ${(best('ours', 'nasty.csv') / best('duckdb', 'clean.csv')).toFixed(1)}`,
);
process.exit(ratio <= limit ? 0 : 1);

/** The same households clean, and as a bureau writes them: GBK, titles, Chinese heads and words. */
function writeRows() {
  mkdirSync(folder, { recursive: true });
  const units = readFileSync(new URL('../../data/sanming-divisions.csv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(',village,'))
    .map((line) => line.slice(0, 12));
  const clean = [
    'household_id,unit_code,lon,lat,persons,age_60_64,age_65_74,age_75_79,age_80_plus,living_alone',
  ];
  const nasty = [
    '三明市家庭户老年人口登记表',
    '填报单位：三明市民政局',
    '户编号,区划代码,经度,纬度,家庭人口,60-64岁,65-74岁,75-79岁,80岁以上,独居,户主,联系电话',
  ];
  for (let i = 0; i < rowCount; i++) {
    const unit = units[i % units.length];
    const lon = (117.2 + ((i * 7919) % 100000) / 1e5).toFixed(6);
    const lat = (26 + ((i * 104729) % 80000) / 1e5).toFixed(6);
    const bands = [i % 2, i % 3 === 0 ? 1 : 0, 0, i % 11 === 0 ? 1 : 0];
    clean.push(`H${i},${unit},${lon},${lat},${1 + (i % 5)},${bands.join(',')},${i % 4 === 0}`);
    nasty.push(
      `H${i},${unit},${lon},${lat},${i % 50 === 0 ? `约${1 + (i % 5)}人` : 1 + (i % 5)},${bands.join(',')},${i % 4 === 0 ? '是' : '否'},张三,138${String(10000000 + (i % 9e7)).slice(0, 8)}`,
    );
  }
  writeFileSync(join(folder, 'clean.csv'), `${clean.join('\n')}\n`);
  const input = `${nasty.join('\r\n')}\r\n`;
  const gbk = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input, maxBuffer: 1e9 });
  writeFileSync(join(folder, 'nasty.csv'), gbk);
}

/** The most memory one renderer of the browser held meanwhile. */
function watchMemory() {
  let peak = 0;
  const look = () => {
    const lines = execFileSync('ps', ['-eo', 'rss,args'], { maxBuffer: 1e8 })
      .toString()
      .split('\n');
    for (const line of lines)
      if (line.includes('--type=renderer') && line.includes('chromium'))
        peak = Math.max(peak, Number.parseInt(line, 10) / 1024);
  };
  const timer = setInterval(look, 300);
  return {
    stop() {
      look();
      clearInterval(timer);
      return Math.round(peak);
    },
  };
}
