/**
 * Walks there and home again where the two differ: for each facility both ways are searched, each
 * household takes the slower of them (or their mean), and the least over facilities counts. The
 * two ways always belong to the same facility.
 */
import type { Network } from '../network/graph';
import { alongEdgeCm, placeHouseholds, type PlaceCosts, type Places } from './households';
import { UNREACHED, type EdgePoints } from './points';
import { Search } from './search';
import { searchGraph } from './search-graph';
import { addSeeds, emptySeeds } from './seeds';
import type { WalkCosts } from './walk-costs';

/** `worse`: the slower way; `round_trip`: half of there and back, rounded up to a centimetre. */
export type Judgement = 'worse' | 'round_trip';

export class JudgedSearch {
  readonly #network: Network;
  readonly #costs: WalkCosts;
  readonly #there: Search;
  readonly #home: Search;
  readonly #placesThere: Places;
  readonly #placesHome: Places;
  /** Facility for which each edge was last looked at, by its running number. */
  readonly #seen: Int32Array;
  #round = 0;

  constructor(network: Network, costs: WalkCosts, households: EdgePoints) {
    this.#network = network;
    this.#costs = costs;
    this.#there = new Search(searchGraph(network, 'to', costs));
    this.#home = new Search(searchGraph(network, 'from', costs));
    this.#placesThere = placeHouseholds(network, households, 'from', costs);
    this.#placesHome = placeHouseholds(network, households, 'to', costs);
    this.#seen = new Int32Array(network.edgeCount);
  }

  /**
   * Judged walk of every household to the facility where it is least, up to limitCm inclusive; of
   * equals the facility of the lower index; -1 where there is none.
   */
  run(facilities: EdgePoints, limitCm: number, judgement: Judgement): PlaceCosts {
    const count = this.#placesThere.pointCount;
    const costs = {
      costCm: new Int32Array(count).fill(UNREACHED),
      facility: new Int32Array(count).fill(-1),
    };
    // One of the two ways may be longer than their mean, but never than both together.
    const longestCm = Math.min(UNREACHED - 1, judgement === 'worse' ? limitCm : 2 * limitCm);
    const seeds = emptySeeds(2);
    for (let f = 0; f < facilities.edge.length; f++) {
      if (facilities.edge[f] < 0) continue;
      for (const [search, heading] of [
        [this.#there, 'to'],
        [this.#home, 'from'],
      ] as const) {
        seeds.count = 0;
        addSeeds(this.#network, facilities, f, heading, seeds, this.#costs);
        search.drain(seeds, 0, seeds.count, longestCm);
      }
      this.#judge(facilities, f, limitCm, judgement === 'worse', costs);
      this.#there.clearTouched();
      this.#home.clearTouched();
    }
    for (let i = 0; i < count; i++) if (costs.costCm[i] === UNREACHED) costs.costCm[i] = -1;
    return costs;
  }

  /** Offers one facility to all households on the streets its search touched. */
  #judge(
    facilities: EdgePoints,
    facility: number,
    limitCm: number,
    isWorse: boolean,
    costs: PlaceCosts,
  ): void {
    this.#round++;
    const { entries, entryCount } = this.#there;
    const { arcStart, arcEdge } = this.#network;
    const ownEdge = facilities.edge[facility];
    this.#judgeEdge(ownEdge, facilities, facility, limitCm, isWorse, costs);
    const { arcStart: backStart, arcEdge: backEdge } = this.#there.graph;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      for (let a = backStart[vertex]; a < backStart[vertex + 1]; a++) {
        this.#judgeEdge(backEdge[a], facilities, facility, limitCm, isWorse, costs);
      }
      if (!this.#network.hasOneWay) continue;
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        this.#judgeEdge(arcEdge[a], facilities, facility, limitCm, isWorse, costs);
      }
    }
  }

  #judgeEdge(
    edge: number,
    facilities: EdgePoints,
    facility: number,
    limitCm: number,
    isWorse: boolean,
    costs: PlaceCosts,
  ): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    const there = this.#placesThere;
    const home = this.#placesHome;
    const labelThere = this.#there.label;
    const labelHome = this.#home.label;
    const end = there.edgeRows[edge + 1];
    const isOwn = facilities.edge[facility] === edge;
    for (let row = there.edgeRows[edge]; row < end; row++) {
      const start = 2 * there.rowStart[row];
      const finish = 2 * there.rowEnd[row];
      let thereCm = Math.min(
        labelThere[start] + there.rowStartCm[row],
        labelThere[finish] + there.rowEndCm[row],
      );
      let homeCm = Math.min(
        labelHome[start] + home.rowStartCm[row],
        labelHome[finish] + home.rowEndCm[row],
      );
      if (isOwn) {
        thereCm = Math.min(thereCm, alongEdgeCm(this.#network, there, row, facilities, facility));
        homeCm = Math.min(homeCm, alongEdgeCm(this.#network, home, row, facilities, facility));
      }
      const costCm = isWorse ? Math.max(thereCm, homeCm) : Math.ceil((thereCm + homeCm) / 2);
      if (costCm > limitCm) continue;
      const i = there.order[row];
      // Facilities come in ascending order, so the first of equals stays.
      if (costCm < costs.costCm[i]) {
        costs.costCm[i] = costCm;
        costs.facility[i] = facility;
      }
    }
  }
}
