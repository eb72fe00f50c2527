/**
 * Coverage from tables to unit sums: one call for the command line and the page. Each household's
 * walk is exact on the network; rates are ratios of sums.
 */
import type { ImportedTable } from '../../import';
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import { textAt } from '../../store/columns';
import type { CoverageGround } from './coverage-ground';
import { limitCm, statesOf } from '../walks/coverage-states';
import { costsOf, type PlaceCosts } from '../walks/households';
import { NearestSearch, UNLIMITED_CM } from '../search/nearest';
import type { EdgePoints } from '../streets/points';
import { quantilesByUnit, type WalkQuantiles } from '../units/quantiles';
import { populationGroups, sumByUnit, type UnitSums } from '../units/rollup';

export interface CoverageParameters {
  readonly minutes: number;
  readonly speedMS: number;
  /** Types and statuses that count, where the facilities have such columns; null counts every row. */
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  /** Also walk from places known to the village only. */
  readonly includesVillagePoints: boolean;
}

export interface CoverageRun {
  readonly ground: CoverageGround;
  readonly parameters: CoverageParameters;
  /** CoverageState of each household. */
  readonly states: Uint8Array;
  /** Nearest facility of each household and its walk in centimetres; -1 where none. */
  readonly walks: PlaceCosts;
  /** 1 for each facility that counts. */
  readonly facilityCounts: Uint8Array;
  /** The facilities that count, on the streets, and the search from them: what paths are read from. */
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

  const searched =
    earlier && sameSearch(earlier, ground, facilityCounts, parameters) ? earlier : null;
  if (!searched) progress?.('search', 0, 0);
  const nearest = searched?.nearest ?? new NearestSearch(network);
  if (!searched) nearest.run(points);
  const walks =
    searched?.walks ?? costsOf(network, ground.places, points, nearest.search.label, UNLIMITED_CM);
  const limit = limitCm(parameters.minutes, parameters.speedMS);
  const located = locatedHouseholds(households, parameters.includesVillagePoints);
  const states = statesOf({ costCm: walks.costCm, edge: householdPoints.edge, located }, limit);
  forgetUnlocated(walks, located);
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
    states,
    walks,
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

function sameSearch(
  earlier: CoverageRun,
  ground: CoverageGround,
  facilityCounts: Uint8Array,
  { includesVillagePoints }: CoverageParameters,
): boolean {
  return (
    earlier.ground === ground &&
    earlier.parameters.includesVillagePoints === includesVillagePoints &&
    earlier.facilityCounts.every((counts, row) => counts === facilityCounts[row])
  );
}

/** 1 for each facility whose type and status count; a column the file lacks excludes nobody. */
export function countingFacilities(
  facilities: ImportedTable,
  { types, statuses }: Pick<CoverageParameters, 'types' | 'statuses'>,
): Uint8Array {
  const out = new Uint8Array(facilities.rowCount).fill(1);
  for (const [name, allowed] of [
    ['type', types],
    ['status', statuses],
  ] as const) {
    const column = facilities.columns[name];
    if (!column || allowed === null) continue;
    for (let row = 0; row < out.length; row++) {
      if (!allowed.includes(textAt(column, row) ?? '')) out[row] = 0;
    }
  }
  return out;
}

/** 1 where a household has coordinates that stand for its own door. */
export function locatedHouseholds(
  households: ImportedTable,
  includesVillagePoints: boolean,
): Uint8Array {
  const { lon, location_precision: precision } = households.columns;
  const out = new Uint8Array(households.rowCount);
  if (lon?.kind === 'number') {
    for (let row = 0; row < out.length; row++) out[row] = Number.isNaN(lon.values[row]) ? 0 : 1;
  }
  if (precision?.kind !== 'dictionary') return out;
  const coarse = includesVillagePoints ? ['town', 'none'] : ['village', 'town', 'none'];
  const isCoarse = precision.words.map((word) => word !== null && coarse.includes(word));
  for (let row = 0; row < out.length; row++) if (isCoarse[precision.codes[row]]) out[row] = 0;
  return out;
}

/** A village's point is not a household's: no walk is told from it. */
function forgetUnlocated({ costCm, facility }: PlaceCosts, located: Uint8Array): void {
  for (let row = 0; row < located.length; row++) {
    if (located[row] === 1) continue;
    costCm[row] = -1;
    facility[row] = -1;
  }
}

/** The points with those that do not count taken off the streets. */
function countedPoints(points: EdgePoints, counts: Uint8Array): EdgePoints {
  const edge = Int32Array.from(points.edge, (e, row) => (counts[row] === 1 ? e : -1));
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}

function nearCount(edge: ArrayLike<number>): number {
  let near = 0;
  for (let row = 0; row < edge.length; row++) if (edge[row] >= 0) near++;
  return near;
}
