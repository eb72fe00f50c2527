/**
 * Walks there and home again where the two differ: for each facility both ways are searched, each
 * household takes the slower of them (or their mean), and the least over facilities counts. The
 * two ways always belong to the same facility.
 */
import type { Network } from '../../network/graph';
import { alongEdgeCm, placeHouseholds, type PlaceCosts, type Places } from './households';
import { UNREACHED, type EdgePoints } from '../streets/points';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';
import { addSeeds, emptySeeds, hilbertOrder } from '../search/seeds';
import type { WalkCosts } from '../streets/walk-costs';

/** `worse`: the slower way; `round_trip`: half of there and back, rounded up to a centimetre. */
export type Judgement = 'worse' | 'round_trip';

export class JudgedSearch {
  readonly #network: Network;
  readonly #costs: WalkCosts;
  readonly #there: Search;
  readonly #home: Search;
  readonly #placesThere: Places;
  readonly #placesHome: Places;
  /** For each row [start, end] there, then [start, end] home: cost between door and edge's ends. */
  readonly #rowCosts: Int32Array;
  /** Facility for which each edge was last looked at, by its running number. */
  readonly #seen: Int32Array;
  #round = 0;
  /** Best of each row so far. */
  readonly #rowBestCm: Int32Array;
  readonly #rowBest: Int32Array;

  constructor(network: Network, costs: WalkCosts, households: EdgePoints) {
    this.#network = network;
    this.#costs = costs;
    this.#there = new Search(searchGraph(network, 'to', costs));
    this.#home = new Search(searchGraph(network, 'from', costs));
    this.#placesThere = placeHouseholds(network, households, 'from', costs);
    this.#placesHome = placeHouseholds(network, households, 'to', costs);
    const rowCount = this.#placesThere.order.length;
    this.#rowCosts = new Int32Array(4 * rowCount);
    for (let row = 0; row < rowCount; row++) {
      this.#rowCosts[4 * row] = this.#placesThere.rowStartCm[row];
      this.#rowCosts[4 * row + 1] = this.#placesThere.rowEndCm[row];
      this.#rowCosts[4 * row + 2] = this.#placesHome.rowStartCm[row];
      this.#rowCosts[4 * row + 3] = this.#placesHome.rowEndCm[row];
    }
    this.#seen = new Int32Array(network.edgeCount);
    this.#rowBestCm = new Int32Array(rowCount);
    this.#rowBest = new Int32Array(rowCount);
  }

  /**
   * Judged walk of every household to the facility where it is least, up to limitCm inclusive; of
   * equals the facility of the lower index; -1 where there is none.
   */
  run(facilities: EdgePoints, limitCm: number, judgement: Judgement): PlaceCosts {
    this.#rowBestCm.fill(UNREACHED);
    this.#rowBest.fill(-1);
    // One of the two ways may be longer than their mean, but never than both together.
    const isWorse = judgement === 'worse';
    const longestCm = Math.min(UNREACHED - 1, isWorse ? limitCm : 2 * limitCm);
    const seeds = emptySeeds(2);
    for (const f of hilbertOrder(this.#network, facilities)) {
      seeds.count = 0;
      addSeeds(this.#network, facilities, f, 'to', seeds, this.#costs);
      this.#there.drain(seeds, 0, seeds.count, longestCm);
      seeds.count = 0;
      addSeeds(this.#network, facilities, f, 'from', seeds, this.#costs);
      this.#home.drain(seeds, 0, seeds.count, longestCm);
      this.#judgeAlong(facilities, f, limitCm, isWorse);
      this.#judgeTouched(f, limitCm, isWorse);
      this.#there.clearTouched();
      this.#home.clearTouched();
    }
    return this.#inGivenOrder();
  }

  /** Offers a facility to all households on the streets its search touched. */
  #judgeTouched(facility: number, limitCm: number, isWorse: boolean): void {
    this.#round++;
    const { entries, entryCount, label } = this.#there;
    const { arcStart, arcEdge } = this.#there.graph;
    const { hasOneWay, arcStart: ownStart, arcEdge: ownEdge } = this.#network;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      // An entry that was overtaken by a shorter way stands again further on.
      if (label[2 * vertex] !== entries[3 * e + 1]) continue;
      const end = arcStart[vertex + 1];
      for (let a = arcStart[vertex]; a < end; a++) {
        this.#judgeEdge(arcEdge[a], facility, limitCm, isWorse);
      }
      if (!hasOneWay) continue;
      for (let a = ownStart[vertex]; a < ownStart[vertex + 1]; a++) {
        this.#judgeEdge(ownEdge[a], facility, limitCm, isWorse);
      }
    }
  }

  #judgeEdge(edge: number, facility: number, limitCm: number, isWorse: boolean): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    const { edgeRows } = this.#placesThere;
    const end = edgeRows[edge + 1];
    let row = edgeRows[edge];
    if (row === end) return;
    const start = 2 * this.#network.edgeFrom[edge];
    const finish = 2 * this.#network.edgeTo[edge];
    const startThere = this.#there.label[start];
    const endThere = this.#there.label[finish];
    const startHome = this.#home.label[start];
    const endHome = this.#home.label[finish];
    const rowCosts = this.#rowCosts;
    const bestCm = this.#rowBestCm;
    const rowBest = this.#rowBest;
    for (; row < end; row++) {
      const thereCm = Math.min(startThere + rowCosts[4 * row], endThere + rowCosts[4 * row + 1]);
      const homeCm = Math.min(startHome + rowCosts[4 * row + 2], endHome + rowCosts[4 * row + 3]);
      const costCm = judgedCm(thereCm, homeCm, isWorse);
      if (costCm > limitCm || costCm > bestCm[row]) continue;
      if (costCm === bestCm[row] && rowBest[row] < facility) continue;
      bestCm[row] = costCm;
      rowBest[row] = facility;
    }
  }

  /** Households on the facility's own edge may walk straight along it, one way or both. */
  #judgeAlong(facilities: EdgePoints, facility: number, limitCm: number, isWorse: boolean): void {
    const edge = facilities.edge[facility];
    const { edgeFrom, edgeTo } = this.#network;
    const start = 2 * edgeFrom[edge];
    const finish = 2 * edgeTo[edge];
    const best = (places: Places, label: Int32Array, row: number) =>
      Math.min(
        alongEdgeCm(this.#network, places, row, facilities, facility),
        label[start] + places.rowStartCm[row],
        label[finish] + places.rowEndCm[row],
      );
    const { edgeRows } = this.#placesThere;
    for (let row = edgeRows[edge]; row < edgeRows[edge + 1]; row++) {
      const thereCm = best(this.#placesThere, this.#there.label, row);
      const homeCm = best(this.#placesHome, this.#home.label, row);
      const costCm = judgedCm(thereCm, homeCm, isWorse);
      if (costCm > limitCm || costCm > this.#rowBestCm[row]) continue;
      if (costCm === this.#rowBestCm[row] && this.#rowBest[row] < facility) continue;
      this.#rowBestCm[row] = costCm;
      this.#rowBest[row] = facility;
    }
  }

  #inGivenOrder(): PlaceCosts {
    const { pointCount, order } = this.#placesThere;
    const costCm = new Int32Array(pointCount).fill(-1);
    const facility = new Int32Array(pointCount).fill(-1);
    for (let row = 0; row < order.length; row++) {
      if (this.#rowBest[row] < 0) continue;
      costCm[order[row]] = this.#rowBestCm[row];
      facility[order[row]] = this.#rowBest[row];
    }
    return { costCm, facility };
  }
}

/** A way nobody can walk makes the walk one, and is never halved with the other. */
function judgedCm(thereCm: number, homeCm: number, isWorse: boolean): number {
  const worseCm = Math.max(thereCm, homeCm);
  return isWorse || worseCm >= UNREACHED ? worseCm : Math.ceil((thereCm + homeCm) / 2);
}
