/**
 * How evenly towns are served. The measure is the Gini coefficient of the share covered, towns weighted
 * by their people (0: every town the same; near 1: all in one), after C. Gini, 1912; beside it what
 * anyone can check: the share covered in the fifth of the towns where it is lowest.
 */
import { isJudged, lorenzCurve, type CoverageRun, type PopulationGroup } from '../../reach';
import type { Meter } from '../live/village-meters';

export interface TownEquity {
  readonly gini: number;
  /** People of the fifth of the towns (rounded up) with the lowest shares. */
  readonly lowestFifth: Meter;
  readonly towns: number;
}

/** Null where there are no towns with people, or nobody is covered. */
export function townEquity(run: CoverageRun, group: PopulationGroup): TownEquity | null {
  const { levels } = run.ground.units;
  const sums = run.sums[group];
  if (!sums) return null;
  const all = levels.map((level, unit) =>
    level === 'town' && isJudged(sums, unit)
      ? { covered: sums.covered[unit], total: sums.total[unit] }
      : null,
  );
  const curve = lorenzCurve(all);
  if (curve === null) return null;
  const towns = curve.points.slice(1).map(({ index }) => all[index]!);
  const lowest = towns.slice(0, Math.ceil(towns.length / 5));
  return {
    gini: curve.gini,
    lowestFifth: {
      reached: lowest.reduce((sum, town) => sum + town.covered, 0),
      total: lowest.reduce((sum, town) => sum + town.total, 0),
    },
    towns: towns.length,
  };
}
