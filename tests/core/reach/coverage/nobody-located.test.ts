/** Where nobody has a place on the map, who is covered is unknown, not none; in every form of the figure. */
import { expect, it } from 'vitest';
import { coverageSummary } from '../../../../src/cli/coverage/coverage-summary';
import { BesideRun } from '../../../../src/runtime/browser/city/beside-coverage';
import { coverageAnswer } from '../../../../src/runtime/browser/city/coverage-answer';
import { defaultParameters } from '../../../../src/runtime/browser/data/default-parameters';
import { coverageFiles } from '../../../../src/core/export';
import { unitSummaries } from '../../../../src/core/export/summary/unit-summaries';
import { percentCell } from '../../../../src/core/export/handed-in/cells';
import type { CoverageRun } from '../../../../src/core/reach';
import { drawnNetwork, drawnTable, runOf } from '../drawn-city';

const city = '350400000000';
const county = '350421000000';
const town = '350421100000';
const [placed, unplaced, mixed] = ['350421100201', '350421100202', '350421100203'];

async function run(villages: readonly string[]): Promise<CoverageRun> {
  const street = [
    [0, 0],
    [3000, 0],
  ] as const;
  const rows: Record<string, (string | number)[][]> = {
    [placed]: [['a', 100, 0, placed, 'door', 3]],
    // A village's own point says nothing of the household's; no point says nothing at all.
    [unplaced]: [
      ['b', 120, 0, unplaced, 'village', 2],
      ['c', '', '', unplaced, '', 4],
    ],
    [mixed]: [
      ['d', 130, 0, mixed, 'door', 1],
      ['e', '', '', mixed, '', 9],
    ],
  };
  return runOf({
    network: await drawnNetwork([{ line: street }]),
    facilities: await drawnTable('facilities', ['facility_id', 'lon', 'lat'], [['f', 0, 0]]),
    units: await drawnTable(
      'admin_units',
      ['unit_code', 'parent_code', 'name', 'level'],
      [
        [city, '', 'city', 'city'],
        [county, city, 'county', 'county'],
        [town, county, 'town', 'town'],
        ...villages.map((code) => [code, town, code.slice(-3), 'village']),
      ],
    ),
    households: await drawnTable(
      'households',
      ['household_id', 'lon', 'lat', 'unit_code', 'location_precision', 'age_60_64', ...ages],
      villages.flatMap((code) => rows[code].map((row) => [...row, 0, 0, 0])),
    ),
  });
}
const ages = ['age_65_74', 'age_75_79', 'age_80_plus'];

/** The line of a unit in coverage_units.csv: total, covered and rate of 60+. */
function lineOf(of: CoverageRun, unitCode: string): string[] {
  const [head, ...lines] = [...coverageFiles(of)[1].chunks].join('').trim().split(/\r?\n/);
  const at = (name: string) => head.split(',').indexOf(name);
  const cells = lines.find((line) => line.startsWith(unitCode))!.split(',');
  return ['age_60_plus_total', 'age_60_plus_covered', 'rate_60_plus'].map(
    (name) => cells[at(name)],
  );
}

it('a city without a single place has totals and no rate', async () => {
  const of = await run([unplaced]);
  for (const unit of [city, county, town, unplaced])
    expect(lineOf(of, unit)).toEqual(['6', '', '']);
  expect(coverageSummary(of, 'en')[0]).toContain('insufficient data / 6');
  const [top] = coverageAnswer(of, defaultParameters, 0).units;
  expect(top.counts.age_60_plus).toMatchObject({ total: 6, covered: null, notLocated: 6 });
  expect(top.counts.households).toMatchObject({ total: 2, covered: null });
  expect(top.rate60Plus).toBeNull();
  const { bases, vehicle } = new BesideRun(of).of(0);
  for (const { counts } of [...bases, ...vehicle.within])
    expect(counts.age_60_plus).toMatchObject({ total: 6, covered: null });
  const [total, covered] = unitSummaries(of, undefined)[0].groups.age_60_plus;
  expect([total, covered]).toEqual([6, null]);
  expect(percentCell(covered, total, 'en')).toBe('insufficient data');
});

it('where some have a place, the others stay in the denominator', async () => {
  const of = await run([placed, unplaced, mixed]);
  expect(lineOf(of, unplaced)).toEqual(['6', '', '']);
  expect(lineOf(of, mixed)).toEqual(['10', '1', '10.00']);
  expect(lineOf(of, city)).toEqual(['19', '4', '21.05']);
});
