/**
 * How sure: people 60+ covered at other walking speeds and other limits of the way to the street. On
 * level streets the walk to the nearest facility does not depend on the speed, so each speed is one sum
 * over the households; under conditions (hills, steps) each speed is walked anew, under the own limits.
 */
import {
  coverageRun,
  limitCm,
  locatedHouseholds,
  statesOf,
  sumByUnit,
  withCaps,
  type CoverageRun,
  type SnapCaps,
} from '../../reach';
import type { Sensitivity, SensitivityCase } from './result-summary';

/** Speeds of older people in the literature: DOMAIN 2.3 gives 0.6 (80 and over) to 1.0 (planning). */
export const sensitivitySpeeds = [0.6, 0.7, 0.8, 0.9, 1.0] as const;

/** The limits of the way to the street under which a result is tried again, times its own. */
export const sensitivityFactors = [1, 0.5, 2] as const;

export interface SnapLimits {
  readonly townMaxSnapM: number;
  readonly villageMaxSnapM: number;
}

/** All cases of a run at once; null where ages are unknown. */
export function sensitivityOf(run: CoverageRun): Sensitivity | null {
  const count = new SensitivityCount(run);
  count.steps.forEach((step) => step());
  return count.result;
}

/** The cases in steps of about a second each on a large city, so that whoever asks can stop between. */
export class SensitivityCount {
  readonly steps: readonly (() => void)[];
  readonly #run: CoverageRun;
  readonly #speeds: readonly number[];
  readonly #cases: SensitivityCase[] = [];
  readonly #covered: Record<string, number[]> = {};

  constructor(run: CoverageRun) {
    this.#run = run;
    // A speed of the user's own is one of the cases, so that no band leaves the result itself out.
    const own = run.parameters.speedMS;
    this.#speeds = [...new Set([...sensitivitySpeeds, own])].sort((a, b) => a - b);
    this.steps = run.parameters.conditions
      ? this.#speeds.map((speedMS) => () => this.#walkAnew(speedMS))
      : sensitivityFactors.map((factor) => () => this.#underLimits(factor));
  }

  /** Whole once every step was taken. */
  get result(): Sensitivity | null {
    return this.#cases.length === 0 ? null : { cases: this.#cases, covered: this.#covered };
  }

  #underLimits(factor: number): void {
    const { ground, parameters } = this.#run;
    const run =
      factor === 1
        ? this.#run
        : valueOf(coverageRun(withCaps(ground, times(ground.caps, factor)), parameters));
    for (const speedMS of this.#speeds) if (run) this.#add(run, speedMS);
  }

  #walkAnew(speedMS: number): void {
    const { ground, parameters } = this.#run;
    const run =
      speedMS === parameters.speedMS
        ? this.#run
        : valueOf(coverageRun(ground, { ...parameters, speedMS }));
    if (run) this.#add(run, speedMS);
  }

  #add(run: CoverageRun, speedMS: number): void {
    const { units, unit, population, householdPoints, households, caps } = run.ground;
    const people = population.age_60_plus?.values;
    if (!people) return;
    const located = locatedHouseholds(households, run.parameters.includesVillagePoints);
    const input = { costCm: run.walks.costCm, edge: householdPoints.edge, located };
    const states = statesOf(input, limitCm(run.parameters.minutes, speedMS));
    const sums = sumByUnit(units, unit, states, { age_60_plus: people }).age_60_plus!;
    this.#cases.push({ speedMS, ...limitsOf(caps) });
    units.codes.forEach((code, row) => {
      if (units.isGiven && units.levels[row] === 'village') return;
      (this.#covered[code] ??= []).push(sums.covered[row]);
    });
  }
}

/** Limits in force: one for all takes the place of both. */
function limitsOf({ townMaxSnapM, villageMaxSnapM, maxSnapM }: SnapCaps): SnapLimits {
  return { townMaxSnapM: maxSnapM ?? townMaxSnapM, villageMaxSnapM: maxSnapM ?? villageMaxSnapM };
}

function times({ townMaxSnapM, villageMaxSnapM, maxSnapM }: SnapCaps, factor: number): SnapCaps {
  return {
    townMaxSnapM: factor * townMaxSnapM,
    villageMaxSnapM: factor * villageMaxSnapM,
    maxSnapM: maxSnapM === null ? null : factor * maxSnapM,
  };
}

/** Limits that leave no facility on a street are no case. */
const valueOf = (run: ReturnType<typeof coverageRun>) => (run.ok ? run.value : null);
