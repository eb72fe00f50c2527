/**
 * What walking costs along every street, each way, in centimetres of level walking: on the level
 * the length itself; uphill, on steps or at a crossing more. Time is cost over speed, as on the
 * level.
 */
import { Direction, type Network } from '../../network/graph';
import { UNREACHED, type Heading } from './points';

/** Arrays parallel to network.shapeCm: from the edge's start to each of its shape points. */
export interface WalkCosts {
  /** Cost of walking from the start to the point. */
  readonly forwardCm: Uint32Array;
  /** Cost of walking from the point back to the start. */
  readonly backwardCm: Uint32Array;
}

/** Level streets: every way costs its length, and nothing is copied. */
export function levelCosts(network: Network): WalkCosts {
  return { forwardCm: network.shapeCm, backwardCm: network.shapeCm };
}

/** Cost up to a place along an edge, evenly spread between shape points; exact on the level. */
export function costUpTo(
  network: Network,
  costCm: Uint32Array,
  edge: number,
  alongCm: number,
): number {
  const { shapeStart, shapeCm } = network;
  if (costCm === shapeCm) return alongCm;
  const last = shapeStart[edge + 1] - 1;
  let i = shapeStart[edge];
  while (i < last - 1 && shapeCm[i + 1] < alongCm) i++;
  const spanCm = shapeCm[i + 1] - shapeCm[i];
  if (spanCm === 0) return costCm[i + 1];
  return costCm[i] + Math.round(((alongCm - shapeCm[i]) * (costCm[i + 1] - costCm[i])) / spanCm);
}

/** Cost of walking a whole edge forward or backward. */
export function wholeCost(network: Network, costCm: Uint32Array, edge: number): number {
  return costCm[network.shapeStart[edge + 1] - 1];
}

/**
 * Cost of walking along one edge from a place to another, or UNREACHED against its direction. No
 * way at all costs nothing.
 */
export function costBetween(
  network: Network,
  costs: WalkCosts,
  edge: number,
  fromCm: number,
  toCm: number,
): number {
  if (fromCm === toCm) return 0;
  const forward = toCm > fromCm;
  const needed = forward ? Direction.forward : Direction.backward;
  if ((network.edgeDirections[edge] & needed) === 0) return UNREACHED;
  const costCm = forward ? costs.forwardCm : costs.backwardCm;
  return Math.abs(costUpTo(network, costCm, edge, toCm) - costUpTo(network, costCm, edge, fromCm));
}

/**
 * Cost between a point's foot and the start (`from` vertex) of its edge, without the door leg, or
 * UNREACHED where one may not walk that way. A point at the very end of an edge is at the vertex,
 * whatever the edge's direction.
 */
export function costToStart(
  network: Network,
  costs: WalkCosts,
  edge: number,
  alongCm: number,
  heading: Heading,
): number {
  return heading === 'to'
    ? costBetween(network, costs, edge, 0, alongCm)
    : costBetween(network, costs, edge, alongCm, 0);
}

/** The same for the end (`to` vertex) of the edge. */
export function costToEnd(
  network: Network,
  costs: WalkCosts,
  edge: number,
  alongCm: number,
  heading: Heading,
): number {
  const lengthCm = network.edgeLengthCm[edge];
  return heading === 'to'
    ? costBetween(network, costs, edge, lengthCm, alongCm)
    : costBetween(network, costs, edge, alongCm, lengthCm);
}
