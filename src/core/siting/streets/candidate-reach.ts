/**
 * Who is reached from each candidate: one bounded search for each, walked towards the candidate as
 * to a facility, then only the places on the streets it touched are asked. Nothing of the size of
 * candidates × households is ever held.
 */
import type { Network } from '../../network/graph';
import {
  addSeeds,
  alongEdgeCm,
  emptySeeds,
  Search,
  searchGraph,
  type EdgePoints,
  type Places,
} from '../../reach';

export class CandidateReach {
  readonly #network: Network;
  readonly #places: Places;
  readonly #candidates: EdgePoints;
  readonly #limitCm: number;
  readonly #search: Search;
  readonly #seeds = emptySeeds(2);
  readonly #seenEdge: Int32Array;
  #round = 0;
  #points = new Uint32Array(1024);
  #walks = new Int32Array(1024);
  #count = 0;

  /** @param places households, placed with the heading 'from' */
  constructor(network: Network, places: Places, candidates: EdgePoints, limitCm: number) {
    this.#network = network;
    this.#places = places;
    this.#candidates = candidates;
    this.#limitCm = limitCm;
    this.#search = new Search(searchGraph(network, 'to'));
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
      this.#seeds.count = 0;
      addSeeds(this.#network, this.#candidates, candidate, 'to', this.#seeds);
      this.#search.drain(this.#seeds, 0, this.#seeds.count, this.#limitCm);
      const { entries, entryCount, label } = this.#search;
      const { arcStart, arcEdge } = this.#network;
      for (let e = 0; e < entryCount; e++) {
        const vertex = entries[3 * e];
        if (label[2 * vertex] > this.#limitCm) continue;
        for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
          this.#readEdge(arcEdge[a], label, candidate);
        }
      }
      // One-way streets that only lead in have no arc out of a reached vertex.
      if (this.#network.hasOneWay) this.#readIncoming(label, candidate);
      this.#readEdge(edge, label, candidate);
      this.#search.clearTouched();
    }
    return {
      points: this.#points.subarray(0, this.#count),
      walkCm: this.#walks.subarray(0, this.#count),
    };
  }

  #readIncoming(label: Int32Array, candidate: number): void {
    const { entries, entryCount } = this.#search;
    const { arcStart, arcEdge } = this.#search.graph;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      if (label[2 * vertex] > this.#limitCm) continue;
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        this.#readEdge(arcEdge[a], label, candidate);
      }
    }
  }

  /** Adds the places of one edge that are within the limit, once in a round. */
  #readEdge(edge: number, label: Int32Array, candidate: number): void {
    if (this.#seenEdge[edge] === this.#round) return;
    this.#seenEdge[edge] = this.#round;
    const { edgeRows, order, rowStart, rowEnd, rowStartCm, rowEndCm } = this.#places;
    const isOwn = edge === this.#candidates.edge[candidate];
    for (let row = edgeRows[edge]; row < edgeRows[edge + 1]; row++) {
      let walk = Math.min(
        label[2 * rowStart[row]] + rowStartCm[row],
        label[2 * rowEnd[row]] + rowEndCm[row],
      );
      if (isOwn) {
        const along = alongEdgeCm(this.#network, this.#places, row, this.#candidates, candidate);
        walk = Math.min(walk, along);
      }
      if (walk > this.#limitCm) continue;
      if (this.#count === this.#points.length) this.#grow();
      this.#points[this.#count] = order[row];
      this.#walks[this.#count++] = walk;
    }
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
