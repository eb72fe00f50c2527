/**
 * How sure: people 60+ covered at other walking speeds and other limits of the way to the street. The
 * walk to the nearest facility does not depend on the speed, so each speed is one sum over the households.
 */
import { limitCm, sumByUnit, statesOf, locatedHouseholds, type CoverageRun } from '../../reach';
import type { Sensitivity, SensitivityCase } from './result-summary';

/** Speeds of older people in the literature: DOMAIN 2.3 gives 0.6 (80 and over) to 1.0 (planning). */
export const sensitivitySpeeds = [0.6, 0.7, 0.8, 0.9, 1.0] as const;

export interface SnapLimits {
  readonly townMaxSnapM: number;
  readonly villageMaxSnapM: number;
}

/**
 * @param runs one run for each pair of limits, the first being the result's own
 * @returns cases in the order of runs, then speeds; null where ages are unknown
 */
export function sensitivityOf(
  runs: readonly { readonly run: CoverageRun; readonly limits: SnapLimits }[],
  speeds: readonly number[] = sensitivitySpeeds,
): Sensitivity | null {
  const cases: SensitivityCase[] = [];
  const covered: Record<string, number[]> = {};
  for (const { run, limits } of runs) {
    const { units, unit, population, householdPoints, households } = run.ground;
    const people = population.age_60_plus?.values;
    if (!people) return null;
    const located = locatedHouseholds(households, run.parameters.includesVillagePoints);
    const input = { costCm: run.walks.costCm, edge: householdPoints.edge, located };
    for (const speedMS of speeds) {
      cases.push({ speedMS, ...limits });
      const states = statesOf(input, limitCm(run.parameters.minutes, speedMS));
      const sums = sumByUnit(units, unit, states, { age_60_plus: people }).age_60_plus!;
      units.codes.forEach((code, row) => {
        if (units.isGiven && units.levels[row] === 'village') return;
        (covered[code] ??= []).push(sums.covered[row]);
      });
    }
  }
  return { cases, covered };
}
