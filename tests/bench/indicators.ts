/** All indicators of the policy in the page, against one scan of its households. */
import { median } from './city';
import { hasDemo, type BenchPage } from './chromium';
import type { IndicatorTimes } from './indicators-page';
import { row, type Row } from './rows';

export async function indicators({ page }: BenchPage): Promise<Row[]> {
  if (!hasDemo()) {
    console.error('bench: no demo city for the row of the indicators; npm run demo makes it');
    return [];
  }
  await page.addScriptTag({ url: '/indicators-page.js', type: 'module' });
  await page.waitForFunction('globalThis.timeIndicators !== undefined');
  const times = (await page.evaluate('timeIndicators()')) as IndicatorTimes;
  const [all, scan, sum] = [times.allMs, times.scanMs, times.sumMs].map(median);
  const homes = `${Math.round(times.households / 1000)}k households`;
  const name = `${times.indicators} indicators, ${homes}`;
  return [
    row(`${name} / one scan of what is kept of each`, all, scan, 30),
    row(`${name}, the first time / the same scan`, times.firstMs, scan, null),
    row(`${name} / a sum of three columns`, all, sum, null),
    row('the circle’s walks under three bases / the same scan', times.circlesMs, scan, null),
  ];
}
