/**
 * Walks between all pairs of origins and destinations: one search for each of whichever side is
 * fewer, exact along shared edges, door legs on both sides.
 */
import type { Network } from '../../network/graph';
import type { Progress } from '../../result';
import { costsOf, emptyCosts, placeHouseholds } from './households';
import { UNLIMITED_CM } from '../search/nearest';
import { type EdgePoints } from '../streets/points';
import { addSeeds, emptySeeds } from '../search/seeds';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';

export interface TimesMatrix {
  readonly originCount: number;
  readonly destinationCount: number;
  /** Row by row, a row per origin: centimetres with both door legs, -1 where there is no way. */
  readonly costCm: Int32Array;
}

export function timesMatrix(
  network: Network,
  origins: EdgePoints,
  destinations: EdgePoints,
  progress?: Progress,
): TimesMatrix {
  const originCount = origins.edge.length;
  const destinationCount = destinations.edge.length;
  const costCm = new Int32Array(originCount * destinationCount).fill(-1);
  const byOrigin = originCount <= destinationCount;
  const [sources, others] = byOrigin ? [origins, destinations] : [destinations, origins];
  const heading = byOrigin ? 'from' : 'to';
  const search = new Search(searchGraph(network, heading));
  const places = placeHouseholds(network, others, byOrigin ? 'to' : 'from');
  const costs = emptyCosts(places);
  const seeds = emptySeeds(2);
  const sourceCount = sources.edge.length;
  for (let s = 0; s < sourceCount; s++) {
    progress?.('times', s, sourceCount);
    if (sources.edge[s] < 0) continue;
    seeds.count = 0;
    addSeeds(network, sources, s, heading, seeds);
    search.drain(seeds, 0, seeds.count, UNLIMITED_CM);
    const source = {
      edge: [sources.edge[s]],
      alongCm: [sources.alongCm[s]],
      doorCm: [sources.doorCm[s]],
    };
    costsOf(network, places, source, search.label, UNLIMITED_CM, costs);
    search.clearTouched();
    if (byOrigin) costCm.set(costs.costCm, s * destinationCount);
    else {
      for (let o = 0; o < originCount; o++) costCm[o * destinationCount + s] = costs.costCm[o];
    }
  }
  progress?.('times', sourceCount, sourceCount);
  return { originCount, destinationCount, costCm };
}
