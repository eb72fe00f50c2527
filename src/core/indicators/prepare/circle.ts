/**
 * The 15-minute circle under its three bases, side by side: the reach engine decides every household,
 * this lays the sums where the indicators read them.
 */
import {
  coverageRun,
  defaultSnapCaps,
  yardstickCm,
  yardsticks,
  type CoverageGround,
  type CoverageRun,
  type GroupSums,
  type SnapCaps,
} from '../../reach';
import { ok, type Progress, type Result } from '../../result';
import { circleTypes, countingStatuses } from '../../store/counting';
import type { Columns, Database } from '../../store/database';
import { effectiveEntry, type Overrides } from '../catalogue/settings';
import type { Catalogue } from '../types';

export interface CircleBasis {
  readonly id: keyof typeof yardsticks;
  readonly minutes: number;
  readonly speedMS: number;
}

const minutes = 15;

/** The engine's yardsticks, each as a speed for 15 minutes: 1,000 m; 0.8 m/s; 0.6 m/s. */
export const circleBases: readonly CircleBasis[] = (['standard', 'older', 'oldest'] as const).map(
  (id) => ({ id, minutes, speedMS: yardstickCm(yardsticks[id]) / 100 / (minutes * 60) }),
);

/** Which facilities count, and how far a door may lie from its street. */
export interface CircleOrder {
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  readonly caps: SnapCaps;
}

/** The measure whose entry says what the circle counts. */
const circleMeasure = 'eldercare_circle_15min_coverage';

/** As the catalogue has it, or as the user changed it. */
export function circleOrder(catalogue: Catalogue, overrides: Overrides): CircleOrder {
  const entry = catalogue.indicators.find((one) => one.measure === circleMeasure);
  const parameters = entry ? effectiveEntry(catalogue, entry, overrides).parameters : {};
  const listed = (name: string, absent: readonly string[]) => {
    const value = parameters[name];
    return Array.isArray(value) ? (value as readonly string[]) : absent;
  };
  const metres = (name: string, absent: number) => {
    const value = parameters[name];
    return typeof value === 'number' && value >= 0 ? value : absent;
  };
  return {
    types: listed('counted_types', circleTypes),
    statuses: listed('counted_statuses', countingStatuses),
    caps: {
      townMaxSnapM: metres('town_max_snap_m', defaultSnapCaps.townMaxSnapM),
      villageMaxSnapM: metres('village_max_snap_m', defaultSnapCaps.villageMaxSnapM),
      maxSnapM: null,
    },
  };
}

/** No sums stand: the circle's indicator lacks its data. */
export const clearCircles = (database: Database): Promise<void> =>
  database.run('DELETE FROM coverage_circles');

/**
 * Runs the engine under every basis (one search serves all) and keeps the sums in the database.
 * @param ground made with the caps of the order
 */
export async function storeCircles(
  database: Database,
  ground: CoverageGround,
  { types, statuses }: Pick<CircleOrder, 'types' | 'statuses'>,
  progress?: Progress,
): Promise<Result<readonly CoverageRun[]>> {
  // First of all: where the engine finds nothing to walk to, sums of an earlier order must not stand.
  await clearCircles(database);
  const runs: CoverageRun[] = [];
  for (const { minutes, speedMS } of circleBases) {
    const parameters = { minutes, speedMS, types, statuses, includesVillagePoints: false };
    const run = coverageRun(ground, parameters, progress, runs[0]);
    if (!run.ok) return run;
    runs.push(run.value);
  }
  for (const [i, basis] of circleBases.entries()) {
    await database.insert('coverage_circles', circleColumns(circleSums(runs[i]), basis.id));
  }
  return ok(runs);
}

/** Sums by unit, in the order of `codes`: what a worker hands over. */
export interface CircleSums {
  readonly codes: readonly string[];
  readonly people?: GroupSums;
  readonly households?: GroupSums;
  /** Households whose 60+ are known, where not all are. */
  readonly knownHouseholds?: GroupSums;
}

export function circleSums({ ground, sums, knownHouseholds }: CoverageRun): CircleSums {
  return {
    codes: ground.units.codes,
    people: sums.age_60_plus,
    households: sums.households,
    knownHouseholds: knownHouseholds.age_60_plus,
  };
}

/** One run's sums as rows of coverage_circles. */
export function circleColumns(sums: CircleSums, basis: CircleBasis['id']): Columns {
  const { codes, people, households, knownHouseholds: known } = sums;
  const each = (values: Float64Array | undefined) =>
    codes.map((_, unit) => (values === undefined ? null : values[unit]));
  return {
    basis: codes.map(() => basis),
    unit_code: [...codes],
    age_60_plus_total: each(people?.total),
    age_60_plus_covered: each(people?.covered),
    age_60_plus_not_connected: each(people?.notConnected),
    age_60_plus_not_located: each(people?.notLocated),
    households_age_unknown: codes.map((_, unit) =>
      known === undefined || households === undefined
        ? 0
        : households.total[unit] - known.total[unit],
    ),
  };
}
