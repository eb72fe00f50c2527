/** The circle of one facility: areas for the eye, people counted door by door on the streets. */
import { ok, problem, type Result } from '../../../core/result';
import {
  CoverageState,
  Isochrones,
  NearestSearch,
  costsOf,
  emptyCosts,
  limitCm,
  type CoverageGround,
  type PlaceCosts,
  type PopulationGroup,
} from '../../../core/reach';
import type { FacilityCircle, PeopleInside } from '../data/coverage-data';

/** Keeps what is large from one circle to the next. */
export class FacilityCircles {
  readonly #ground: CoverageGround;
  readonly #isochrones: Isochrones;
  readonly #search: NearestSearch;
  readonly #costs: PlaceCosts;

  constructor(ground: CoverageGround) {
    this.#ground = ground;
    this.#isochrones = new Isochrones(ground.network);
    this.#search = new NearestSearch(ground.network);
    this.#costs = emptyCosts(ground.places);
  }

  get ground(): CoverageGround {
    return this.#ground;
  }

  /** `states` of the coverage in view: who is not located there is not counted here. */
  around(
    facilityIndex: number,
    name: string,
    minutes: readonly number[],
    speedMS: number,
    states: Uint8Array,
  ): Result<FacilityCircle> {
    const { facilityPoints, network, places } = this.#ground;
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
    this.#search.run(point, widestCm);
    costsOf(network, places, point, this.#search.search.label, widestCm, this.#costs);
    return ok({
      facilityIndex,
      speedMetresPerS: speedMS,
      bands: areas.map((area) => ({
        minutes: area.minutes,
        people: this.#peopleWithin(area.limitCm, states),
        polygon: area.geometry,
      })),
    });
  }

  #peopleWithin(limit: number, states: Uint8Array): PeopleInside {
    const { costCm } = this.#costs;
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
