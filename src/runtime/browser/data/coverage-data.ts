/** What is asked of the engine and what it answers: parameters, coverage, circles, paths. */

import type { Note } from '../../../core/result';
import type { CauseCounts, Diagnosis, SlopeChoice } from './reach-data';

export const groups = [
  'households',
  'persons',
  'age_60_plus',
  'age_65_plus',
  'age_80_plus',
  'living_alone',
] as const;
export type Group = (typeof groups)[number];

/** householdState[i] is an index into this. */
export const householdStates = ['covered', 'uncovered', 'not_connected', 'not_located'] as const;
export type HouseholdState = (typeof householdStates)[number];

export interface CoverageParameters {
  readonly minutes: number;
  readonly speedMetresPerS: number;
  readonly facilityTypes: readonly string[];
  readonly facilityStatuses: readonly string[];
  /** Longest door leg under a residents' committee and elsewhere, metres. */
  readonly townMaxSnapM: number;
  readonly villageMaxSnapM: number;
  /** Count households whose place is known to the village only. */
  readonly includesVillagePoints: boolean;
  /** Hills, steps and both ways; absent or null: every street is level. */
  readonly slope?: SlopeChoice | null;
}

export interface Counts {
  readonly total: number;
  /** Null where everybody is without a place on the map: 数据不足. */
  readonly covered: number | null;
  readonly notConnected: number;
  readonly notLocated: number;
}

/** One row of coverage_units; null is 数据不足. */
export interface UnitCoverage {
  readonly unitIndex: number;
  readonly counts: Readonly<Record<Group, Counts | null>>;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Percent, two decimals, rounded down. */
  readonly rate60Plus: number | null;
}

export interface CoverageResult {
  readonly parameters: CoverageParameters;
  /** Index into householdStates, for each household. */
  readonly householdState: Uint8Array;
  /** Walk to the nearest facility, seconds, door legs included; NaN where there is none. */
  readonly householdTimeS: Float32Array;
  /** Nearest facility, or -1. */
  readonly householdFacility: Int32Array;
  /** By unit index. */
  readonly units: readonly UnitCoverage[];
  /** Whether a facility counts (type and status), 1 or 0, by facility index. */
  readonly facilityCounts: Uint8Array;
  /** Doubts about the data that bear on this result. */
  readonly notes: readonly Note[];
  readonly elapsedMs: number;
}

export interface PeopleInside {
  readonly households: number;
  readonly persons: number | null;
  readonly age60Plus: number | null;
  readonly age65Plus: number | null;
  readonly age80Plus: number | null;
}

/** The circle of one facility. The polygon is a picture; `people` is counted on the streets. */
export interface FacilityCircle {
  readonly facilityIndex: number;
  readonly speedMetresPerS: number;
  /** Largest first, so that the smaller are drawn above it. */
  readonly bands: readonly {
    readonly minutes: number;
    readonly people: PeopleInside;
    readonly polygon: { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };
  }[];
}

/** The walk from a door to its nearest facility, door legs included. */
export interface WalkPath {
  readonly facilityIndex: number;
  /** [lon, lat] …, from the door to the facility. */
  readonly coordinates: readonly (readonly [number, number])[];
  readonly minutes: number;
  readonly metres: number;
  readonly doorMetres: number;
}

export interface HouseholdDetail {
  readonly householdIndex: number;
  readonly id: string;
  readonly unitIndex: number;
  readonly state: HouseholdState;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly path: WalkPath | null;
  /** Why it is not covered, and the figures behind. */
  readonly diagnosis: Diagnosis;
  /** Columns of SCHEMA's households; null is unknown. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** A village (or any unit) and the walk of its median household. */
export interface UnitDetail {
  readonly unitIndex: number;
  readonly medianHousehold: HouseholdDetail | null;
  /** Why its people are not covered. */
  readonly causes: CauseCounts;
}

/** Whether two sets of parameters ask for the same; the order of types and statuses says nothing. */
export function sameParameters(a: CoverageParameters, b: CoverageParameters): boolean {
  return (
    a.minutes === b.minutes &&
    a.speedMetresPerS === b.speedMetresPerS &&
    a.townMaxSnapM === b.townMaxSnapM &&
    a.villageMaxSnapM === b.villageMaxSnapM &&
    a.includesVillagePoints === b.includesVillagePoints &&
    a.slope?.judgement === b.slope?.judgement &&
    a.slope?.crossingS === b.slope?.crossingS &&
    a.slope?.isWheelchair === b.slope?.isWheelchair &&
    sameSet(a.facilityTypes, b.facilityTypes) &&
    sameSet(a.facilityStatuses, b.facilityStatuses)
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
