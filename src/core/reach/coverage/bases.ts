/**
 * The definitions of a 15-minute circle side by side: the standard's 1,000 m, older people at
 * 0.8 m/s, the oldest at 0.6 m/s, and each age at its own speed. On level streets one search serves
 * all of them; where steps or waits are counted, each speed has walks of its own.
 */
import { StreetClass } from '../../network/graph';
import { finish } from '../../steps';
import { sumByUnit, type PopulationGroup, type UnitSums } from '../units/rollup';
import { statesOf, type CoverageInput } from '../walks/coverage-states';
import type { PlaceCosts } from '../walks/households';
import { conditionedStreets, judgedWalks } from './conditions';
import type { CoverageRun } from './coverage-run';
import { ageBands, sumByBand, walkingSpeedsMS, yardstickCm, yardsticks } from './walkers';
import { forgetUnlocated, locatedHouseholds } from './who-counts';

export const bases = ['standard', 'older', 'oldest', 'by_age'] as const;
export type Basis = (typeof bases)[number];

/** All of them speak of a quarter of an hour. */
export const basisMinutes = 15;

/** Metres per second of a definition; the standard's distance as the speed that walks it in time. */
export function basisSpeedMS(basis: Exclude<Basis, 'by_age'>): number {
  return yardstickCm(yardsticks[basis]) / 100 / (basisMinutes * 60);
}

/** Answers for one run, definition by definition; walks of a speed are made once. */
export class BasisSums {
  readonly #run: CoverageRun;
  readonly #located: Uint8Array;
  readonly #walks = new Map<number, PlaceCosts>();
  readonly #sums = new Map<Basis, UnitSums>();

  constructor(run: CoverageRun) {
    this.#run = run;
    const { ground, parameters } = run;
    this.#located = locatedHouseholds(ground.households, parameters.includesVillagePoints);
  }

  get run(): CoverageRun {
    return this.#run;
  }

  /** Sums of every unit under one definition; under `by_age` only groups of ages have any. */
  of(basis: Basis): UnitSums {
    const made = this.#sums.get(basis) ?? this.#make(basis);
    this.#sums.set(basis, made);
    return made;
  }

  #make(basis: Basis): UnitSums {
    const { units, unit, population, households } = this.#run.ground;
    const walks = (speedMS: number) => this.#inputAt(speedMS);
    const counts = Object.entries(population) as [
      PopulationGroup,
      { values: Int32Array; known: Uint8Array },
    ][];
    if (basis !== 'by_age') {
      const values = Object.fromEntries(counts.map(([group, { values }]) => [group, values]));
      const states = statesOf(walks(basisSpeedMS(basis)), yardstickCm(yardsticks[basis]));
      return sumByUnit(units, unit, states, values);
    }
    const known = Object.fromEntries(counts.map(([group, { known }]) => [group, known]));
    const ages = Object.fromEntries(
      ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'].flatMap((name) => {
        const column = households.columns[name];
        return column?.kind === 'integer' ? [[name, column.values]] : [];
      }),
    );
    const bands = ageBands(ages, walkingSpeedsMS, known);
    return sumByBand(units, unit, walks, basisMinutes, bands);
  }

  #inputAt(speedMS: number): CoverageInput {
    const { costCm } = this.#walksAt(speedMS);
    return { costCm, edge: this.#run.ground.householdPoints.edge, located: this.#located };
  }

  #walksAt(speedMS: number): PlaceCosts {
    const { walks, streets, parameters } = this.#run;
    const { conditions } = parameters;
    if (!conditions || streets === null || !this.#weighsBySpeed()) return walks;
    if (speedMS === parameters.speedMS) return walks;
    const made = this.#walks.get(speedMS);
    if (made) return made;
    const { network, householdPoints } = this.#run.ground;
    const own = conditionedStreets(network, conditions, speedMS);
    const { facilityPoints } = this.#run;
    const fresh = finish(judgedWalks(own, householdPoints, facilityPoints, conditions.judgement));
    forgetUnlocated(fresh, this.#located);
    this.#walks.set(speedMS, fresh);
    return fresh;
  }

  /** Slopes slow everybody alike; steps and waits weigh the more the faster one walks. */
  #weighsBySpeed(): boolean {
    const { edgeClass } = this.#run.ground.network;
    const crossingS = this.#run.parameters.conditions?.crossingS ?? 0;
    return (
      edgeClass.includes(StreetClass.steps) ||
      (crossingS > 0 && edgeClass.includes(StreetClass.crossing))
    );
  }
}
