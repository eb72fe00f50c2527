/**
 * What a walk meets beyond a level street: hills, steps, crossings, streets no wheelchair passes.
 * With them there and back differ, so every walk is judged by both ways to the same facility.
 */
import type { ElevationGrid } from '../../geo';
import type { Network } from '../../network/graph';
import { passableNetwork } from '../../network/passable';
import { NearestSearch, UNLIMITED_CM } from '../search/nearest';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';
import { seedsOf } from '../search/seeds';
import type { EdgePoints } from '../streets/points';
import { slopeCosts, type SlopedStreets } from '../streets/slope';
import type { WalkCosts } from '../streets/walk-costs';
import { limitCm } from '../walks/coverage-states';
import { costsOf, placeHouseholds, type PlaceCosts } from '../walks/households';
import { JudgedSearch, type Judgement } from '../walks/judged';

export interface WalkConditions {
  /** Heights; null leaves the streets level: steps, crossings and wheelchairs still count. */
  readonly elevation: ElevationGrid | null;
  /** How there and back become one walk. */
  readonly judgement: Judgement;
  /** Along a flight of steps, metres per second. */
  readonly stepsSpeedMS: number;
  /** Wait at a crossing, seconds. */
  readonly crossingS: number;
  /** No steps, and nothing steeper than 1 in 12. */
  readonly isWheelchair: boolean;
}

/** DOMAIN §2.3: the worse way counts, steps at 0.45 m/s, no wait unless asked for. */
export const defaultConditions: WalkConditions = {
  elevation: null,
  judgement: 'worse',
  stepsSpeedMS: 0.45,
  crossingS: 0,
  isWheelchair: false,
};

/** Whether two ask for the same; heights are the same only if they are one grid. */
export function sameConditions(a: WalkConditions | null, b: WalkConditions | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(defaultConditions) as (keyof WalkConditions)[]).every(
    (name) => a[name] === b[name],
  );
}

/** Streets under some conditions, for walkers of one speed. */
export interface ConditionedStreets {
  /** The streets that may be passed. */
  readonly network: Network;
  readonly costs: SlopedStreets;
}

export function conditionedStreets(
  network: Network,
  conditions: WalkConditions,
  speedMS: number,
): ConditionedStreets {
  const { elevation, stepsSpeedMS, crossingS, isWheelchair } = conditions;
  const costs = slopeCosts(network, elevation ?? undefined, { speedMS, stepsSpeedMS, crossingS });
  return { network: isWheelchair ? passableNetwork(network, costs.wheelchair) : network, costs };
}

/** Up to here every facility is judged; further out only those nearest there or nearest back. */
const judgedMinutes = 120;

/** The longest walk for which all facilities are compared, centimetres. */
export function judgedReachCm(speedMS: number, longestCm: number): number {
  return Math.max(longestCm, limitCm(judgedMinutes, speedMS));
}

/** The judged walk of every household to the facility where it is least; -1 where there is none. */
export function judgedWalks(
  { network, costs }: ConditionedStreets,
  households: EdgePoints,
  facilities: EdgePoints,
  judgement: Judgement,
  reachCm: number,
): PlaceCosts {
  const walks: PlaceCosts = {
    costCm: new Int32Array(households.edge.length).fill(-1),
    facility: new Int32Array(households.edge.length).fill(-1),
  };
  const judge = (left: EdgePoints, judged: EdgePoints, upToCm: number) => {
    const found = new JudgedSearch(network, costs, left).run(judged, upToCm, judgement);
    for (let i = 0; i < found.costCm.length; i++) {
      if (found.costCm[i] < 0) continue;
      walks.costCm[i] = found.costCm[i];
      walks.facility[i] = found.facility[i];
    }
    return without(households, (h) => walks.costCm[h] >= 0);
  };
  // Near ones first: in a town the few who are left are looked for far out, not everybody.
  const beyond = judge(households, facilities, Math.round(reachCm / 4));
  const far = judge(beyond, facilities, reachCm);
  const near = nearestEitherWay(network, costs, far, facilities);
  if (near.facilities.size === 0) return walks;
  const candidates = without(facilities, (f) => !near.facilities.has(f));
  const left = without(judge(far, candidates, UNLIMITED_CM), (i) => near.ways[i] < 2);
  // Streets of one direction may part the nearest there from the nearest back.
  if (left.edge.some((edge) => edge >= 0)) judge(left, facilities, UNLIMITED_CM);
  return walks;
}

/**
 * Facilities that are the nearest one way or the other of some household, and in how many of the
 * two ways each household has one.
 */
function nearestEitherWay(
  network: Network,
  costs: WalkCosts,
  households: EdgePoints,
  facilities: EdgePoints,
): { facilities: Set<number>; ways: Uint8Array } {
  const ways = new Uint8Array(households.edge.length);
  const there = new NearestSearch(network, costs);
  there.run(facilities);
  const home = new Search(searchGraph(network, 'from', costs));
  const seeds = seedsOf(network, facilities, 'from', costs);
  home.drain(seeds, 0, seeds.count, UNLIMITED_CM);
  const found = new Set<number>();
  for (const [heading, label] of [
    ['from', there.search.label],
    ['to', home.label],
  ] as const) {
    const places = placeHouseholds(network, households, heading, costs);
    const { facility } = costsOf(network, places, facilities, label, UNLIMITED_CM);
    facility.forEach((f, i) => {
      if (f < 0) return;
      found.add(f);
      ways[i]++;
    });
  }
  return { facilities: found, ways };
}

interface OwnPoints extends EdgePoints {
  readonly edge: Int32Array;
}

/** The points with some of them taken off the streets. */
function without(points: EdgePoints, isOff: (i: number) => boolean): OwnPoints {
  const edge = Int32Array.from(points.edge, (e, i) => (isOff(i) ? -1 : e));
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}
