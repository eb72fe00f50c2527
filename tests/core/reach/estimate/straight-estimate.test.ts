import { expect, it } from 'vitest';
import {
  defaultDetourFactors,
  populationOf,
  straightEstimate,
  unitIndices,
  unitsOf,
} from '../../../../src/core/reach';
import { drawnTable } from '../drawn-city';

it('the straight line, 1.3 times in town and 1.5 elsewhere, for those asked about alone', async () => {
  const households = await drawnTable(
    'households',
    ['household_id', 'lon', 'lat', 'unit_code', 'persons'],
    [
      ['in_town', 500, 0, 'street', 3],
      ['in_village', 500, 0, 'village', 4],
      ['nearer_to_the_second', 1900, 0, 'village', 5],
      ['not_asked', 10, 0, 'village', 6],
      ['without_a_place', '', '', 'village', 7],
    ],
  );
  const facilities = await drawnTable(
    'facilities',
    ['facility_id', 'lon', 'lat'],
    [
      ['first', 0, 0],
      ['second', 2000, 0],
      ['not_counted', 500, 0],
    ],
  );
  const units = unitsOf(
    await drawnTable(
      'admin_units',
      ['unit_code', 'name', 'level', 'kind'],
      [
        ['street', '居', 'village', 'residents_committee'],
        ['village', '村', 'village', 'villagers_committee'],
      ],
    ),
  );
  const estimate = straightEstimate({
    households,
    facilities,
    units,
    unit: unitIndices(units, households),
    population: populationOf(households, null),
    facilityCounts: Uint8Array.of(1, 1, 0),
    asked: Uint8Array.of(1, 1, 1, 0, 1),
    factors: defaultDetourFactors,
    limitCm: 72_000,
  });
  expect([...estimate.costCm]).toEqual([65_000, 75_000, 15_000, -1, -1]);
  expect([...estimate.facility]).toEqual([0, 0, 1, -1, -1]);
  const { total, covered } = estimate.sums.persons!;
  expect([...total]).toEqual([3, 4 + 5 + 7]);
  expect([...covered]).toEqual([3, 5]);
});
