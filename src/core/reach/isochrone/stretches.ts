/**
 * The stretches of street within a limit, cut exactly where it falls: from each end of a street as
 * far as the walk still goes, and on both sides of a point on the street itself.
 */
import { Direction, type Network } from '../../network/graph';
import type { EdgePoints, Heading } from '../streets/points';
import type { Search } from '../search/search';

/** Rows of [edge, from, to): centimetres from the edge's start; none overlap. */
export interface Stretches {
  count: number;
  edge: Int32Array;
  fromCm: Int32Array;
  toCm: Int32Array;
}

export class StretchFinder {
  readonly #network: Network;
  readonly #heading: Heading;
  /** Round in which each edge was last looked at. */
  readonly #seen: Int32Array;
  #round = 0;
  readonly #found: Stretches;
  /** Points by edge for the round: edge → indices. */
  readonly #pointsOnEdge = new Map<number, number[]>();

  constructor(network: Network, heading: Heading) {
    this.#network = network;
    this.#heading = heading;
    this.#seen = new Int32Array(network.edgeCount);
    const room = 256;
    this.#found = {
      count: 0,
      edge: new Int32Array(room),
      fromCm: new Int32Array(room),
      toCm: new Int32Array(room),
    };
  }

  /**
   * Stretches within limitCm, from the labels of one drain (its touched vertices) around `points`.
   * The result is overwritten by the next call.
   */
  find(search: Search, points: EdgePoints, limitCm: number): Stretches {
    this.#round++;
    this.#found.count = 0;
    this.#pointsOnEdge.clear();
    for (let p = 0; p < points.edge.length; p++) {
      const edge = points.edge[p];
      if (edge < 0 || points.doorCm[p] > limitCm) continue;
      const others = this.#pointsOnEdge.get(edge);
      if (others) others.push(p);
      else this.#pointsOnEdge.set(edge, [p]);
    }
    const { arcStart, arcEdge } = search.graph;
    const { entries, entryCount, label } = search;
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      if (label[2 * vertex] > limitCm) continue;
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        this.#cut(arcEdge[a], label, points, limitCm);
      }
    }
    for (const edge of this.#pointsOnEdge.keys()) this.#cut(edge, label, points, limitCm);
    return this.#found;
  }

  /** Adds what is reached of one edge, once in a round. */
  #cut(edge: number, label: Int32Array, points: EdgePoints, limitCm: number): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    const { edgeFrom, edgeTo, edgeLengthCm, edgeDirections } = this.#network;
    const lengthCm = edgeLengthCm[edge];
    // Whether one may walk from a place further on towards the start, and the other way.
    const inward = this.#heading === 'to' ? Direction.backward : Direction.forward;
    const towardsStart = (edgeDirections[edge] & inward) !== 0;
    const towardsEnd = (edgeDirections[edge] & (Direction.both - inward)) !== 0;
    const afterStart = towardsStart ? limitCm - label[2 * edgeFrom[edge]] : 0;
    const beforeEnd = towardsEnd ? limitCm - label[2 * edgeTo[edge]] : 0;
    const here = this.#pointsOnEdge.get(edge);
    if (here === undefined) {
      if (Math.max(0, afterStart) + Math.max(0, beforeEnd) >= lengthCm) {
        this.#push(edge, 0, lengthCm);
        return;
      }
      if (afterStart > 0) this.#push(edge, 0, afterStart);
      if (beforeEnd > 0) this.#push(edge, lengthCm - beforeEnd, lengthCm);
      return;
    }
    const spans: [number, number][] = [];
    if (afterStart > 0) spans.push([0, Math.min(lengthCm, afterStart)]);
    if (beforeEnd > 0) spans.push([Math.max(0, lengthCm - beforeEnd), lengthCm]);
    for (const p of here) {
      const atCm = points.alongCm[p];
      const roomCm = limitCm - points.doorCm[p];
      spans.push([
        towardsEnd ? Math.max(0, atCm - roomCm) : atCm,
        towardsStart ? Math.min(lengthCm, atCm + roomCm) : atCm,
      ]);
    }
    spans.sort((a, b) => a[0] - b[0]);
    let [fromCm, toCm] = spans[0];
    for (const [nextFrom, nextTo] of spans) {
      if (nextFrom > toCm) {
        this.#push(edge, fromCm, toCm);
        fromCm = nextFrom;
        toCm = nextTo;
      } else if (nextTo > toCm) toCm = nextTo;
    }
    this.#push(edge, fromCm, toCm);
  }

  #push(edge: number, fromCm: number, toCm: number): void {
    const found = this.#found;
    if (found.count === found.edge.length) {
      for (const name of ['edge', 'fromCm', 'toCm'] as const) {
        const grown = new Int32Array(2 * found.count);
        grown.set(found[name]);
        found[name] = grown;
      }
    }
    found.edge[found.count] = edge;
    found.fromCm[found.count] = fromCm;
    found.toCm[found.count++] = toCm;
  }
}
