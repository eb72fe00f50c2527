import { afterAll, beforeAll, expect, it } from 'vitest';
import { coverageFigureQuery, type CoverageFigure } from '../../../src/core/export';
import type { PopulationGroup } from '../../../src/core/reach';
import { openBothDatabases } from '../store/both-databases';

let both: Awaited<ReturnType<typeof openBothDatabases>>;

beforeAll(async () => {
  both = await openBothDatabases();
  await both.insert('admin_units', {
    unit_code: ['350400000000', '350421000000', '350421100000', '350421100200', '350421100201'],
    // The town is left out of the tree by its parent; the code tells. The last village has a host.
    parent_code: [null, '350400000000', null, '350421100000', '999999999000'],
    host_code: [null, null, null, null, '350421100000'],
    name: ['city', 'county', 'town', 'a', 'b'],
    level: ['city', 'county', 'town', 'village', 'village'],
  });
  await both.insert('households', {
    household_id: ['1', '2', '3', '4', '5'],
    unit_code: ['350421100200', '350421100200', '350421100201', '350421100201', 'elsewhere'],
    persons: [3, 2, 4, null, 9],
    age_60_64: [1, 0, 2, null, 1],
    age_65_74: [1, 1, 0, 1, 1],
    age_75_79: [0, 0, 0, 0, 1],
    age_80_plus: [0, 1, 0, 0, 1],
    living_alone: [false, null, true, true, true],
  });
  await both.insert('coverage_households', {
    household_id: ['1', '2', '3', '4', '5'],
    state: ['covered', 'uncovered', 'not_located', 'not_connected', 'covered'],
  });
});
afterAll(() => both.close());

async function figure(unitCode: string | null, group: PopulationGroup): Promise<CoverageFigure> {
  const { sql, values } = coverageFigureQuery(unitCode, group);
  const [row] = await both.query<CoverageFigure>(sql, values);
  return row;
}

it.each([
  [
    '350400000000',
    'households',
    { numerator: 1, denominator: 4, not_connected: 1, not_located: 1 },
  ],
  ['350400000000', 'persons', { numerator: 3, denominator: 9, not_connected: 0, not_located: 4 }],
  // The only household whose persons are known has no place: nobody was judged.
  [
    '350421100201',
    'persons',
    { numerator: null, denominator: 4, not_connected: 0, not_located: 4 },
  ],
  [
    '350421100000',
    'age_60_plus',
    { numerator: 2, denominator: 6, not_connected: 0, not_located: 2 },
  ],
  [
    '350421100200',
    'age_65_plus',
    { numerator: 1, denominator: 3, not_connected: 0, not_located: 0 },
  ],
  [
    '350421100200',
    'age_80_plus',
    { numerator: 0, denominator: 1, not_connected: 0, not_located: 0 },
  ],
  [
    '350421100201',
    'living_alone',
    { numerator: 0, denominator: 2, not_connected: 1, not_located: 1 },
  ],
] as const)(
  '%s, %s: unknown adds nothing, hosts and codes make the tree',
  async (unit, group, expected) => {
    expect(await figure(unit, group)).toEqual(expected);
  },
);

it('everybody, also those without a unit of the table', async () => {
  expect(await figure(null, 'households')).toMatchObject({ numerator: 2, denominator: 5 });
});

it('nobody known is unknown, not 0', async () => {
  await both.run("UPDATE households SET persons = NULL WHERE unit_code = '350421100201'");
  expect(await figure('350421100201', 'persons')).toEqual({
    numerator: null,
    denominator: null,
    not_connected: null,
    not_located: null,
  });
});
