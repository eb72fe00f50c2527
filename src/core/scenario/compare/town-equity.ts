/**
 * How evenly towns are served. The measure is the Gini coefficient of the share covered, towns weighted
 * by their people (0: every town the same; near 1: all in one), after C. Gini, 1912; beside it what
 * anyone can check: the share covered in the fifth of the towns where it is lowest.
 */
import type { CoverageRun, PopulationGroup } from '../../reach';
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
  const towns = levels
    .map((level, unit) => ({ level, reached: sums.covered[unit], total: sums.total[unit] }))
    .filter(({ level, total }) => level === 'town' && total > 0)
    // Shares in order, compared as whole numbers.
    .sort((a, b) => a.reached * b.total - b.reached * a.total);
  const total = towns.reduce((sum, town) => sum + town.total, 0);
  const reached = towns.reduce((sum, town) => sum + town.reached, 0);
  if (reached === 0) return null;
  // Twice the area below the Lorenz curve, in people × people.
  let twice = 0;
  let before = 0;
  for (const town of towns) {
    twice += town.total * (2 * before + town.reached);
    before += town.reached;
  }
  const lowest = towns.slice(0, Math.ceil(towns.length / 5));
  return {
    gini: 1 - twice / (total * reached),
    lowestFifth: {
      reached: lowest.reduce((sum, town) => sum + town.reached, 0),
      total: lowest.reduce((sum, town) => sum + town.total, 0),
    },
    towns: towns.length,
  };
}
