/** Why the people of each unit are not covered: how many for each cause, and the chief one. */
import type { CoverageRun } from '../coverage/coverage-run';
import { unitsBottomUp } from '../units/rollup';
import { walkCauses, type WalkCause } from './cause-names';
import { causesOf, COVERED } from './causes';

export interface UnitCauses {
  /** Whom the counts count: people of 60 and over, or households where ages are unknown. */
  readonly group: 'age_60_plus' | 'households';
  /** People left out in each unit, by cause. */
  readonly counts: Readonly<Record<WalkCause, Float64Array>>;
  /** What most of those left out lack; null where nobody is left out. */
  readonly chief: readonly (WalkCause | null)[];
  /** Minutes by which the walk of the unit's median household is too long; NaN where it is not. */
  readonly shortMinutes: Float64Array;
}

/** @param causes of each household, where they are known already */
export function unitCauses(run: CoverageRun, causes: Uint8Array = causesOf(run)): UnitCauses {
  const { ground, quantiles, limitCm, parameters } = run;
  const { units, unit, population } = ground;
  const group = population.age_60_plus ? 'age_60_plus' : 'households';
  const people = population[group]!.values;
  const series = walkCauses.map(() => new Float64Array(units.codes.length));
  for (let i = 0; i < causes.length; i++) {
    if (unit[i] >= 0 && causes[i] !== COVERED) series[causes[i]][unit[i]] += people[i];
  }
  for (const u of unitsBottomUp(units)) {
    const above = units.parent[u];
    if (above >= 0) for (const counts of series) counts[above] += counts[u];
  }
  const counts = Object.fromEntries(
    walkCauses.map((cause, c) => [cause, series[c]]),
  ) as UnitCauses['counts'];
  return {
    group,
    counts,
    chief: units.codes.map((_, u) => chiefOf(counts, u)),
    shortMinutes: Float64Array.from(quantiles.medianCm, (cm) =>
      cm > limitCm ? (cm - limitCm) / (parameters.speedMS * 6000) : NaN,
    ),
  };
}

/** Those on streets are weighed together first; then the commonest of their causes is told. */
function chiefOf(counts: UnitCauses['counts'], unit: number): WalkCause | null {
  const onStreets = ['too_far', 'detour', 'slope', 'no_route'] as const;
  const walking = onStreets.reduce((sum, cause) => sum + counts[cause][unit], 0);
  const unconnected = counts.not_connected[unit];
  const unlocated = counts.not_located[unit];
  if (walking + unconnected + unlocated === 0) return null;
  if (walking < Math.max(unconnected, unlocated)) {
    return unconnected >= unlocated ? 'not_connected' : 'not_located';
  }
  return onStreets.reduce((best, cause) =>
    counts[cause][unit] > counts[best][unit] ? cause : best,
  );
}
