/**
 * One facility's walks there and home again: both are searched from it, and every household on a
 * street they touch is judged by the slower of the two, or by their mean.
 */
import type { Network } from '../../network/graph';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';
import { addSeeds, emptySeeds } from '../search/seeds';
import { UNREACHED, type EdgePoints } from '../streets/points';
import type { WalkCosts } from '../streets/walk-costs';
import { alongEdgeCm, placeHouseholds, type Places } from './households';

/** `worse`: the slower way; `round_trip`: half of there and back, rounded up to a centimetre. */
export type Judgement = 'worse' | 'round_trip';

/** Two ways as one number, in the order of the judged walks: the slower, or both together. */
export function ofBothCm(thereCm: number, homeCm: number, judgement: Judgement): number {
  return judgement === 'worse' ? Math.max(thereCm, homeCm) : thereCm + homeCm;
}

/** The same for a limit: what two ways may come to. */
export function limitOfBothCm(limitCm: number, judgement: Judgement): number {
  return Math.min(UNREACHED - 1, judgement === 'worse' ? limitCm : 2 * limitCm);
}

/** The judged walk of a number of that order. */
export function judgedCm(ofBoth: number, judgement: Judgement): number {
  return judgement === 'worse' ? ofBoth : Math.ceil(ofBoth / 2);
}

export class BothWays {
  readonly network: Network;
  readonly there: Search;
  readonly home: Search;
  readonly placesThere: Places;
  readonly placesHome: Places;
  /** Streets with households that the last search touched. */
  edges = new Int32Array(256);
  edgeCount = 0;
  /** Costs at both ends of a street, as `readEnds` left them: [start, end] there, then home. */
  readonly ends = new Int32Array(4);
  readonly #costs: WalkCosts;
  /** For each row [start, end] there, then [start, end] home: cost between door and edge's ends. */
  readonly #rowCosts: Int32Array;
  /** Edges with households that meet at vertex v: meets[meetsStart[v]] … meets[meetsStart[v + 1] - 1]. */
  readonly #meetsStart: Uint32Array;
  readonly #meets: Uint32Array;
  /** Search in which each edge was last met. */
  readonly #seen: Int32Array;
  #round = 0;
  readonly #seeds = emptySeeds(2);

  constructor(network: Network, costs: WalkCosts, households: EdgePoints) {
    this.network = network;
    this.#costs = costs;
    this.there = new Search(searchGraph(network, 'to', costs));
    this.home = new Search(searchGraph(network, 'from', costs));
    this.placesThere = placeHouseholds(network, households, 'from', costs);
    this.placesHome = placeHouseholds(network, households, 'to', costs);
    const rowCount = this.placesThere.order.length;
    this.#rowCosts = new Int32Array(4 * rowCount);
    for (let row = 0; row < rowCount; row++) {
      this.#rowCosts[4 * row] = this.placesThere.rowStartCm[row];
      this.#rowCosts[4 * row + 1] = this.placesThere.rowEndCm[row];
      this.#rowCosts[4 * row + 2] = this.placesHome.rowStartCm[row];
      this.#rowCosts[4 * row + 3] = this.placesHome.rowEndCm[row];
    }
    [this.#meetsStart, this.#meets] = meetingEdges(network, this.placesThere.edgeRows);
    this.#seen = new Int32Array(network.edgeCount);
  }

  /** Searches both ways up to longestCm; `clear` before the next facility. */
  search(facilities: EdgePoints, facility: number, longestCm: number): void {
    this.#drain(this.there, 'to', facilities, facility, longestCm);
    this.#drain(this.home, 'from', facilities, facility, longestCm);
    this.#round++;
    this.edgeCount = 0;
    const edge = facilities.edge[facility];
    const { edgeRows } = this.placesThere;
    if (edge >= 0 && edgeRows[edge] < edgeRows[edge + 1]) this.#meet(edge);
    const { entries, entryCount, label } = this.there;
    const meetsStart = this.#meetsStart;
    const meets = this.#meets;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      // An entry that was overtaken by a shorter way stands again further on.
      if (label[2 * vertex] !== entries[3 * e + 1]) continue;
      for (let m = meetsStart[vertex]; m < meetsStart[vertex + 1]; m++) this.#meet(meets[m]);
    }
  }

  clear(): void {
    this.there.clearTouched();
    this.home.clearTouched();
  }

  /** Puts a facility's costs at an edge's ends into `ends`; UNREACHED where it does not reach. */
  readEnds(edge: number, facility: number): void {
    const start = 2 * this.network.edgeFrom[edge];
    const finish = 2 * this.network.edgeTo[edge];
    const there = this.there.label;
    const home = this.home.label;
    const { ends } = this;
    ends[0] = there[start + 1] === facility ? there[start] : UNREACHED;
    ends[1] = there[finish + 1] === facility ? there[finish] : UNREACHED;
    ends[2] = home[start + 1] === facility ? home[start] : UNREACHED;
    ends[3] = home[finish + 1] === facility ? home[finish] : UNREACHED;
  }

  /**
   * Both ways of the rows of an edge, from its ends: lowers bestCm where a facility is nearer, or as
   * near and of the lower index. `at` is where `ends` begins.
   */
  offer(
    edge: number,
    facilities: EdgePoints,
    facility: number,
    judgement: Judgement,
    limitOfBoth: number,
    bestCm: Int32Array,
    best: Int32Array,
    ends: Int32Array = this.ends,
    at = 0,
  ): boolean {
    const { edgeRows } = this.placesThere;
    const startThere = ends[at];
    const endThere = ends[at + 1];
    const startHome = ends[at + 2];
    const endHome = ends[at + 3];
    const rowCosts = this.#rowCosts;
    const isWorse = judgement === 'worse';
    const isOwn = facilities.edge[facility] === edge;
    const last = edgeRows[edge + 1];
    let isTaken = false;
    for (let row = edgeRows[edge]; row < last; row++) {
      let thereCm = Math.min(startThere + rowCosts[4 * row], endThere + rowCosts[4 * row + 1]);
      let homeCm = Math.min(startHome + rowCosts[4 * row + 2], endHome + rowCosts[4 * row + 3]);
      if (isOwn) {
        // On its own edge one may walk straight along, one way or both.
        const { network, placesThere, placesHome } = this;
        thereCm = Math.min(thereCm, alongEdgeCm(network, placesThere, row, facilities, facility));
        homeCm = Math.min(homeCm, alongEdgeCm(network, placesHome, row, facilities, facility));
      }
      const costCm = isWorse ? Math.max(thereCm, homeCm) : thereCm + homeCm;
      if (costCm > limitOfBoth || costCm > bestCm[row]) continue;
      if (costCm === bestCm[row] && best[row] <= facility) continue;
      bestCm[row] = costCm;
      best[row] = facility;
      isTaken = true;
    }
    return isTaken;
  }

  #drain(
    search: Search,
    heading: 'to' | 'from',
    facilities: EdgePoints,
    facility: number,
    longestCm: number,
  ): void {
    const seeds = this.#seeds;
    seeds.count = 0;
    addSeeds(this.network, facilities, facility, heading, seeds, this.#costs);
    search.drain(seeds, 0, seeds.count, longestCm);
  }

  #meet(edge: number): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    if (this.edgeCount === this.edges.length) {
      const grown = new Int32Array(2 * this.edges.length);
      grown.set(this.edges);
      this.edges = grown;
    }
    this.edges[this.edgeCount++] = edge;
  }
}

/** Closed streets and those of one direction too: who lives at their end stands at the crossing. */
function meetingEdges(
  { vertexCount, edgeCount, edgeFrom, edgeTo }: Network,
  edgeRows: Uint32Array,
): [Uint32Array, Uint32Array] {
  const start = new Uint32Array(vertexCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    if (edgeRows[e] === edgeRows[e + 1]) continue;
    start[edgeFrom[e] + 1]++;
    start[edgeTo[e] + 1]++;
  }
  for (let v = 0; v < vertexCount; v++) start[v + 1] += start[v];
  const fill = start.slice(0, vertexCount);
  const edges = new Uint32Array(start[vertexCount]);
  for (let e = 0; e < edgeCount; e++) {
    if (edgeRows[e] === edgeRows[e + 1]) continue;
    edges[fill[edgeFrom[e]]++] = e;
    edges[fill[edgeTo[e]]++] = e;
  }
  return [start, edges];
}
