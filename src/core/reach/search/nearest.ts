/**
 * The nearest facility of every vertex: many sources at once, walked towards the facility. Within
 * a limit the sources go in small batches in Hilbert order, so that one batch's labels and buckets
 * stay in the cache and later ones stop where earlier ones were nearer; without a limit one search
 * floods from all of them together.
 */
import type { Network } from '../../network/graph';
import { UNREACHED, type EdgePoints } from '../streets/points';
import { seedsOf, type Seeds } from './seeds';
import { Search } from './search';
import { searchGraph } from './search-graph';
import { levelCosts, type WalkCosts } from '../streets/walk-costs';

/** No limit: every facility reaches as far as streets go. */
export const UNLIMITED_CM = UNREACHED - 1;

/** Sources per batch within a limit (two seeds each). */
const seedsPerBatch = 4;

export class NearestSearch {
  readonly network: Network;
  readonly search: Search;
  /** Up to where the labels of the last run reach, centimetres inclusive. */
  limitCm = UNLIMITED_CM;

  readonly costs: WalkCosts;

  constructor(network: Network, costs: WalkCosts = levelCosts(network)) {
    this.network = network;
    this.costs = costs;
    this.search = new Search(searchGraph(network, 'to', costs));
  }

  /**
   * Finds for every vertex the walk to its nearest facility, door leg of the facility included,
   * up to limitCm inclusive; equal walks go to the facility of the lower index. Facilities with an
   * edge below 0 take no part.
   */
  run(facilities: EdgePoints, limitCm: number = UNLIMITED_CM): void {
    this.limitCm = limitCm;
    this.runSeeds(seedsOf(this.network, facilities, 'to', this.costs), limitCm);
  }

  /** The search alone, for seeds made beforehand in Hilbert order. */
  runSeeds(seeds: Seeds, limitCm: number): void {
    const { search } = this;
    search.clear();
    const step = limitCm === UNLIMITED_CM ? seeds.count : seedsPerBatch;
    search.drainInBatches(seeds, step, limitCm);
  }

  /** Walk from a vertex to its nearest facility in centimetres, or undefined where there is none. */
  costCm(vertex: number): number | undefined {
    const costCm = this.search.label[2 * vertex];
    return costCm === UNREACHED ? undefined : costCm;
  }

  /** Index of that facility, or undefined. */
  facility(vertex: number): number | undefined {
    const owner = this.search.label[2 * vertex + 1];
    return owner < 0 ? undefined : owner;
  }
}
