/** Runs all rows and prints them. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildSnapIndex } from '../../src/core/network';
import { benchCity, homeCount, limitCm, maxSnapM } from './city';
import { openBenchPage, type BenchPage } from './chromium';
import { Reference } from './reference';
import {
  dragging,
  fullRun,
  inChromium,
  isochronePolygons,
  moves,
  movesOnSlopes,
  slopeBothWays,
  snapping,
  twoWorkers,
  type Row,
} from './rows';
import { growth } from './growth';
import { indicators } from './indicators';
import { homesBeside } from './street-grid';

/** @returns the exit code: 0 all targets met, 1 one missed, 3 no Chromium */
export async function runBench(options: readonly string[]): Promise<number> {
  const at = options.indexOf('--json');
  const file = at >= 0 ? options[at + 1] : undefined;
  let page: BenchPage;
  try {
    page = await openBenchPage();
  } catch (error) {
    console.error(`bench: Chromium is missing or does not start: ${String(error).split('\n')[0]}`);
    return 3;
  }
  const rows: Row[] = [];
  const say = (row: Row) => {
    rows.push(row);
    console.log(line(row));
  };
  console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
  const city = benchCity();
  const { network, seeds } = city;
  const index = buildSnapIndex(network);
  const homes = homesBeside(network, homeCount, 4711);
  const reference = Reference.start([
    // Buckets of 1,024 cm and batches of two facilities were its fastest, as they are ours.
    Int32Array.of(limitCm, 10, 4),
    network.arcStart,
    network.arcs,
    seeds.vertex.subarray(0, seeds.count),
    seeds.costCm.subarray(0, seeds.count),
    seeds.owner.subarray(0, seeds.count),
    Float64Array.of(
      ...[index.west, index.south, index.cellLon, index.cellLat, index.columns, index.rows],
      maxSnapM,
    ),
    index.cellStart,
    index.cellSegments,
    index.edgeOfShape,
    network.shapeLon,
    network.shapeLat,
    network.shapeCm,
    homes.lon,
    homes.lat,
  ]);
  const full = await fullRun(city, reference);
  full.rows.forEach(say);
  say(await snapping(index, homes, reference));
  say(moves(city, full.fullMs));
  say(isochronePolygons(city, full.fullMs));
  reference.end();
  say(slopeBothWays(city));
  say(movesOnSlopes(city, full.fullMs));
  say(await twoWorkers(city));
  say(await inChromium(city, page));
  (await dragging(page)).forEach(say);
  (await indicators(page)).forEach(say);
  await page.close();
  growth().forEach(say);
  if (file) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  return rows.some(({ ratio, target }) => target !== null && !(ratio <= target)) ? 1 : 0;
}

function line({ name, ours, reference, ratio, target, unit }: Row): string {
  const figure = (value: number) => value.toPrecision(3).padStart(9);
  const mark = target === null ? ' ' : ratio <= target ? '✓' : '✗';
  const goal = target === null ? '' : `≤ ${target}`;
  return `${mark} ${name.padEnd(60)}${figure(ours)} ${unit}${figure(reference)} ${unit}  ratio ${ratio.toPrecision(3)} ${goal}`;
}
