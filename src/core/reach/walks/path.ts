/**
 * The way from a door to its nearest facility, read back from the labels of the search: at each
 * vertex the next street is one whose far end is nearer by exactly its length. No predecessor is
 * ever stored, so the search stays lean and the path is always the one its costs speak of.
 */
import type { Network } from '../../network/graph';
import { alongEdgeCm, placeHouseholds, type Places } from './households';
import type { Search } from '../search/search';
import { UNREACHED, type EdgePoints } from '../streets/points';
import {
  costToEnd,
  costToStart,
  levelCosts,
  wholeCost,
  type WalkCosts,
} from '../streets/walk-costs';
import { appendPosition, appendStretch, type Position } from '../streets/shapes';

/** A piece of one street, walked from fromCm to toCm (distances from the edge's start). */
export interface PathLeg {
  readonly edge: number;
  readonly fromCm: number;
  readonly toCm: number;
}

export interface WalkingPath {
  readonly facility: number;
  /** Both door legs and all street legs (on the level their lengths): the sum is exact. */
  readonly costCm: number;
  /** How long the way is, door to door. */
  readonly lengthCm: number;
  readonly doorCm: number;
  readonly facilityDoorCm: number;
  readonly legs: readonly PathLeg[];
  /** Door to door. */
  readonly coordinates: readonly Position[];
}

/** Where a walk begins: its foot on a street, and the door itself if known. */
export interface PathStart {
  readonly edge: number;
  readonly alongCm: number;
  readonly doorCm: number;
  readonly lon?: number;
  readonly lat?: number;
}

/** A search towards the facilities that has run: a NearestSearch, or the one inside LiveNearest. */
export interface SearchedTo {
  readonly search: Search;
  readonly limitCm: number;
  /** What it walked by; level where absent. */
  readonly costs?: WalkCosts;
}

/** Coordinates of the facilities, so that the path ends at the door. */
export interface DoorPlaces {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/**
 * The path to the facility that the last run of `nearest` (with these facilities) answers for this
 * start, or undefined where there is none within its limit.
 */
export function walkingPath(
  network: Network,
  nearest: SearchedTo,
  facilities: EdgePoints,
  start: PathStart,
  doors?: DoorPlaces,
): WalkingPath | undefined {
  if (start.edge < 0) return undefined;
  const costs = nearest.costs ?? levelCosts(network);
  const places = placeOne(network, start, costs);
  const found = bestWay(network, nearest, facilities, places);
  if (found === undefined || found.costCm > nearest.limitCm) return undefined;
  const { costCm, facility, vertex } = found;
  const goalCm = facilities.alongCm[facility];
  const legs: PathLeg[] = [];
  if (vertex < 0) {
    pushLeg(legs, start.edge, start.alongCm, goalCm);
  } else {
    pushLeg(legs, start.edge, start.alongCm, found.endCm);
    followLabels(network, nearest.search.label, costs, facilities, facility, vertex, legs);
  }
  const coordinates: Position[] = [];
  if (start.lon !== undefined && start.lat !== undefined) {
    appendPosition(coordinates, [start.lon, start.lat]);
  }
  if (legs.length === 0)
    appendStretch(network, start.edge, start.alongCm, start.alongCm, coordinates);
  for (const leg of legs) appendStretch(network, leg.edge, leg.fromCm, leg.toCm, coordinates);
  if (doors) appendPosition(coordinates, [doors.lon[facility], doors.lat[facility]]);
  const streetCm = legs.reduce((sum, leg) => sum + Math.abs(leg.toCm - leg.fromCm), 0);
  return {
    facility,
    costCm,
    lengthCm: start.doorCm + streetCm + facilities.doorCm[facility],
    doorCm: start.doorCm,
    facilityDoorCm: facilities.doorCm[facility],
    legs,
    coordinates,
  };
}

function placeOne(
  network: Network,
  { edge, alongCm, doorCm }: PathStart,
  costs: WalkCosts,
): Places {
  const points = { edge: [edge], alongCm: [alongCm], doorCm: [doorCm] };
  return placeHouseholds(network, points, 'from', costs);
}

/** The best first step: along the shared edge (vertex -1), or to an end of the edge. */
interface FirstStep {
  costCm: number;
  facility: number;
  vertex: number;
  endCm: number;
}

function bestWay(
  network: Network,
  nearest: SearchedTo,
  facilities: EdgePoints,
  places: Places,
): FirstStep | undefined {
  const { label } = nearest.search;
  const edge = places.rowEdge[0];
  let best: FirstStep | undefined;
  const offer = (costCm: number, facility: number, vertex: number, endCm: number) => {
    if (costCm >= UNREACHED) return;
    if (best && (best.costCm < costCm || (best.costCm === costCm && best.facility <= facility))) {
      return;
    }
    best = { costCm, facility, vertex, endCm };
  };
  for (let f = 0; f < facilities.edge.length; f++) {
    if (facilities.edge[f] !== edge) continue;
    offer(alongEdgeCm(network, places, 0, facilities, f), f, -1, 0);
  }
  const from = places.rowStart[0];
  const to = places.rowEnd[0];
  offer(label[2 * from] + places.rowStartCm[0], label[2 * from + 1], from, 0);
  offer(label[2 * to] + places.rowEndCm[0], label[2 * to + 1], to, network.edgeLengthCm[edge]);
  return best;
}

function followLabels(
  network: Network,
  label: Int32Array,
  costs: WalkCosts,
  facilities: EdgePoints,
  facility: number,
  firstVertex: number,
  legs: PathLeg[],
): void {
  const { arcStart, arcs, arcEdge, edgeFrom, edgeTo, edgeLengthCm } = network;
  const goalEdge = facilities.edge[facility];
  const goalCm = facilities.alongCm[facility];
  const doorCm = facilities.doorCm[facility];
  const goalLengthCm = edgeLengthCm[goalEdge];
  const startCm = costToStart(network, costs, goalEdge, goalCm, 'to') + doorCm;
  const endCm = costToEnd(network, costs, goalEdge, goalCm, 'to') + doorCm;
  let vertex = firstVertex;
  for (;;) {
    const costCm = label[2 * vertex];
    if (edgeFrom[goalEdge] === vertex && startCm === costCm) {
      return pushLeg(legs, goalEdge, 0, goalCm);
    }
    if (edgeTo[goalEdge] === vertex && endCm === costCm) {
      return pushLeg(legs, goalEdge, goalLengthCm, goalCm);
    }
    let arc = arcStart[vertex];
    const end = arcStart[vertex + 1];
    while (arc < end) {
      const next = 2 * arcs[2 * arc];
      const way = edgeFrom[arcEdge[arc]] === vertex ? costs.forwardCm : costs.backwardCm;
      const streetCm = wholeCost(network, way, arcEdge[arc]);
      if (label[next] + streetCm === costCm && label[next + 1] === facility) break;
      arc++;
    }
    if (arc === end) throw new Error(`no way on from vertex ${vertex}`);
    const edge = arcEdge[arc];
    const lengthCm = edgeLengthCm[edge];
    const target = arcs[2 * arc];
    // On a loop edge no shortest way goes round, so the ends differ here.
    if (edgeFrom[edge] === vertex) pushLeg(legs, edge, 0, lengthCm);
    else pushLeg(legs, edge, lengthCm, 0);
    vertex = target;
  }
}

function pushLeg(legs: PathLeg[], edge: number, fromCm: number, toCm: number): void {
  if (fromCm !== toCm) legs.push({ edge, fromCm, toCm });
}
