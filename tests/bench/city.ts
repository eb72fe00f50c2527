/** The synthetic city every row is measured on: streets, facilities, homes. */
import type { ElevationGrid } from '../../src/core/geo';
import { NearestSearch, seedsOf, type EdgePoints, type Seeds } from '../../src/core/reach';
import type { Network } from '../../src/core/network/graph';
import { pointsOnStreets, streetGrid } from './street-grid';

/** Fifteen minutes at 0.9 m/s. */
export const limitCm = 81_000;
export const facilityCount = 2000;
export const homeCount = 1_000_000;
/** Longest door leg, metres. */
export const maxSnapM = 300;

export interface City {
  readonly network: Network;
  readonly facilities: EdgePoints;
  readonly seeds: Seeds;
}

/** About side² crossings; 1026 makes a million. */
export function benchCity(side = 1026): City {
  const network = streetGrid(side);
  const facilities = pointsOnStreets(network, facilityCount, 12_345, 5000);
  return { network, facilities, seeds: seedsOf(network, facilities, 'to') };
}

/** Checksum as the reference computes it. */
export function checksum(words: Int32Array, start = 2166136261): number {
  let hash = start;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], 16777619);
  return hash >>> 0;
}

/** Milliseconds of one full run. */
export function timeRun(nearest: NearestSearch, seeds: Seeds): number {
  const begin = performance.now();
  nearest.runSeeds(seeds, limitCm);
  return performance.now() - begin;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/** Hills over the city, slopes up to about a quarter. */
export function hills(): ElevationGrid {
  const side = 1000;
  const heightM = new Float32Array(side * side);
  for (let i = 0; i < heightM.length; i++) {
    const x = i % side;
    const y = Math.floor(i / side);
    heightM[i] = 200 + 80 * Math.sin(x / 9) + 60 * Math.cos(y / 7) + 20 * Math.sin((x + y) / 3);
  }
  const step = 0.001;
  return {
    west: 116.99,
    north: 26.9,
    stepLon: step,
    stepLat: step,
    columns: side,
    rows: side,
    heightM,
  };
}
