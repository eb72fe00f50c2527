/**
 * The walks an option is followed on: level, or judged by hills there and back, as coverage has them;
 * and where the data have each facility that counts.
 */
import {
  Isochrones,
  LiveCoverage,
  conditionedStreets,
  countedPoints,
  countingFacilities,
  limitCm,
  locatedHouseholds,
  populationGroups,
  type EdgePoint,
} from '../../reach';
import type { LiveTerms } from './live-figures';

export interface LiveStreets {
  readonly live: LiveCoverage;
  readonly isochrones: Isochrones;
  /** By row of the facilities; nowhere where it does not count. */
  readonly baseline: readonly EdgePoint[];
}

export function liveStreets(terms: LiveTerms): LiveStreets {
  const { ground, parameters } = terms;
  const counts = countingFacilities(ground.facilities, parameters);
  const facilities = countedPoints(ground.facilityPoints, counts);
  const { conditions, speedMS } = parameters;
  const judged = conditions
    ? {
        streets: terms.streets ?? conditionedStreets(ground.network, conditions, speedMS),
        judgement: conditions.judgement,
      }
    : undefined;
  const live = new LiveCoverage({
    network: ground.network,
    facilities,
    households: ground.householdPoints,
    places: ground.places,
    located: locatedHouseholds(ground.households, parameters.includesVillagePoints),
    limit: limitCm(parameters.minutes, speedMS),
    judged,
    tree: ground.units,
    unit: ground.unit,
    columns: Object.fromEntries(
      populationGroups.map((group) => [group, ground.population[group]?.values]),
    ),
  });
  const isochrones = judged
    ? new Isochrones(judged.streets.network, {
        judged: { costs: judged.streets.costs, judgement: judged.judgement },
      })
    : new Isochrones(ground.network);
  const baseline = Array.from(counts, (_, row): EdgePoint => ({
    edge: facilities.edge[row],
    alongCm: facilities.alongCm[row],
    doorCm: facilities.doorCm[row],
  }));
  return { live, isochrones, baseline };
}
