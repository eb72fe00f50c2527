/**
 * Time and memory in cities and populations of other sizes, for each vertex and each home: near
 * linear is near 1. Memory is what the arrays hold (typed arrays and WebAssembly), garbage collected.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NearestSearch, costsOf, placeHouseholds, type PlaceCosts } from '../../src/core/reach';
import { benchCity, median } from './city';
import { row, type Row } from './rows';
import { pointsOnStreets } from './street-grid';

/** Of one thing more. */
interface Cost {
  readonly ns: number;
  readonly bytes: number;
}

export function growth(): Row[] {
  const few = searchCost(447);
  const cities = [1026, 1450].flatMap((side) =>
    compared(`search without limit, ${(side ** 2 / 1e6).toFixed(1)}M / 0.2M vertices`, 'vertex', {
      more: searchCost(side),
      few,
    }),
  );
  const city = benchCity();
  const nearest = new NearestSearch(city.network);
  nearest.run(city.facilities);
  const walksCost = (count: number): Cost => {
    const points = pointsOnStreets(city.network, count, 31, 3000);
    const before = heldBytes();
    const places = placeHouseholds(city.network, points);
    let walks: PlaceCosts | undefined;
    const ns = nanoseconds(5, () => {
      const { label } = nearest.search;
      walks = costsOf(city.network, places, city.facilities, label, nearest.limitCm, walks);
    });
    return { ns: ns / count, bytes: (heldBytes() - before) / count };
  };
  const fewHomes = walksCost(100_000);
  const homes = [1_000_000, 10_000_000].flatMap((count) =>
    compared(`walks of ${count / 1e6}M / 0.1M homes`, 'home', {
      more: walksCost(count),
      few: fewHomes,
    }),
  );
  return [...cities, ...homes];
}

function searchCost(side: number): Cost {
  const before = heldBytes();
  const { network, facilities } = benchCity(side);
  const nearest = new NearestSearch(network);
  const ns = nanoseconds(9, () => nearest.run(facilities));
  return { ns: ns / network.vertexCount, bytes: (heldBytes() - before) / network.vertexCount };
}

function compared(name: string, thing: string, { more, few }: { more: Cost; few: Cost }): Row[] {
  return [
    row(`growth: ${name}`, more.ns, few.ns, null, `ns/${thing}`),
    row(`growth: memory, ${name}`, more.bytes, few.bytes, null, `bytes/${thing}`),
  ];
}

function nanoseconds(rounds: number, run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return median(times) * 1e6;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collect();
  collect();
  return process.memoryUsage().external;
}
