/**
 * npm run bench:opening [-- --runs 5 --page DIR …]: from navigation to the demo city on the map, computed in
 * the page, each time in a fresh Chromium that has come to rest: when the headline stands, when the map has
 * drawn it, and the longest task of the main thread until then. Beside it what one fixed piece of arithmetic
 * takes in the same browser, so that machines and days can be compared. Several pages take turns. Exits 1
 * above five seconds, 3 where there is no Chromium.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildPage } from '../../scripts/build.mjs';
import { serve } from '../../scripts/serve.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    page: { type: 'string', multiple: true },
    phone: { type: 'boolean', default: false },
  },
});
const limitMs = 5000;
const executablePath = process.env.CARECIRCLE_CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
  console.error('bench: Chromium is missing; name one in CARECIRCLE_CHROMIUM.');
  process.exit(3);
}
const args = ['--no-sandbox', '--ignore-gpu-blocklist', '--use-angle=gl-egl', '--no-first-run'];
const viewport = values.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 };

const folders = values.page ?? [buildPage()];
const servers = await Promise.all(folders.map((folder) => serve(folder, { port: 4560 })));
const measured = folders.map(() => []);
for (let run = 0; run < Number(values.runs); run++) {
  for (const [i, { address }] of servers.entries()) {
    measured[i].push(await opening(address));
    console.log(folders[i], JSON.stringify(measured[i].at(-1)));
  }
}
for (const { server } of servers) server.close();

for (const [i, folder] of folders.entries()) {
  const of = (name) => median(measured[i].map((one) => one[name]));
  const ratio = median(measured[i].map((one) => one.drawnMs / one.referenceMs));
  console.log(
    `${folder}: headline ${of('headlineMs')} ms (${of('processorToHeadlineMs')} ms of processor time), drawn ${of('drawnMs')} ms, longest task ` +
      `${of('longestTaskMs')} ms; reference ${of('referenceMs')} ms, drawn / reference ${ratio.toFixed(2)}`,
  );
}
process.exit(median(measured.at(-1).map((one) => one.drawnMs)) <= limitMs ? 0 : 1);

/** One navigation in a browser of its own. */
async function opening(address) {
  const server = await chromium.launchServer({ executablePath, args });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport, locale: 'zh-CN' });
    const referenceMs = await page.evaluate(arithmetic);
    await page.addInitScript(watch);
    await rest(server.process().pid);
    const before = processorMs(server.process().pid);
    await page.goto(address);
    const wait = (stands) => page.waitForFunction(stands, null, { timeout: 180_000 });
    await wait(() => globalThis.opening.hasHeadline());
    const processorToHeadlineMs = processorMs(server.process().pid) - before;
    await wait(() => globalThis.opening.isQuiet());
    const { headlineMs, drawnMs, tasks } = await page.evaluate(() => globalThis.opening.told());
    const longestTaskMs = Math.max(0, ...tasks);
    return { headlineMs, drawnMs, longestTaskMs, referenceMs, processorToHeadlineMs };
  } finally {
    await server.close();
  }
}

/** Starting the browser itself is no part of a navigation: its own screen takes a second of processor time. */
async function rest(root) {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 500) {
    const before = processorMs(root);
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (waitedMs >= 1000 && processorMs(root) - before <= 10) return;
  }
}

/** What all processes of a browser have used, where Linux tells; other work disturbs it little. */
function processorMs(root) {
  if (!existsSync('/proc/self/stat')) return 0;
  const family = new Set([root]);
  let ticks = 0;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  for (const pid of pids.map(Number).sort((a, b) => a - b)) {
    let fields;
    try {
      fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    } catch {
      continue;
    }
    if (family.has(Number(fields[1]))) family.add(pid);
    if (family.has(pid)) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return 10 * ticks;
}

/** Runs in the page before its own code: notes when things stand. */
function watch() {
  let headlineMs = 0;
  let drawnMs = 0;
  const tasks = [];
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      drawnMs = performance.now();
      return draw.apply(this, given);
    };
  }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (headlineMs === 0 || startTime < headlineMs + 1000) tasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    if (headlineMs > 0) return;
    if (/%/.test(document.querySelector('.hero button')?.textContent ?? ''))
      headlineMs = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.opening = {
    hasHeadline: () => headlineMs > 0,
    /** The headline stands and nothing was drawn for a while. */
    isQuiet: () =>
      headlineMs > 0 &&
      performance.now() - Math.max(headlineMs, drawnMs) > 1500 &&
      drawnMs > headlineMs,
    told: () => ({ headlineMs: Math.round(headlineMs), drawnMs: Math.round(drawnMs), tasks }),
  };
}

function arithmetic() {
  const begun = performance.now();
  let value = 1;
  for (let i = 0; i < 2e8; i++) value = (Math.imul(value, 1664525) + 1013904223) | 0;
  return Math.round(performance.now() - begun + (value === 0 ? 1 : 0));
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
