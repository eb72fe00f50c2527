/**
 * The 15-minute circle under its three bases, side by side: the reach engine decides every household,
 * this lays the sums where the indicators read them.
 */
import { coverageRun, type CoverageGround, type CoverageRun } from '../reach';
import { ok, type Progress, type Result } from '../result';
import type { Columns, Database } from '../store/database';

export interface CircleBasis {
  readonly id: 'standard' | 'older' | 'oldest';
  readonly minutes: number;
  readonly speedMS: number;
}

/** 1,000 m (GB 50180's circle); 0.8 m/s, 720 m; 0.6 m/s, 540 m. All in 15 minutes. */
export const circleBases: readonly CircleBasis[] = [
  { id: 'standard', minutes: 15, speedMS: 1000 / 900 },
  { id: 'older', minutes: 15, speedMS: 0.8 },
  { id: 'oldest', minutes: 15, speedMS: 0.6 },
];

export interface CircleCounting {
  readonly types: readonly string[];
  readonly statuses: readonly string[];
}

/** Runs the engine under every basis (one search serves all) and keeps the sums in the database. */
export async function storeCircles(
  database: Database,
  ground: CoverageGround,
  { types, statuses }: CircleCounting,
  progress?: Progress,
): Promise<Result<readonly CoverageRun[]>> {
  const runs: CoverageRun[] = [];
  for (const { minutes, speedMS } of circleBases) {
    const parameters = { minutes, speedMS, types, statuses, includesVillagePoints: false };
    const run = coverageRun(ground, parameters, progress, runs[0]);
    if (!run.ok) return run;
    runs.push(run.value);
  }
  await database.run('DELETE FROM coverage_circles');
  for (const [i, basis] of circleBases.entries()) {
    await database.insert('coverage_circles', circleColumns(runs[i], basis.id));
  }
  return ok(runs);
}

/** One run's sums as rows of coverage_circles. */
export function circleColumns(run: CoverageRun, basis: CircleBasis['id']): Columns {
  const { codes } = run.ground.units;
  const people = run.sums.age_60_plus;
  const households = run.sums.households;
  const known = run.knownHouseholds.age_60_plus;
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
