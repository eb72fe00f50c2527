/**
 * The exact walk of every household: from its point on its edge to either end and on, or straight
 * along the edge to a facility on the same one. Households are kept by edge in network order, as a
 * structure of arrays, so that one pass over them reads the labels nearly in sequence.
 */
import type { Network } from '../../network/graph';
import { UNREACHED, type EdgePoints, type Heading } from '../streets/points';
import {
  costBetween,
  costToEnd,
  costToStart,
  levelCosts,
  type WalkCosts,
} from '../streets/walk-costs';

/** Households (or any points) ready to be asked about; rows sorted by edge. */
export interface Places {
  /** How many points were given; results have this length, in the given order. */
  readonly pointCount: number;
  /** Row → index of the point; points off the network have no row. */
  readonly order: Uint32Array;
  readonly rowEdge: Int32Array;
  readonly rowAlongCm: Int32Array;
  readonly rowDoorCm: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  /** Cost from the door to the start and the end of the edge, or UNREACHED. */
  readonly rowStartCm: Int32Array;
  readonly rowEndCm: Int32Array;
  /** Rows on edge e: edgeRows[e] … edgeRows[e + 1] - 1. */
  readonly edgeRows: Uint32Array;
  /** Which way these points are walked: households walk `from` their points. */
  readonly heading: Heading;
  readonly costs: WalkCosts;
}

/** Nearest facility of each point: centimetres with both door legs, and its index; -1 where none. */
export interface PlaceCosts {
  readonly costCm: Int32Array;
  readonly facility: Int32Array;
}

export function placeHouseholds(
  network: Network,
  points: EdgePoints,
  heading: Heading = 'from',
  costs: WalkCosts = levelCosts(network),
): Places {
  const pointCount = points.edge.length;
  const { edgeCount } = network;
  // Counting sort by edge.
  const edgeRows = new Uint32Array(edgeCount + 1);
  let rowCount = 0;
  for (let i = 0; i < pointCount; i++) {
    const edge = points.edge[i];
    if (edge < 0) continue;
    edgeRows[edge + 1]++;
    rowCount++;
  }
  for (let e = 0; e < edgeCount; e++) edgeRows[e + 1] += edgeRows[e];
  const fill = edgeRows.slice(0, edgeCount);
  const order = new Uint32Array(rowCount);
  for (let i = 0; i < pointCount; i++) {
    const edge = points.edge[i];
    if (edge >= 0) order[fill[edge]++] = i;
  }

  const places: Places = {
    pointCount,
    order,
    rowEdge: new Int32Array(rowCount),
    rowAlongCm: new Int32Array(rowCount),
    rowDoorCm: new Int32Array(rowCount),
    rowStart: new Int32Array(rowCount),
    rowEnd: new Int32Array(rowCount),
    rowStartCm: new Int32Array(rowCount),
    rowEndCm: new Int32Array(rowCount),
    edgeRows,
    heading,
    costs,
  };
  for (let row = 0; row < rowCount; row++) {
    const i = order[row];
    const edge = points.edge[i];
    const alongCm = points.alongCm[i];
    const doorCm = points.doorCm[i];
    const startCm = costToStart(network, costs, edge, alongCm, heading);
    const endCm = costToEnd(network, costs, edge, alongCm, heading);
    places.rowEdge[row] = edge;
    places.rowAlongCm[row] = alongCm;
    places.rowDoorCm[row] = doorCm;
    places.rowStart[row] = network.edgeFrom[edge];
    places.rowEnd[row] = network.edgeTo[edge];
    places.rowStartCm[row] = startCm === UNREACHED ? UNREACHED : startCm + doorCm;
    places.rowEndCm[row] = endCm === UNREACHED ? UNREACHED : endCm + doorCm;
  }
  return places;
}

export function emptyCosts(places: Places): PlaceCosts {
  return {
    costCm: new Int32Array(places.pointCount).fill(-1),
    facility: new Int32Array(places.pointCount).fill(-1),
  };
}

/**
 * Reads every place's cost from the labels of a search towards the facilities. Costs above limitCm
 * become -1, since labels end there too. Pass `costs` to write into arrays of an earlier call.
 */
export function costsOf(
  network: Network,
  places: Places,
  facilities: EdgePoints,
  label: Int32Array,
  limitCm: number,
  costs: PlaceCosts = emptyCosts(places),
): PlaceCosts {
  readRows(places, 0, places.order.length, label, limitCm, costs);
  for (let f = 0; f < facilities.edge.length; f++) {
    offerAlongEdge(network, places, facilities, f, limitCm, costs);
  }
  return costs;
}

/** Costs of rows first … end - 1 by way of their edges' ends. */
export function readRows(
  places: Places,
  first: number,
  end: number,
  label: Int32Array,
  limitCm: number,
  costs: PlaceCosts,
): void {
  const { order, rowStart, rowEnd, rowStartCm, rowEndCm } = places;
  const { costCm, facility } = costs;
  for (let row = first; row < end; row++) {
    const startAt = 2 * rowStart[row];
    const endAt = 2 * rowEnd[row];
    // Two numbers below 2^31 each: their sum is exact, and above the limit if either is UNREACHED.
    const viaStartCm = label[startAt] + rowStartCm[row];
    const viaEndCm = label[endAt] + rowEndCm[row];
    let bestCm = viaStartCm;
    let owner = label[startAt + 1];
    if (viaEndCm < viaStartCm || (viaEndCm === viaStartCm && label[endAt + 1] < owner)) {
      bestCm = viaEndCm;
      owner = label[endAt + 1];
    }
    const reached = bestCm <= limitCm;
    const at = order[row];
    costCm[at] = reached ? bestCm : -1;
    facility[at] = reached ? owner : -1;
  }
}

/** Lets the places on a facility's own edge walk straight along it, where that is nearer. */
export function offerAlongEdge(
  network: Network,
  places: Places,
  facilities: EdgePoints,
  facility: number,
  limitCm: number,
  costs: PlaceCosts,
): void {
  const edge = facilities.edge[facility];
  if (edge < 0) return;
  const end = places.edgeRows[edge + 1];
  for (let row = places.edgeRows[edge]; row < end; row++) {
    const costCm = alongEdgeCm(network, places, row, facilities, facility);
    if (costCm <= limitCm) keepNearer(costs, places.order[row], costCm, facility);
  }
}

/** The walk along one shared edge, both door legs included, or UNREACHED against its direction. */
export function alongEdgeCm(
  network: Network,
  places: Places,
  row: number,
  facilities: EdgePoints,
  facility: number,
): number {
  const edge = places.rowEdge[row];
  const here = places.rowAlongCm[row];
  const there = facilities.alongCm[facility];
  const streetCm =
    places.heading === 'from'
      ? costBetween(network, places.costs, edge, here, there)
      : costBetween(network, places.costs, edge, there, here);
  if (streetCm === UNREACHED) return UNREACHED;
  return streetCm + places.rowDoorCm[row] + facilities.doorCm[facility];
}

function keepNearer(costs: PlaceCosts, at: number, costCm: number, facility: number): void {
  const stands = costs.costCm[at];
  if (stands >= 0 && stands < costCm) return;
  if (stands === costCm && costs.facility[at] <= facility) return;
  costs.costCm[at] = costCm;
  costs.facility[at] = facility;
}
