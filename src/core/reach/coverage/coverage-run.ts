/**
 * Coverage from tables to unit sums: one call for the command line and the page. Each household's
 * walk is exact on the network; rates are ratios of sums.
 */
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import { finish, type Steps } from '../../steps';
import { limitCm, statesOf } from '../walks/coverage-states';
import { costsOf, type PlaceCosts } from '../walks/households';
import { NearestSearch, UNLIMITED_CM } from '../search/nearest';
import type { EdgePoints } from '../streets/points';
import { quantilesByUnit, type WalkQuantiles } from '../units/quantiles';
import { populationGroups, sumByUnit, type UnitSums } from '../units/rollup';
import {
  conditionedStreets,
  judgedWalks,
  sameConditions,
  type ConditionedStreets,
  type WalkConditions,
} from './conditions';
import type { CoverageGround } from './coverage-ground';
import {
  countedPoints,
  countingFacilities,
  forgetUnlocated,
  locatedHouseholds,
  nearCount,
} from './who-counts';

export interface CoverageParameters {
  readonly minutes: number;
  readonly speedMS: number;
  /** Types and statuses that count, where the facilities have such columns; null counts every row. */
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  /** Also walk from places known to the village only. */
  readonly includesVillagePoints: boolean;
  /** Hills, steps, crossings, wheelchairs; absent or null: every street is level. */
  readonly conditions?: WalkConditions | null;
}

export interface CoverageRun {
  readonly ground: CoverageGround;
  readonly parameters: CoverageParameters;
  /** The longest walk that counts, centimetres of level walking. */
  readonly limitCm: number;
  /** CoverageState of each household. */
  readonly states: Uint8Array;
  /**
   * Nearest facility of each household and its walk in centimetres; -1 where none. Under conditions
   * they are centimetres of level walking, and the nearest is the one whose judged walk is least.
   */
  readonly walks: PlaceCosts;
  /** The same as if every street were level. */
  readonly levelWalks: PlaceCosts;
  /** What the walks were judged by; null where every street is level. */
  readonly streets: ConditionedStreets | null;
  /** 1 for each facility that counts. */
  readonly facilityCounts: Uint8Array;
  /** The facilities that count, on the streets, and the level search from them. */
  readonly facilityPoints: EdgePoints;
  readonly nearest: NearestSearch;
  readonly sums: UnitSums;
  /** Households of each unit whose members of the group are known, where not all are. */
  readonly knownHouseholds: UnitSums;
  readonly quantiles: WalkQuantiles;
  readonly notes: readonly Note[];
}

/** @param earlier a run whose search is used again where ground and facilities are the same: another
 * time or speed then costs sums alone, and the answer is that of a run from the start */
export function coverageRun(
  ground: CoverageGround,
  parameters: CoverageParameters,
  progress?: Progress,
  earlier?: CoverageRun | null,
): Result<CoverageRun> {
  return finish(coverageSteps(ground, parameters, progress, earlier));
}

/** The same with chances to stop while walks are judged there and back. */
export function* coverageSteps(
  ground: CoverageGround,
  parameters: CoverageParameters,
  progress?: Progress,
  earlier?: CoverageRun | null,
): Steps<Result<CoverageRun>> {
  const { network, households, facilities, units, unit, population, householdPoints } = ground;
  const facilityCounts = countingFacilities(facilities, parameters);
  const notes: Note[] = [...ground.notes];
  const points = countedPoints(ground.facilityPoints, facilityCounts);
  const near = nearCount(points.edge);
  const counted = facilityCounts.reduce((sum, counts) => sum + counts, 0);
  if (counted === 0) return problem('no_facility_counts', { file: facilities.fileName });
  if (near === 0) {
    return problem('no_facility_near_network', { file: facilities.fileName, count: counted });
  }
  if (near < counted) {
    const count = counted - near;
    notes.push({ code: 'facilities_off_network', params: { file: facilities.fileName, count } });
  }

  const limit = limitCm(parameters.minutes, parameters.speedMS);
  const located = locatedHouseholds(households, parameters.includesVillagePoints);
  const searched =
    earlier && sameSearch(earlier, ground, facilityCounts, parameters) ? earlier : null;
  const walked =
    searched ?? (yield* walkAll(ground, points, located, parameters, progress, earlier));
  const { walks, levelWalks, nearest, streets } = walked;
  const states = statesOf({ costCm: walks.costCm, edge: householdPoints.edge, located }, limit);
  if (streets?.costs.edgesWithoutHeight) {
    const { edgesWithoutHeight: count } = streets.costs;
    if (count === network.edgeCount) return problem('terrain_elsewhere');
    notes.push({ code: 'terrain_gaps', params: { count, total: network.edgeCount } });
  }
  if (nearCount(householdPoints.edge) === 0) {
    notes.push({ code: 'no_household_near_network', params: { file: households.fileName } });
  }

  progress?.('rollup', 0, 0);
  const values: Record<string, Int32Array> = {};
  const knownHouseholds: Record<string, UnitSums[keyof UnitSums]> = {};
  for (const group of populationGroups) {
    const counts = population[group];
    if (!counts) continue;
    values[group] = counts.values;
    if (counts.unknownCount === 0) continue;
    const known = sumByUnit(units, unit, states, { households: counts.known });
    knownHouseholds[group] = known.households;
    const { fileName: file } = households;
    notes.push({ code: 'group_unknown', params: { file, group, count: counts.unknownCount } });
  }
  return ok({
    ground,
    parameters,
    limitCm: limit,
    states,
    walks,
    levelWalks,
    streets,
    facilityCounts,
    facilityPoints: points,
    nearest,
    sums: sumByUnit(units, unit, states, values),
    knownHouseholds,
    quantiles:
      searched?.quantiles ?? quantilesByUnit(units, unit, states, walks.costCm, ground.weights),
    notes,
  });
}

type Walked = Pick<CoverageRun, 'walks' | 'levelWalks' | 'nearest' | 'streets'>;

function* walkAll(
  ground: CoverageGround,
  points: EdgePoints,
  located: Uint8Array,
  parameters: CoverageParameters,
  progress?: Progress,
  earlier?: CoverageRun | null,
): Steps<Walked> {
  const { conditions, speedMS } = parameters;
  const { network, places, householdPoints } = ground;
  progress?.('search', 0, 0);
  const nearest = new NearestSearch(network);
  nearest.run(points);
  const levelWalks = costsOf(network, places, points, nearest.search.label, UNLIMITED_CM);
  forgetUnlocated(levelWalks, located);
  if (!conditions) return { walks: levelWalks, levelWalks, nearest, streets: null };
  progress?.('slope', 0, 0);
  yield;
  const streets =
    earlier && sameStreets(earlier, ground, parameters)
      ? earlier.streets!
      : conditionedStreets(network, conditions, speedMS);
  progress?.('search_judged', 0, 0);
  yield;
  const steps = judgedWalks(streets, householdPoints, points, conditions.judgement);
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    progress?.('search_judged', step.value.done, step.value.total);
    yield;
  }
  const walks = step.value;
  forgetUnlocated(walks, located);
  return { walks, levelWalks, nearest, streets };
}

/** Whether the walks of an earlier run are those of this one. */
function sameSearch(
  earlier: CoverageRun,
  ground: CoverageGround,
  facilityCounts: Uint8Array,
  parameters: CoverageParameters,
): boolean {
  const before = earlier.parameters;
  const isLevel = !before.conditions && !parameters.conditions;
  return (
    (isLevel || sameStreets(earlier, ground, parameters)) &&
    earlier.ground === ground &&
    before.includesVillagePoints === parameters.includesVillagePoints &&
    earlier.facilityCounts.every((counts, row) => counts === facilityCounts[row])
  );
}

/** Whether the streets of an earlier run cost what they cost this one: steps and waits weigh by speed. */
export function sameStreets(
  { ground: { network }, parameters: before, streets }: CoverageRun,
  ground: CoverageGround,
  { conditions, speedMS }: CoverageParameters,
): boolean {
  return (
    streets !== null &&
    network === ground.network &&
    before.speedMS === speedMS &&
    sameConditions(before.conditions ?? null, conditions ?? null)
  );
}
