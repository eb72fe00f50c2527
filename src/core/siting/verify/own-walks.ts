/**
 * The verifier's own walks: Dijkstra with a heap on lists made from the edges, one place at a time,
 * with none of the search's or reach's code. Slow and plain on purpose.
 */
import { Direction, type Network } from '../../network/graph';
import type { EdgePoints } from '../../reach';

interface Way {
  readonly from: number;
  readonly lengthCm: number;
  readonly edge: number;
}

export class OwnWalks {
  readonly #network: Network;
  readonly #households: EdgePoints;
  /** Ways that lead into each vertex. */
  readonly #into: Way[][];
  readonly #touching: number[][];
  readonly #onEdge = new Map<number, number[]>();

  constructor(network: Network, households: EdgePoints) {
    this.#network = network;
    this.#households = households;
    this.#into = Array.from({ length: network.vertexCount }, () => []);
    this.#touching = Array.from({ length: network.vertexCount }, () => []);
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
      const lengthCm = network.edgeLengthCm[edge];
      if (this.#allows(edge, Direction.forward)) this.#into[to].push({ from, lengthCm, edge });
      if (this.#allows(edge, Direction.backward)) {
        this.#into[from].push({ from: to, lengthCm, edge });
      }
      this.#touching[from].push(edge);
      this.#touching[to].push(edge);
    }
    for (let h = 0; h < households.edge.length; h++) {
      const edge = households.edge[h];
      if (edge < 0) continue;
      const others = this.#onEdge.get(edge);
      if (others) others.push(h);
      else this.#onEdge.set(edge, [h]);
    }
  }

  #allows(edge: number, direction: number): boolean {
    return (this.#network.edgeDirections[edge] & direction) !== 0;
  }

  /** Households that can walk to one of the places within limitCm, with their shortest walk. */
  walksTo(places: readonly { edge: number; alongCm: number; doorCm: number }[], limitCm: number) {
    const { edgeFrom, edgeTo, edgeLengthCm } = this.#network;
    const heap = new Heap();
    for (const { edge, alongCm, doorCm } of places) {
      if (edge < 0) continue;
      if (alongCm === 0 || this.#allows(edge, Direction.forward)) {
        heap.push(alongCm + doorCm, edgeFrom[edge]);
      }
      const rest = edgeLengthCm[edge] - alongCm;
      if (rest === 0 || this.#allows(edge, Direction.backward)) {
        heap.push(rest + doorCm, edgeTo[edge]);
      }
    }
    const settled = new Map<number, number>();
    const edges = new Set<number>();
    for (const { edge } of places) if (edge >= 0) edges.add(edge);
    for (let top = heap.pop(); top !== null && top.cost <= limitCm; top = heap.pop()) {
      if (settled.has(top.vertex)) continue;
      settled.set(top.vertex, top.cost);
      for (const edge of this.#touching[top.vertex]) edges.add(edge);
      for (const { from, lengthCm } of this.#into[top.vertex]) {
        if (!settled.has(from)) heap.push(top.cost + lengthCm, from);
      }
    }
    const walks = new Map<number, number>();
    const offer = (household: number, walk: number): void => {
      if (walk <= limitCm && walk < (walks.get(household) ?? Infinity)) walks.set(household, walk);
    };
    for (const edge of edges) {
      const toStart = settled.get(edgeFrom[edge]) ?? Infinity;
      const toEnd = settled.get(edgeTo[edge]) ?? Infinity;
      for (const h of this.#onEdge.get(edge) ?? []) {
        const { alongCm, doorCm } = this.#households;
        const rest = edgeLengthCm[edge] - alongCm[h];
        if (alongCm[h] === 0 || this.#allows(edge, Direction.backward)) {
          offer(h, doorCm[h] + alongCm[h] + toStart);
        }
        if (rest === 0 || this.#allows(edge, Direction.forward)) {
          offer(h, doorCm[h] + rest + toEnd);
        }
        for (const place of places) {
          if (place.edge !== edge) continue;
          const gap = place.alongCm - alongCm[h];
          const way = gap > 0 ? Direction.forward : Direction.backward;
          if (gap === 0 || this.#allows(edge, way)) {
            offer(h, doorCm[h] + Math.abs(gap) + place.doorCm);
          }
        }
      }
    }
    return walks;
  }
}

/** A plain binary heap of costs and vertices. */
class Heap {
  readonly #items: { cost: number; vertex: number }[] = [];

  push(cost: number, vertex: number): void {
    const items = this.#items;
    let at = items.push({ cost, vertex }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (items[above].cost <= items[at].cost) break;
      [items[above], items[at]] = [items[at], items[above]];
      at = above;
    }
  }

  pop(): { cost: number; vertex: number } | null {
    const items = this.#items;
    if (items.length === 0) return null;
    const top = items[0];
    const last = items.pop()!;
    if (items.length === 0) return top;
    items[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= items.length) break;
      const right = left + 1;
      const less = right < items.length && items[right].cost < items[left].cost ? right : left;
      if (items[at].cost <= items[less].cost) break;
      [items[at], items[less]] = [items[less], items[at]];
      at = less;
    }
    return top;
  }
}
