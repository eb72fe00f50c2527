/**
 * Real streets. Statistics are those of known extracts; shortest paths over the contracted network
 * are held against an independent Dijkstra in float64 on the uncontracted streets, whose lengths are
 * Karney's. The extracts are not part of the repository: where they are missing this is said.
 */
import { existsSync, readFileSync } from 'node:fs';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import {
  buildNetwork,
  decodeNetwork,
  Direction,
  encodeNetwork,
  networkStatistics,
  readStreets,
  type Network,
  type StreetLines,
} from '../../../src/core/network';

const osm = new URL('../../../../shared/data/osm/', import.meta.url);
const gothenburg = new URL(
  '../../../node_modules/geojson-path-finder/test/large-network.json',
  import.meta.url,
);

/** Each extract is read once; what is built of it is built once. */
const read = new Map<string, Promise<Streets | undefined>>();

interface Streets {
  readonly lines: StreetLines;
  readonly network: Network;
}

function streetsOf(url: URL): Promise<Streets | undefined> {
  const known = read.get(url.href) ?? readOne(url);
  read.set(url.href, known);
  return known;
}

async function readOne(url: URL): Promise<Streets | undefined> {
  if (!existsSync(url)) {
    console.warn(`SKIPPED: ${url.pathname.split('/').at(-1)} is not here`);
    return undefined;
  }
  const streets = await readStreets(new Uint8Array(readFileSync(url)), url.pathname);
  if (!streets.ok) throw new Error(JSON.stringify(streets.problem));
  const { lines } = streets.value;
  return { lines, network: buildNetwork(lines) };
}

interface Known {
  readonly file: URL;
  readonly kilometres: number;
  readonly share: number;
}

/** Figures of DATA: published with the extracts, made with rules that differ a little from ours. */
const known: Record<string, Known> = {
  'São Paulo': { file: new URL('sao-paulo.osm.pbf', osm), kilometres: 657, share: 0.958 },
  Beijing: { file: new URL('beijing-haidian-roads.geojson', osm), kilometres: 99, share: 0.98 },
  Andorra: { file: new URL('andorra.osm.pbf', osm), kilometres: 815, share: 0.81 },
  Liechtenstein: { file: new URL('liechtenstein.osm.pbf', osm), kilometres: 1138, share: 0.98 },
};

describe.each(Object.entries(known))('%s', (_, { file, kilometres, share }) => {
  test('kilometres and share of the largest component are the known ones', async () => {
    const streets = await streetsOf(file);
    if (streets === undefined) return;
    const statistics = networkStatistics(streets.network);
    expect(Math.abs(statistics.kilometres / kilometres - 1)).toBeLessThan(0.015);
    expect(Math.abs(statistics.largestShareByNodes - share)).toBeLessThan(0.015);
  });
});

describe.each([
  ['Beijing', known.Beijing.file, 500],
  ['Andorra', known.Andorra.file, 500],
  ['Liechtenstein', known.Liechtenstein.file, 500],
  ['Gothenburg', gothenburg, 100],
])('%s', (_, file, pairs) => {
  test('shortest paths are those of the uncontracted streets, within 0.5 m or 0.1 %', async () => {
    const streets = await streetsOf(file);
    if (streets === undefined) return;
    const { lines, network } = streets;
    const plain = plainGraph(lines);
    const pointOf = pointsOfVertices(lines, network);
    const random = lcg(20241123);
    const pairsPerOrigin = 10;
    let reached = 0;
    for (let done = 0; done < pairs; done += pairsPerOrigin) {
      const from = random(network.vertexCount);
      const ours = dijkstra(network.vertexCount, from, (v, visit) => {
        for (let a = network.arcStart[v]; a < network.arcStart[v + 1]; a++) {
          visit(network.arcs[2 * a], network.arcs[2 * a + 1] / 100);
        }
      });
      const theirs = dijkstra(plain.length, pointOf[from], (p, visit) => {
        for (const [to, metres] of plain[p]) visit(to, metres);
      });
      for (let k = 0; k < pairsPerOrigin; k++) {
        const to = random(network.vertexCount);
        const [a, b] = [ours[to], theirs[pointOf[to]]];
        if (a === Infinity || b === Infinity) expect(a).toBe(b);
        else {
          reached++;
          expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.max(0.5, 0.001 * b));
        }
      }
    }
    expect(reached).toBeGreaterThan(pairs / 2);
  });

  test('comes back from its file as it was', async () => {
    const streets = await streetsOf(file);
    if (streets === undefined) return;
    const { network } = streets;
    const saved = decodeNetwork(encodeNetwork(network), 'streets.network');
    if (!saved.ok) throw new Error(saved.problem.code);
    for (const [name, value] of Object.entries(network)) {
      const back = saved.value[name as keyof Network];
      // Number by number, since comparing a million with toEqual takes seconds.
      if (typeof value !== 'object') expect(back).toBe(value);
      else expect(Buffer.compare(bytesOf(back as ArrayBufferView), bytesOf(value))).toBe(0);
    }
  });
});

test('a PBF cut at random places is a problem, quickly', async () => {
  const { file } = known['São Paulo'];
  if (!existsSync(file)) return console.warn('SKIPPED: no São Paulo extract');
  const whole = new Uint8Array(readFileSync(file));
  const random = lcg(5);
  for (let i = 0; i < 40; i++) {
    const cut = await readStreets(whole.subarray(0, 1 + random(whole.length - 1)), 'cut.osm.pbf');
    expect(cut.ok ? 'ok' : cut.problem.code).toMatch(/^streets_/);
  }
  for (let i = 0; i < 12; i++) {
    const broken = whole.slice();
    broken[random(whole.length)] ^= 1 + random(255);
    const read = await readStreets(broken, 'broken.osm.pbf');
    expect(read.ok ? 'ok' : read.problem.code).toMatch(/^(ok|streets_)/);
  }
});

const bytesOf = (array: ArrayBufferView) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** Every piece of every line, with Karney's length. */
function plainGraph(lines: StreetLines): [to: number, metres: number][][] {
  const { pointLon, pointLat, lineStart, linePoints, lineDirections } = lines;
  const graph: [number, number][][] = Array.from({ length: pointLon.length }, () => []);
  for (let l = 0; l + 1 < lineStart.length; l++) {
    for (let i = lineStart[l] + 1; i < lineStart[l + 1]; i++) {
      const [a, b] = [linePoints[i - 1], linePoints[i]];
      const metres = geodesic.Geodesic.WGS84.Inverse(
        pointLat[a],
        pointLon[a],
        pointLat[b],
        pointLon[b],
      ).s12!;
      if (lineDirections[l] & Direction.forward) graph[a].push([b, metres]);
      if (lineDirections[l] & Direction.backward) graph[b].push([a, metres]);
    }
  }
  return graph;
}

/** The point of the lines at each vertex's place (where several lie there, one that streets use most). */
function pointsOfVertices(lines: StreetLines, network: Network): number[] {
  const key = (lon: number, lat: number) => `${Math.round(lon * 1e7)},${Math.round(lat * 1e7)}`;
  const uses = new Uint32Array(lines.pointLon.length);
  for (const point of lines.linePoints) uses[point]++;
  const byPlace = new Map<string, number>();
  for (let p = 0; p < uses.length; p++) {
    const place = key(lines.pointLon[p], lines.pointLat[p]);
    const before = byPlace.get(place);
    if (before === undefined || uses[p] > uses[before]) byPlace.set(place, p);
  }
  return Array.from(network.vertexLon, (lon, v) => byPlace.get(key(lon, network.vertexLat[v]))!);
}

type Neighbours = (node: number, visit: (to: number, metres: number) => void) => void;

/** Plain Dijkstra with a binary heap, float64. */
function dijkstra(count: number, from: number, neighbours: Neighbours): Float64Array {
  const distance = new Float64Array(count).fill(Infinity);
  const heap: [metres: number, node: number][] = [[0, from]];
  distance[from] = 0;
  while (heap.length > 0) {
    const [metres, node] = heap[0];
    const last = heap.pop()!;
    if (heap.length > 0) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0]) child++;
        if (child >= heap.length || heap[child][0] >= last[0]) break;
        heap[i] = heap[child];
        i = child;
      }
      heap[i] = last;
    }
    if (metres > distance[node]) continue;
    neighbours(node, (to, length) => {
      const through = metres + length;
      if (through >= distance[to]) return;
      distance[to] = through;
      let i = heap.length;
      heap.push([through, to]);
      while (i > 0 && heap[(i - 1) >> 1][0] > through) {
        heap[i] = heap[(i - 1) >> 1];
        i = (i - 1) >> 1;
      }
      heap[i] = [through, to];
    });
  }
  return distance;
}

/** Numbers 0 … below − 1 from a seed. */
function lcg(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
