/**
 * Minutes by vehicle to what serves a whole township: an estimate of driving, a layer of its own and
 * no circle on foot. Streets shared with vehicles are driven at one stated speed; paths, steps and
 * the way from the door to the street are walked. Signs for vehicles are not in the network:
 * one-way streets are driven both ways, and motorways closed to walkers not at all.
 */
import { StreetClass, type Network } from '../../network/graph';
import type { CoverageGround } from '../coverage/coverage-ground';
import { countedPoints, countingFacilities, locatedHouseholds } from '../coverage/who-counts';
import { NearestSearch, UNLIMITED_CM } from '../search/nearest';
import type { WalkCosts } from '../streets/walk-costs';
import { sumByUnit, type UnitSums } from '../units/rollup';
import { limitCm, statesOf } from '../walks/coverage-states';
import { costsOf, placeHouseholds, type PlaceCosts } from '../walks/households';

export interface VehicleOptions {
  /** On streets shared with vehicles, kilometres per hour. */
  readonly roadKmh: number;
  /** From the door to the street, on paths and steps, metres per second. */
  readonly walkingMS: number;
  readonly minutes: readonly number[];
  /** Types and statuses of facilities that count; null counts all. */
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
}

export interface VehicleReach {
  readonly options: VehicleOptions;
  /** Facility of each household and the way in centimetres of walking at `walkingMS`; -1 for none. */
  readonly ways: PlaceCosts;
  /** 1 for each facility that counts. */
  readonly facilityCounts: Uint8Array;
  /** By `options.minutes`. */
  readonly sums: readonly UnitSums[];
}

export function vehicleReach(ground: CoverageGround, options: VehicleOptions): VehicleReach {
  const { network, householdPoints, facilityPoints, households, facilities, units } = ground;
  const costs = vehicleCosts(network, options);
  const facilityCounts = countingFacilities(facilities, options);
  const points = countedPoints(facilityPoints, facilityCounts);
  const search = new NearestSearch(network, costs);
  search.run(points);
  const places = placeHouseholds(network, householdPoints, 'from', costs);
  const ways = costsOf(network, places, points, search.search.label, UNLIMITED_CM);
  const located = locatedHouseholds(households, options.includesVillagePoints);
  const input = { costCm: ways.costCm, edge: householdPoints.edge, located };
  const values = Object.fromEntries(
    Object.entries(ground.population).map(([group, counts]) => [group, counts.values]),
  );
  const sums = options.minutes.map((minutes) =>
    sumByUnit(units, ground.unit, statesOf(input, limitCm(minutes, options.walkingMS)), values),
  );
  return { options, ways, facilityCounts, sums };
}

/** Streets driven cost the centimetres one would walk in the same time. */
function vehicleCosts(
  { edgeCount, edgeClass, shapeStart, shapeCm }: Network,
  { roadKmh, walkingMS }: VehicleOptions,
): WalkCosts {
  const factor = walkingMS / (roadKmh / 3.6);
  const costCm = shapeCm.slice();
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeClass[edge] !== StreetClass.street) continue;
    const last = shapeStart[edge + 1] - 1;
    for (let i = shapeStart[edge] + 1; i <= last; i++) {
      costCm[i] = Math.max(i === last ? 1 : 0, Math.round(shapeCm[i] * factor));
    }
  }
  return { forwardCm: costCm, backwardCm: costCm };
}
