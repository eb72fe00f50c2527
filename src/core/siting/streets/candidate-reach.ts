/**
 * Who is reached from each candidate: one bounded search for each (two where there and back differ),
 * walked towards the candidate as to a facility, then only the places on the streets it touched are
 * asked. Nothing of the size of candidates × households is ever held.
 */
import type { Network } from '../../network/graph';
import {
  addSeeds,
  alongEdgeCm,
  emptySeeds,
  Search,
  searchGraph,
  UNREACHED,
  type ConditionedStreets,
  type EdgePoints,
  type Judgement,
  type Places,
  type WalkCosts,
} from '../../reach';

/** Streets on which a walk is judged by both of its ways to the same door. */
export interface JudgedStreets extends ConditionedStreets {
  readonly judgement: Judgement;
  /** The households as walked to, placed with the heading 'to'. */
  readonly placesHome: Places;
}

/** One direction of a walk: its search from the candidate, and what it costs from door to street. */
interface Way {
  readonly search: Search;
  readonly places: Places;
  readonly seedHeading: 'to' | 'from';
}

type Touching = Pick<Network, 'arcStart' | 'arcEdge'>;

export class CandidateReach {
  readonly #network: Network;
  readonly #candidates: EdgePoints;
  readonly #limitCm: number;
  /** How long either way of a walk within the limit may be. */
  readonly #longestCm: number;
  readonly #costs: WalkCosts | undefined;
  readonly #there: Way;
  readonly #home: Way | null;
  readonly #isWorse: boolean;
  /** Which edges are at a vertex, by arcs of every street: a door at a corner may be on a closed one. */
  readonly #touching: readonly Touching[];
  readonly #seeds = emptySeeds(2);
  readonly #seenEdge: Int32Array;
  #round = 0;
  #points = new Uint32Array(1024);
  #walks = new Int32Array(1024);
  #count = 0;

  /**
   * @param network every street, whether or not the judged ones are all passable
   * @param places households, placed with the heading 'from'; on the judged streets where given
   */
  constructor(
    network: Network,
    places: Places,
    candidates: EdgePoints,
    limitCm: number,
    judged: JudgedStreets | null = null,
  ) {
    this.#network = judged?.network ?? network;
    this.#candidates = candidates;
    this.#limitCm = limitCm;
    this.#isWorse = judged?.judgement !== 'round_trip';
    // One of the two ways may be longer than their mean, but never than both together.
    this.#longestCm = Math.min(UNREACHED - 1, this.#isWorse ? limitCm : 2 * limitCm);
    this.#costs = judged?.costs;
    this.#there = { search: this.#searchOf('to'), places, seedHeading: 'to' };
    this.#home = judged && {
      search: this.#searchOf('from'),
      places: judged.placesHome,
      seedHeading: 'from',
    };
    // One-way streets that only lead in have no arc out of a reached vertex.
    this.#touching = network.hasOneWay ? [network, searchGraph(network, 'to')] : [network];
    this.#seenEdge = new Int32Array(network.edgeCount);
  }

  /**
   * Points (by their index) within the limit of a candidate, and their walks in centimetres with
   * both door legs. The arrays are overwritten by the next call.
   */
  find(candidate: number): { points: Uint32Array; walkCm: Int32Array } {
    const edge = this.#candidates.edge[candidate];
    this.#count = 0;
    if (edge >= 0) {
      this.#round++;
      this.#drain(this.#there, candidate);
      if (this.#home) this.#drain(this.#home, candidate);
      for (const arcs of this.#touching) this.#readTouched(arcs, candidate);
      this.#readEdge(edge, candidate);
      this.#there.search.clearTouched();
      this.#home?.search.clearTouched();
    }
    return {
      points: this.#points.subarray(0, this.#count),
      walkCm: this.#walks.subarray(0, this.#count),
    };
  }

  #searchOf(heading: 'to' | 'from'): Search {
    return new Search(searchGraph(this.#network, heading, this.#costs));
  }

  #drain({ search, seedHeading }: Way, candidate: number): void {
    this.#seeds.count = 0;
    addSeeds(this.#network, this.#candidates, candidate, seedHeading, this.#seeds, this.#costs);
    search.drain(this.#seeds, 0, this.#seeds.count, this.#longestCm);
  }

  /** Reads every edge at a vertex from which the candidate is within reach. */
  #readTouched({ arcStart, arcEdge }: Touching, candidate: number): void {
    const { entries, entryCount, label } = this.#there.search;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      if (label[2 * vertex] > this.#longestCm) continue;
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        this.#readEdge(arcEdge[a], candidate);
      }
    }
  }

  /** Adds the places of one edge that are within the limit, once in a round. */
  #readEdge(edge: number, candidate: number): void {
    if (this.#seenEdge[edge] === this.#round) return;
    this.#seenEdge[edge] = this.#round;
    const { edgeRows, order } = this.#there.places;
    const isOwn = edge === this.#candidates.edge[candidate];
    for (let row = edgeRows[edge]; row < edgeRows[edge + 1]; row++) {
      let walk = this.#walk(this.#there, row, isOwn, candidate);
      if (this.#home && walk <= this.#longestCm) {
        const home = this.#walk(this.#home, row, isOwn, candidate);
        walk = this.#isWorse ? Math.max(walk, home) : Math.ceil((walk + home) / 2);
      }
      if (walk > this.#limitCm) continue;
      if (this.#count === this.#points.length) this.#grow();
      this.#points[this.#count] = order[row];
      this.#walks[this.#count++] = walk;
    }
  }

  #walk({ search, places }: Way, row: number, isOwn: boolean, candidate: number): number {
    const { label } = search;
    const walk = Math.min(
      label[2 * places.rowStart[row]] + places.rowStartCm[row],
      label[2 * places.rowEnd[row]] + places.rowEndCm[row],
    );
    if (!isOwn) return walk;
    return Math.min(walk, alongEdgeCm(this.#network, places, row, this.#candidates, candidate));
  }

  #grow(): void {
    const points = new Uint32Array(2 * this.#count);
    const walks = new Int32Array(2 * this.#count);
    points.set(this.#points);
    walks.set(this.#walks);
    this.#points = points;
    this.#walks = walks;
  }
}
