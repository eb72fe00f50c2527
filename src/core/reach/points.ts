/**
 * Points on edges (what snapping returns) and the seeds they give a search: a facility halfway
 * along a street is reached from both ends of it, each with its own part of the street, never from
 * the nearer end alone. The leg from the door to the street counts on both sides.
 */
import { Direction, type Network } from '../network/graph';

/** Places on the network, one per row; arrays of equal length. */
export interface EdgePoints {
  /** Edge of the network, or below 0 where the point joins no street within its cap. */
  readonly edge: ArrayLike<number>;
  /** Distance from the edge's start to the foot of the point, centimetres. */
  readonly alongCm: ArrayLike<number>;
  /** Distance from the point to its foot on the edge, centimetres. */
  readonly doorCm: ArrayLike<number>;
}

/** `to`: people walk to the points. `from`: people walk away from them. */
export type Heading = 'to' | 'from';

/** Above every real cost: what an unreached label holds inside this folder, and never outside. */
export const UNREACHED = 0x7fffffff;

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

/**
 * Cost between a point's foot and the start (`from` vertex) of its edge, without the door leg, or
 * UNREACHED where one may not walk that way. A point at the very end of an edge is at the vertex,
 * whatever the edge's direction.
 */
export function costToStartCm(directions: number, alongCm: number, heading: Heading): number {
  const needed = heading === 'to' ? Direction.forward : Direction.backward;
  return alongCm === 0 || (directions & needed) !== 0 ? alongCm : UNREACHED;
}

/** The same for the end (`to` vertex) of the edge. */
export function costToEndCm(
  directions: number,
  lengthCm: number,
  alongCm: number,
  heading: Heading,
): number {
  const needed = heading === 'to' ? Direction.backward : Direction.forward;
  const restCm = lengthCm - alongCm;
  return restCm === 0 || (directions & needed) !== 0 ? restCm : UNREACHED;
}

/** Appends the seeds of point `index`, at most two; `seeds` must have room. */
export function addSeeds(
  network: Network,
  points: EdgePoints,
  index: number,
  heading: Heading,
  seeds: Seeds,
): void {
  const edge = points.edge[index];
  if (edge < 0) return;
  const directions = network.edgeDirections[edge];
  const alongCm = points.alongCm[index];
  const doorCm = points.doorCm[index];
  const startCm = costToStartCm(directions, alongCm, heading);
  if (startCm !== UNREACHED) push(seeds, network.edgeFrom[edge], startCm + doorCm, index);
  const endCm = costToEndCm(directions, network.edgeLengthCm[edge], alongCm, heading);
  if (endCm !== UNREACHED) push(seeds, network.edgeTo[edge], endCm + doorCm, index);
}

function push(seeds: Seeds, vertex: number, costCm: number, owner: number): void {
  const at = seeds.count++;
  seeds.vertex[at] = vertex;
  seeds.costCm[at] = costCm;
  seeds.owner[at] = owner;
}

/**
 * Seeds of all points, the points in the order of their places along the Hilbert curve (vertices
 * stand in that order), so that searches which follow each other share the cache.
 */
export function seedsOf(network: Network, points: EdgePoints, heading: Heading): Seeds {
  const seeds = emptySeeds(points.edge.length * 2);
  for (const index of hilbertOrder(network, points))
    addSeeds(network, points, index, heading, seeds);
  return seeds;
}

function hilbertOrder(network: Network, points: EdgePoints): Uint32Array {
  const order = new Uint32Array(points.edge.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) if (points.edge[i] >= 0) order[count++] = i;
  const place = (i: number) => network.edgeFrom[points.edge[i]];
  return order.subarray(0, count).sort((a, b) => place(a) - place(b) || a - b);
}
