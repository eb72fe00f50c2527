/** What is measured. Ours and the reference take turns, so that both meet the same machine. */
import { Worker } from 'node:worker_threads';
import {
  Isochrones,
  JudgedSearch,
  LiveCoverage,
  LiveNearest,
  NearestSearch,
  costsOf,
  placeHouseholds,
  searchParts,
  slopeCosts,
} from '../../src/core/reach';
import { snapPoints, type SnapIndex } from '../../src/core/network';
import {
  checksum,
  hills,
  homeCount,
  limitCm,
  maxSnapM,
  median,
  quantile,
  timeRun,
  type City,
} from './city';
import { hasDemo, type BenchPage } from './chromium';
import type { Reference } from './reference';
import type { dragDemo } from './drag-demo';
import { pointsOnStreets } from './street-grid';

export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  /** Met when ratio ≤ target; null where a row is only reported. */
  readonly target: number | null;
  readonly unit: string;
}

export function row(
  name: string,
  ours: number,
  reference: number,
  target: number | null,
  unit = 'ms',
): Row {
  return { name, ours, reference, ratio: ours / reference, target, unit };
}

const rounds = 41;

/** Full run against C++, and the reference against a plain priority queue. */
export async function fullRun(city: City, reference: Reference) {
  const nearest = new NearestSearch(city.network);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = -5; i < rounds; i++) {
    const mine = timeRun(nearest, city.seeds);
    const answer = await reference.ask('dial');
    if (i < 0) continue;
    ours.push(mine);
    theirs.push(answer.ms);
    if (i === 0 && answer.checksum !== checksum(nearest.search.label)) {
      throw new Error('the reference answers otherwise');
    }
  }
  const queue: number[] = [];
  for (let i = 0; i < 5; i++) {
    const answer = await reference.ask('queue');
    queue.push(answer.ms);
    if (answer.checksum !== checksum(nearest.search.label)) throw new Error('queue: other answers');
  }
  const full = median(theirs);
  const rows = [
    row('nearest facility of 1M vertices: ours / C++ Dial', median(ours), full, 1.25),
    row('the reference itself: C++ Dial / C++ priority queue', full, median(queue), 0.25),
  ];
  return { rows, fullMs: full };
}

/** Nearest edge of every home, index built before; the same answers to the centimetre. */
export async function snapping(
  index: SnapIndex,
  homes: { lon: Float64Array; lat: Float64Array },
  reference: Reference,
): Promise<Row> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = -1; i < 7; i++) {
    const begin = performance.now();
    const { edge, alongCm, doorCm } = snapPoints(index, homes.lon, homes.lat, maxSnapM);
    const mine = performance.now() - begin;
    const answer = await reference.ask('snap');
    if (i < 0) {
      const own = checksum(doorCm, checksum(alongCm, checksum(edge)));
      if (own !== answer.checksum) throw new Error('the reference snaps otherwise');
      continue;
    }
    ours.push(mine);
    theirs.push(answer.ms);
  }
  return row('snapping 1M homes: ours / C++', median(ours), median(theirs), 1.2);
}

/** Moves anywhere, as a share of the C++ full run. */
export function moves(city: City, fullMs: number): Row {
  const count = 10_000;
  const live = new LiveNearest(city.network, city.facilities, limitCm);
  const to = pointsOnStreets(city.network, count, 777, 5000);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const point = { edge: to.edge[i], alongCm: to.alongCm[i], doorCm: to.doorCm[i] };
    const begin = performance.now();
    live.place(i % city.facilities.edge.length, point);
    times.push(performance.now() - begin);
  }
  const rebuilt = new NearestSearch(city.network);
  rebuilt.run(live.facilities, limitCm);
  if (checksum(rebuilt.search.label) !== checksum(live.search.label)) {
    throw new Error('moved facilities differ from a rebuild');
  }
  return row('a move, median of 10,000: ours / C++ full run', median(times), fullMs, 1 / 400);
}

/** One facility's 15 minutes with its polygon, as a share of the C++ full run. */
export function isochronePolygons(city: City, fullMs: number): Row {
  const maker = new Isochrones(city.network);
  const { edge, alongCm, doorCm } = city.facilities;
  const times: number[] = [];
  for (let f = 0; f < 600; f++) {
    const point = { edge: [edge[f]], alongCm: [alongCm[f]], doorCm: [doorCm[f]] };
    const begin = performance.now();
    maker.around(point, [15], 0.9);
    if (f >= 100) times.push(performance.now() - begin);
  }
  return row('an isochrone with polygon: ours / C++ full run', median(times), fullMs, 0.1);
}

/** The same search in one worker and, half the city each, in two. */
export async function twoWorkers({ network, facilities }: City): Promise<Row> {
  const script = new URL('./search-worker.js', import.meta.url);
  const [whole] = searchParts(network, facilities, limitCm, 1);
  const halves = searchParts(network, facilities, limitCm, 2);
  // Each worker can do the whole and its own half.
  const workers = halves.map((half) => new Worker(script, { workerData: [whole, half] }));
  const done = (worker: Worker) => new Promise((resolve) => worker.once('message', resolve));
  await Promise.all(workers.map(done));
  const run = async (part: number, asked: readonly Worker[]) => {
    const begin = performance.now();
    const finished = asked.map((worker) => {
      const answer = done(worker);
      worker.postMessage(part);
      return answer;
    });
    await Promise.all(finished);
    return performance.now() - begin;
  };
  const one: number[] = [];
  const two: number[] = [];
  for (let i = -5; i < rounds; i++) {
    const alone = await run(0, workers.slice(0, 1));
    const both = await run(1, workers);
    if (i < 0) continue;
    one.push(alone);
    two.push(both);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return row('two workers / one worker', median(two), median(one), 0.59);
}

/** The kernel in Chromium against Node. */
export async function inChromium(city: City, { page }: BenchPage): Promise<Row> {
  const nearest = new NearestSearch(city.network);
  const here: number[] = [];
  const there: number[] = [];
  for (let i = -5; i < rounds; i++) {
    const node = timeRun(nearest, city.seeds);
    const chromium = (await page.evaluate('runOnce()')) as number;
    if (i < 0) continue;
    here.push(node);
    there.push(chromium);
  }
  if ((await page.evaluate('answer()')) !== checksum(nearest.search.label)) {
    throw new Error('Chromium answers otherwise');
  }
  return row('the kernel in Chromium / in Node', median(there), median(here), 1.15);
}

/** Script of a frame while a facility is dragged over the demo city. */
export async function dragging({ page }: BenchPage): Promise<Row[]> {
  if (!hasDemo()) {
    console.error('bench: no demo city for the row of dragging; npm run demo makes it');
    return [];
  }
  const drag = (await page.evaluate('dragDemo()')) as Awaited<ReturnType<typeof dragDemo>>;
  if (!drag.checks) throw new Error('dragged coverage differs from a rebuild');
  const homes = `${Math.round(drag.homes / 1000)}k homes`;
  const name = `dragging on the demo city (${homes}): script P95 / frame`;
  return [row(name, quantile(drag.frames, 0.95), 16.7, 1)];
}

/** Every home's nearest facility, flat; and both ways on a hilly city, judged by the worse. */
export function slopeBothWays(city: City): Row {
  const { network, facilities, seeds } = city;
  const homes = pointsOnStreets(network, homeCount, 999, 3000);
  const nearest = new NearestSearch(network);
  const places = placeHouseholds(network, homes);
  const costs = slopeCosts(network, hills(), { speedMS: 0.9 });
  const judged = new JudgedSearch(network, costs, homes);
  const flat: number[] = [];
  const sloped: number[] = [];
  let walks = undefined;
  for (let i = -2; i < 11; i++) {
    const begin = performance.now();
    nearest.runSeeds(seeds, limitCm);
    walks = costsOf(network, places, facilities, nearest.search.label, limitCm, walks);
    const middle = performance.now();
    judged.run(facilities, limitCm, 'worse');
    if (i < 0) continue;
    flat.push(middle - begin);
    sloped.push(performance.now() - middle);
  }
  return row('slope, the worse of both ways, 1M homes / flat', median(sloped), median(flat), 3);
}

/** Moves on hills, judged by the worse of both ways: every household's walk, state and the sums follow. */
export function movesOnSlopes({ network, facilities }: City, fullMs: number): Row {
  const households = pointsOnStreets(network, homeCount, 999, 3000);
  const streets = { network, costs: slopeCosts(network, hills(), { speedMS: 0.9 }) };
  const live = new LiveCoverage({
    network,
    facilities,
    households,
    limit: limitCm,
    judged: { streets, judgement: 'worse' },
    tree: { parent: Int32Array.of(-1) },
    unit: new Int32Array(homeCount),
    columns: { households: new Uint8Array(homeCount).fill(1) },
  });
  const count = 2000;
  const to = pointsOnStreets(network, count, 777, 5000);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const point = { edge: to.edge[i], alongCm: to.alongCm[i], doorCm: to.doorCm[i] };
    const begin = performance.now();
    live.move(i % facilities.edge.length, point);
    times.push(performance.now() - begin);
  }
  const rebuilt = new JudgedSearch(network, streets.costs, households);
  const { costCm } = rebuilt.run(live.facilities, limitCm, 'worse');
  if (checksum(costCm) !== checksum(live.costCm)) {
    throw new Error('facilities moved on slopes differ from a rebuild');
  }
  return row(
    'a move on slopes, 1M homes, median: ours / C++ full run',
    median(times),
    fullMs,
    null,
  );
}
