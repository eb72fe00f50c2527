import { describe, expect, it } from 'vitest';
import {
  coverageRun,
  defaultVehicle,
  NO_VEHICLE_CLASS,
  vehicleClasses,
  vehicleReach,
  type VehicleOptions,
} from '../../../../src/core/reach';
import { drawnNetwork, drawnTable, groundOf, plainParameters } from '../drawn-city';

const options: VehicleOptions = {
  ...defaultVehicle,
  walkingMS: 0.8,
  types: null,
  statuses: null,
  includesVillagePoints: false,
};

async function groundAlong(pathFrom: number) {
  return groundOf({
    network: await drawnNetwork([
      {
        line: [
          [0, 0],
          [pathFrom, 0],
        ],
      },
      {
        line: [
          [pathFrom, 0],
          [20_000, 0],
        ],
        highway: 'footway',
      },
    ]),
    households: await drawnTable(
      'households',
      ['household_id', 'lon', 'lat', 'persons'],
      [
        ['near', 4900, 0, 1],
        ['farther', 5100, 0, 2],
        ['off_the_road', 4900, 40, 4],
        ['far', 9900, 0, 8],
      ],
    ),
    facilities: await drawnTable('facilities', ['facility_id', 'lon', 'lat'], [['home', 0, 0]]),
  });
}

describe('minutes by vehicle', () => {
  it('are 5 km and 10 km at 20 km/h on roads; doors and paths are walked', async () => {
    const { ways, sums } = vehicleReach(await groundAlong(20_000), options);
    const minutes = [...ways.costCm].map((cm) => cm / 80 / 60);
    // 20 km/h are 333.3 m a minute; 40 m to the road are walked at 48 m a minute.
    expect(minutes[0]).toBeCloseTo(4900 / 333.333, 2);
    expect(minutes[2]).toBeCloseTo(4900 / 333.333 + 40 / 48, 2);
    expect(sums.map((of) => of.persons!.covered[0])).toEqual([1, 1 + 2 + 4 + 8]);
  });

  it('where the road ends at 4,500 m, the rest is walked', async () => {
    const { ways } = vehicleReach(await groundAlong(4500), options);
    expect(ways.costCm[0] / 80 / 60).toBeCloseTo(4500 / 333.333 + 400 / 48, 2);
  });

  it('put a unit where at least half of its people are, and nowhere what is unknown', async () => {
    const ground = await groundAlong(20_000);
    const run = coverageRun(ground, { ...plainParameters, minutes: 15, speedMS: 0.8 });
    if (!run.ok) throw new Error(run.problem.code);
    const classesWithin = (...minutes: number[]) => {
      const driven = vehicleReach(ground, { ...options, minutes });
      return [
        vehicleClasses(run.value, driven, 'persons')[0],
        vehicleClasses(run.value, driven, 'age_60_plus')[0],
      ];
    };
    // 1 of 15 people within 15 minutes, 7 within 16, all within 30.
    expect(classesWithin(15, 30)).toEqual([1, NO_VEHICLE_CLASS]);
    expect(classesWithin(15, 16)).toEqual([2, NO_VEHICLE_CLASS]);
    expect(classesWithin(30, 40)).toEqual([0, NO_VEHICLE_CLASS]);
  });
});
