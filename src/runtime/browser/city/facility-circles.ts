/** The circle of one facility: areas for the eye, people counted door by door on the streets. */
import { ok, problem, type Result } from '../../../core/result';
import {
  CoverageState,
  Isochrones,
  JudgedSearch,
  NearestSearch,
  costsOf,
  emptyCosts,
  limitCm,
  type ConditionedStreets,
  type CoverageGround,
  type CoverageRun,
  type EdgePoints,
  type PlaceCosts,
  type PopulationGroup,
} from '../../../core/reach';
import type { FacilityCircle, PeopleInside } from '../data/coverage-data';

/** Keeps what is large from one circle to the next. */
export class FacilityCircles {
  readonly #ground: CoverageGround;
  readonly #streets: ConditionedStreets | null;
  readonly #isochrones: Isochrones;
  readonly #walksTo: (point: EdgePoints, limitCm: number) => PlaceCosts;

  /** Hills, steps and both ways as in the run, if it counts them. */
  constructor({ ground, streets, parameters }: CoverageRun) {
    const { network, places, householdPoints } = ground;
    this.#ground = ground;
    this.#streets = streets;
    if (streets === null || !parameters.conditions) {
      this.#isochrones = new Isochrones(network);
      const search = new NearestSearch(network);
      const costs = emptyCosts(places);
      this.#walksTo = (point, limit) => {
        search.run(point, limit);
        return costsOf(network, places, point, search.search.label, limit, costs);
      };
    } else {
      const { judgement } = parameters.conditions;
      const { costs } = streets;
      this.#isochrones = new Isochrones(streets.network, { judged: { costs, judgement } });
      const search = new JudgedSearch(streets.network, costs, householdPoints);
      this.#walksTo = (point, limit) => search.run(point, limit, judgement);
    }
  }

  /** Whether these are the circles of a run's streets. */
  isOf({ ground, streets }: CoverageRun): boolean {
    return this.#ground === ground && this.#streets === streets;
  }

  /** `states` of the coverage in view: who is not located there is not counted here. */
  around(
    facilityIndex: number,
    name: string,
    minutes: readonly number[],
    speedMS: number,
    states: Uint8Array,
  ): Result<FacilityCircle> {
    const { facilityPoints } = this.#ground;
    const edge = facilityPoints.edge[facilityIndex];
    if (!(edge >= 0)) return problem('facility_not_connected', { facility: name });
    const point = {
      edge: [edge],
      alongCm: [facilityPoints.alongCm[facilityIndex]],
      doorCm: [facilityPoints.doorCm[facilityIndex]],
    };
    const widestFirst = [...minutes].sort((a, b) => b - a);
    const areas = this.#isochrones.around(point, widestFirst, speedMS);
    const widestCm = limitCm(widestFirst[0], speedMS);
    const { costCm } = this.#walksTo(point, widestCm);
    return ok({
      facilityIndex,
      speedMetresPerS: speedMS,
      bands: areas.map((area) => ({
        minutes: area.minutes,
        people: this.#peopleWithin(costCm, area.limitCm, states),
        polygon: area.geometry,
      })),
    });
  }

  #peopleWithin(costCm: Int32Array, limit: number, states: Uint8Array): PeopleInside {
    const inside: number[] = [];
    for (let i = 0; i < costCm.length; i++) {
      if (costCm[i] >= 0 && costCm[i] <= limit && states[i] !== CoverageState.notLocated)
        inside.push(i);
    }
    const sum = (group: PopulationGroup): number | null => {
      const counts = this.#ground.population[group];
      return counts ? inside.reduce((total, i) => total + counts.values[i], 0) : null;
    };
    return {
      households: inside.length,
      persons: sum('persons'),
      age60Plus: sum('age_60_plus'),
      age65Plus: sum('age_65_plus'),
      age80Plus: sum('age_80_plus'),
    };
  }
}
