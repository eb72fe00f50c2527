/** A run's sums as the columns of coverage_units: what the files, the database and the page show. */
import { UNKNOWN_INTEGER, dictionaryOf, textAt, type ColumnData } from '../../store/columns';
import { unitCauses } from '../diagnosis/unit-causes';
import type { CoverageRun } from './coverage-run';
import { defaultVehicle, vehicleTypes } from '../vehicle/default-vehicle';
import { vehicleReach } from '../vehicle/vehicle-reach';
import { minutesOf } from '../walks/coverage-states';
import {
  isJudged,
  rateHundredths,
  type GroupSums,
  type PopulationGroup,
  type UnitSums,
} from '../units/rollup';

/** Groups with columns of their own in coverage_units. */
export const resultGroups = [
  'households',
  'persons',
  'age_60_plus',
  'age_65_plus',
  'age_80_plus',
  'living_alone',
] as const satisfies readonly PopulationGroup[];

/** Columns of coverage_units, one row for each unit in the order of the units' table. */
export function unitColumns(run: CoverageRun): Record<string, ColumnData> {
  const { units } = run.ground;
  const columns: Record<string, ColumnData> = {
    unit_code: { kind: 'text', values: units.codes },
    level: dictionaryOf(units.levels),
    name: { kind: 'text', values: units.names },
  };
  for (const group of resultGroups) {
    const series = knownSums(run, group);
    columns[`${group}_total`] = series.total;
    columns[`${group}_covered`] = series.covered;
    columns[`${group}_not_connected`] = series.notConnected;
    columns[`${group}_not_located`] = series.notLocated;
  }
  columns.median_minutes = minutesColumn(run, run.quantiles.medianCm);
  columns.p90_minutes = minutesColumn(run, run.quantiles.p90Cm);
  columns.rate_60_plus = { kind: 'number', values: rates(run, 'age_60_plus') };
  return columns;
}

/** Columns of coverage_unit_details. */
export function unitDetailColumns(run: CoverageRun): Record<string, ColumnData> {
  const { units, facilities, population, unit } = run.ground;
  const nearest = medianFacilities(run);
  const causes = unitCauses(run);
  const unknown = new Int32Array(units.codes.length);
  const known = population.age_60_plus?.known;
  for (let row = 0; row < unit.length; row++) {
    if (unit[row] >= 0 && known?.[row] !== 1) unknown[unit[row]]++;
  }
  return {
    unit_code: { kind: 'text', values: units.codes },
    dependent_total: knownSums(run, 'dependent').total,
    nearest_facility_id: dictionaryOf(
      Array.from(nearest, (facility) =>
        facility < 0 ? null : textAt(facilities.columns.facility_id, facility),
      ),
    ),
    households_age_unknown: { kind: 'integer', values: unknown },
    cause: dictionaryOf(causes.chief),
    short_minutes: { kind: 'number', values: causes.shortMinutes.map(toThousandths) },
    age_60_plus_by_vehicle: knownSums(run, 'age_60_plus', drivenSums(run)).covered,
  };
}

/** Who is within the shortest drive of what serves a township, as the layer of vehicles has it. */
function drivenSums({ ground, parameters }: CoverageRun): UnitSums {
  const [minutes] = defaultVehicle.minutes;
  return vehicleReach(ground, {
    roadKmh: defaultVehicle.roadKmh,
    minutes: [minutes],
    walkingMS: parameters.speedMS,
    types: vehicleTypes,
    statuses: parameters.statuses,
    includesVillagePoints: parameters.includesVillagePoints,
  }).sums[0];
}

/** Percent covered of a group for each unit, two decimals, rounded down; NaN where unknown. */
export function rates(run: CoverageRun, group: PopulationGroup): Float64Array {
  const { total, covered } = knownSums(run, group);
  return Float64Array.from(covered.values, (count, unit) =>
    count === UNKNOWN_INTEGER ? NaN : (rateHundredths(count, total.values[unit]) ?? NaN) / 100,
  );
}

type IntegerColumn = Extract<ColumnData, { kind: 'integer' }>;

/** Sums of a group, unknown in units where nobody's members of it are known; see also `isJudged`. */
export function knownSums(
  run: CoverageRun,
  group: PopulationGroup,
  sumsOf: UnitSums = run.sums,
): Record<keyof GroupSums, IntegerColumn> {
  const sums = sumsOf[group];
  const known = (run.knownHouseholds[group] ?? run.sums.households)?.total;
  // No row at all says nothing about people, but it is a count of households: none.
  const isKnown = (unit: number) => group === 'households' || (known?.[unit] ?? 0) > 0;
  const series = (values: Float64Array | undefined, isTold = isKnown): IntegerColumn => ({
    kind: 'integer',
    values: Int32Array.from(run.ground.units.codes, (_, unit) =>
      values && isTold(unit) ? values[unit] : UNKNOWN_INTEGER,
    ),
  });
  return {
    total: series(sums?.total),
    covered: series(
      sums?.covered,
      (unit) => isKnown(unit) && sums !== undefined && isJudged(sums, unit),
    ),
    notConnected: series(sums?.notConnected),
    notLocated: series(sums?.notLocated),
  };
}

function minutesColumn(run: CoverageRun, cm: Int32Array): ColumnData {
  const values = Float64Array.from(cm, (walk) => roundedMinutes(walk, run.parameters.speedMS));
  return { kind: 'number', values };
}

/** Minutes of a walk to three decimals, NaN where there is none. */
export function roundedMinutes(walkCm: number, speedMS: number): number {
  const minutes = minutesOf(walkCm, speedMS);
  return minutes === undefined ? NaN : toThousandths(minutes);
}

const toThousandths = (value: number) => Math.round(value * 1000) / 1000;

/** Facility of each unit's median household: the first household with exactly that walk. */
function medianFacilities(run: CoverageRun): Int32Array {
  const { unit, units } = run.ground;
  const facility = new Int32Array(units.codes.length).fill(-1);
  for (let row = 0; row < unit.length; row++) {
    const u = unit[row];
    if (u < 0 || facility[u] >= 0 || run.walks.costCm[row] < 0) continue;
    if (run.walks.costCm[row] === run.quantiles.medianCm[u]) facility[u] = run.walks.facility[row];
  }
  return facility;
}
