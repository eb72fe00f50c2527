/**
 * The seeds points give a search: a facility halfway along a street is reached from both ends of
 * it, each with its own part of the street, never from the nearer end alone. The leg from the door
 * to the street counts on both sides.
 */
import type { Network } from '../../network/graph';
import { UNREACHED, type EdgePoints, type Heading } from '../streets/points';
import { costToEnd, costToStart, levelCosts, type WalkCosts } from '../streets/walk-costs';

/** Where a search begins: rows of vertex, cost and the index of the point they belong to. */
export interface Seeds {
  count: number;
  vertex: Int32Array;
  costCm: Int32Array;
  owner: Int32Array;
}

export function emptySeeds(capacity: number): Seeds {
  return {
    count: 0,
    vertex: new Int32Array(capacity),
    costCm: new Int32Array(capacity),
    owner: new Int32Array(capacity),
  };
}

/** Appends the seeds of point `index`, at most two; `seeds` must have room. */
export function addSeeds(
  network: Network,
  points: EdgePoints,
  index: number,
  heading: Heading,
  seeds: Seeds,
  costs: WalkCosts = levelCosts(network),
): void {
  const edge = points.edge[index];
  if (edge < 0) return;
  const alongCm = points.alongCm[index];
  const doorCm = points.doorCm[index];
  const startCm = costToStart(network, costs, edge, alongCm, heading);
  if (startCm !== UNREACHED) push(seeds, network.edgeFrom[edge], startCm + doorCm, index);
  const endCm = costToEnd(network, costs, edge, alongCm, heading);
  if (endCm !== UNREACHED) push(seeds, network.edgeTo[edge], endCm + doorCm, index);
}

function push(seeds: Seeds, vertex: number, costCm: number, owner: number): void {
  const at = seeds.count++;
  seeds.vertex[at] = vertex;
  seeds.costCm[at] = costCm;
  seeds.owner[at] = owner;
}

/** Seeds of all points in Hilbert order, so that searches which follow each other share the cache. */
export function seedsOf(
  network: Network,
  points: EdgePoints,
  heading: Heading,
  costs: WalkCosts = levelCosts(network),
): Seeds {
  const seeds = emptySeeds(points.edge.length * 2);
  for (const index of hilbertOrder(network, points))
    addSeeds(network, points, index, heading, seeds, costs);
  return seeds;
}

/** Points on the streets in the order of their places along the Hilbert curve. */
export function hilbertOrder(network: Network, points: EdgePoints): Uint32Array {
  const order = new Uint32Array(points.edge.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) if (points.edge[i] >= 0) order[count++] = i;
  const place = (i: number) => network.edgeFrom[points.edge[i]];
  return order.subarray(0, count).sort((a, b) => place(a) - place(b) || a - b);
}
