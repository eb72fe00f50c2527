/**
 * The verifier's own walks: Dijkstra with a heap on lists made from the edges, one place at a time,
 * with none of the search's or reach's code. Slow and plain on purpose. Where there and back differ
 * each place is walked both ways, and the walk is judged as the ground says.
 */
import { Direction, type Network } from '../../network/graph';
import type { EdgePoints, Judgement, WalkCosts } from '../../reach';
import { Heap } from './heap';

interface Arc {
  readonly vertex: number;
  readonly costCm: number;
}

export interface Door {
  readonly edge: number;
  readonly alongCm: number;
  readonly doorCm: number;
}

/** What streets cost each way, and how the two ways become one walk. */
export interface OwnCosts {
  readonly costs: WalkCosts;
  readonly judgement: Judgement;
}

/** `there`: from a household to the door; `home`: back again. */
type Way = 'there' | 'home';

export class OwnWalks {
  readonly #network: Network;
  readonly #households: EdgePoints;
  readonly #judged: OwnCosts | null;
  /** Arcs against the walk there (into each vertex), and along the walk home (out of it). */
  readonly #arcs: Record<Way, Arc[][]>;
  readonly #touching: number[][];
  readonly #onEdge = new Map<number, number[]>();

  constructor(network: Network, households: EdgePoints, judged: OwnCosts | null = null) {
    this.#network = network;
    this.#households = households;
    this.#judged = judged;
    const lists = () => Array.from({ length: network.vertexCount }, (): Arc[] => []);
    this.#arcs = { there: lists(), home: judged ? lists() : [] };
    this.#touching = Array.from({ length: network.vertexCount }, () => []);
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
      const length = network.edgeLengthCm[edge];
      this.#addArc(from, to, this.#along(edge, 0, length));
      this.#addArc(to, from, this.#along(edge, length, 0));
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

  #addArc(from: number, to: number, costCm: number): void {
    if (costCm === Infinity) return;
    this.#arcs.there[to].push({ vertex: from, costCm });
    if (this.#judged) this.#arcs.home[from].push({ vertex: to, costCm });
  }

  /** Households whose walk to one of the doors is within limitCm, with their shortest such walk. */
  walksTo(doors: readonly Door[], limitCm: number): Map<number, number> {
    if (this.#judged === null) return this.#walks(doors, limitCm, 'there');
    const best = new Map<number, number>();
    // The two ways belong to the same door, so doors are taken one by one.
    for (const door of doors) {
      for (const [h, walk] of this.#judgedWalks(door, limitCm, this.#judged.judgement)) {
        if (walk < (best.get(h) ?? Infinity)) best.set(h, walk);
      }
    }
    return best;
  }

  #judgedWalks(door: Door, limitCm: number, judgement: Judgement): Map<number, number> {
    const longest = judgement === 'worse' ? limitCm : 2 * limitCm;
    const home = this.#walks([door], longest, 'home');
    const judged = new Map<number, number>();
    for (const [h, there] of this.#walks([door], longest, 'there')) {
      const back = home.get(h);
      if (back === undefined) continue;
      const walk = judgement === 'worse' ? Math.max(there, back) : Math.ceil((there + back) / 2);
      if (walk <= limitCm) judged.set(h, walk);
    }
    return judged;
  }

  #walks(doors: readonly Door[], limitCm: number, way: Way): Map<number, number> {
    const { edgeFrom, edgeTo, edgeLengthCm } = this.#network;
    const arcs = this.#arcs[way];
    const between = (edge: number, household: number, door: number) =>
      way === 'there' ? this.#along(edge, household, door) : this.#along(edge, door, household);
    const heap = new Heap();
    const edges = new Set<number>();
    for (const { edge, alongCm, doorCm } of doors) {
      if (edge < 0) continue;
      edges.add(edge);
      heap.push(between(edge, 0, alongCm) + doorCm, edgeFrom[edge]);
      heap.push(between(edge, edgeLengthCm[edge], alongCm) + doorCm, edgeTo[edge]);
    }
    const settled = new Map<number, number>();
    for (let top = heap.pop(); top !== null && top.cost <= limitCm; top = heap.pop()) {
      if (settled.has(top.vertex)) continue;
      settled.set(top.vertex, top.cost);
      for (const edge of this.#touching[top.vertex]) edges.add(edge);
      for (const { vertex, costCm } of arcs[top.vertex]) {
        if (!settled.has(vertex)) heap.push(top.cost + costCm, vertex);
      }
    }
    const walks = new Map<number, number>();
    const offer = (household: number, walk: number): void => {
      if (walk <= limitCm && walk < (walks.get(household) ?? Infinity)) walks.set(household, walk);
    };
    const { alongCm, doorCm } = this.#households;
    for (const edge of edges) {
      const fromStart = settled.get(edgeFrom[edge]) ?? Infinity;
      const fromEnd = settled.get(edgeTo[edge]) ?? Infinity;
      const here = doors.filter((door) => door.edge === edge);
      for (const h of this.#onEdge.get(edge) ?? []) {
        offer(h, doorCm[h] + between(edge, alongCm[h], 0) + fromStart);
        offer(h, doorCm[h] + between(edge, alongCm[h], edgeLengthCm[edge]) + fromEnd);
        for (const door of here) {
          offer(h, doorCm[h] + between(edge, alongCm[h], door.alongCm) + door.doorCm);
        }
      }
    }
    return walks;
  }

  /** Cost of walking along an edge from one place to another; Infinity against its direction. */
  #along(edge: number, fromCm: number, toCm: number): number {
    if (fromCm === toCm) return 0;
    const isForward = toCm > fromCm;
    const needed = isForward ? Direction.forward : Direction.backward;
    if ((this.#network.edgeDirections[edge] & needed) === 0) return Infinity;
    if (this.#judged === null) return Math.abs(toCm - fromCm);
    const { forwardCm, backwardCm } = this.#judged.costs;
    const costs = isForward ? forwardCm : backwardCm;
    return Math.abs(this.#upTo(costs, edge, toCm) - this.#upTo(costs, edge, fromCm));
  }

  /** Cost from the edge's start to a place on it: between two points of its shape, in proportion. */
  #upTo(costs: Uint32Array, edge: number, alongCm: number): number {
    const { shapeStart, shapeCm } = this.#network;
    const last = shapeStart[edge + 1] - 1;
    let next = shapeStart[edge] + 1;
    while (next < last && shapeCm[next] < alongCm) next++;
    const before = next - 1;
    const length = shapeCm[next] - shapeCm[before];
    if (length === 0) return costs[next];
    const rise = costs[next] - costs[before];
    return costs[before] + Math.round(((alongCm - shapeCm[before]) * rise) / length);
  }
}
