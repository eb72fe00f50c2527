import { beforeAll, describe, expect, it } from 'vitest';
import { createEngineApi } from '../../../src/runtime/browser/engine';
import { defaultParameters } from '../../../src/runtime/browser/data/default-parameters';
import { facilityRecords } from '../../../src/runtime/browser/data/facility-records';
import type { SentCity } from '../../../src/runtime/browser/data/page-data';
import { cityFiles, facilitiesFile, householdsFile, streetsFile } from './small-city';

const silent = () => undefined;
const open = (files: readonly File[]) => {
  const api = createEngineApi();
  return { api, opened: api.open({ kind: 'files', files }, silent, silent) };
};

async function computed(patch = {}) {
  const { api, opened } = open(cityFiles());
  expect((await opened).ok).toBe(true);
  const coverage = await api.coverage({ ...defaultParameters, ...patch }, 1, silent);
  if (!coverage.ok) throw new Error(coverage.problem.code);
  return { api, coverage: coverage.value };
}

describe('opening the first import', () => {
  let city: SentCity;
  beforeAll(async () => {
    const opened = await open(cityFiles()).opened;
    if (!opened.ok) throw new Error(opened.problem.code);
    city = opened.value;
  });

  it('gives units as a tree, facilities, points and streets in figures', () => {
    expect(city.units.map(({ name, parentIndex }) => [name, parentIndex])).toEqual([
      ['小城', -1],
      ['西村', 0],
      ['东村', 0],
    ]);
    const [west, east] = facilityRecords(city.facilities);
    expect([west.id, west.unitIndex, west.status, west.fields['beds']]).toEqual([
      'f1',
      1,
      'operating',
      null,
    ]);
    expect([east.name, east.unitIndex]).toEqual(['东站', 2]);
    expect([...city.households.unitIndex]).toEqual([1, 1, 2, 2, 2]);
    expect([...city.households.age60Plus]).toEqual([2, 1, 1, 3, 4]);
    expect(Number.isNaN(city.households.positions[8])).toBe(true);
    expect(city.network).toMatchObject({ vertexCount: 2, edgeCount: 1, componentCount: 1 });
    expect(city.network.lengthKm).toBeCloseTo(2, 2);
    expect(city.info.isGenerated).toBe(false);
  });

  it('sends the streets ahead', async () => {
    let pathCount = 0;
    await createEngineApi().open({ kind: 'files', files: cityFiles() }, silent, (streets) => {
      pathCount = streets.reduce((sum, piece) => sum + piece.pathCount, 0);
    });
    expect(pathCount).toBe(1);
  });
});

describe('bad input has the words of the command line', () => {
  const codeOf = async (files: readonly File[]) => {
    const opened = await open(files).opened;
    return opened.ok ? null : opened.problem.code;
  };

  it.each([
    ['nothing chosen', [], 'files_none'],
    ['no streets', [householdsFile(), facilitiesFile()], 'streets_missing'],
    ['no households', [streetsFile(), facilitiesFile()], 'households_missing'],
    ['an empty file', [streetsFile(), new File([''], 'households.csv')], 'file_empty'],
    [
      'two household files',
      [streetsFile(), householdsFile(), householdsFile('households-2.csv')],
      'file_role_twice',
    ],
    ['a file that says nothing', [new File(['a,b\n1,2\n'], 'x.csv')], 'file_role_unknown'],
    [
      'a missing column',
      [streetsFile(), facilitiesFile(), new File(['household_id,lon\nh,1\n'], 'h.csv')],
      'column_missing',
    ],
    ['streets that are none', [new File(['PK\u0003\u0004'], 'streets.pbf')], 'households_missing'],
  ] as const)('%s', async (_, files, code) => {
    expect(await codeOf(files)).toBe(code);
  });

  it('streets that are none, with the rest in place', async () => {
    const files = [new File(['nothing'], 'streets.pbf'), householdsFile(), facilitiesFile()];
    expect(await codeOf(files)).toBe('streets_unknown_format');
  });
});

describe('coverage', () => {
  it('15 minutes at 0.8 m/s are 720 m: two doors of five', async () => {
    const { coverage } = await computed();
    expect([...coverage.householdState]).toEqual([0, 0, 1, 1, 3]);
    expect(coverage.householdTimeS[0]).toBeCloseTo(125, 0);
    expect([...coverage.householdFacility]).toEqual([0, 0, 0, 0, -1]);
    const [city, west, east] = coverage.units;
    expect(city.counts.age_60_plus).toEqual({
      total: 11,
      covered: 3,
      notConnected: 0,
      notLocated: 4,
    });
    expect(west.rate60Plus).toBe(100);
    expect(east.rate60Plus).toBe(0);
    expect(city.counts.living_alone).toBeNull();
    expect([...coverage.facilityCounts]).toEqual([1, 0]);
  });

  it('another time after a first run is what a run from the start gives', async () => {
    const { api } = await computed({ minutes: 5 });
    const again = await api.coverage({ ...defaultParameters, minutes: 16 }, 2, silent);
    const { coverage: fresh } = await computed({ minutes: 16 });
    if (!again.ok) throw new Error(again.problem.code);
    expect({ ...again.value, elapsedMs: 0 }).toEqual({ ...fresh, elapsedMs: 0 });
    expect(fresh.units[0].counts.age_60_plus?.covered).toBe(4);
  });

  it('other statuses after a first run search anew', async () => {
    const { api } = await computed();
    const facilityStatuses = ['operating', 'closed'];
    const changed = await api.coverage({ ...defaultParameters, facilityStatuses }, 2, silent);
    expect(changed.ok && [...changed.value.householdFacility]).toEqual([0, 0, 0, 1, -1]);
  });

  it('no facility that counts is a problem, and the last coverage stays', async () => {
    const { api } = await computed();
    const none = await api.coverage({ ...defaultParameters, facilityTypes: [] }, 2, silent);
    expect(none.ok ? null : none.problem.code).toBe('no_facility_counts');
    expect((await api.unitDetail(1)).ok).toBe(true);
  });

  it('a run given up before it begins never begins', async () => {
    const { api } = await computed();
    const run = api.coverage(defaultParameters, 7, silent);
    api.cancel(7);
    const given = await run;
    expect(given.ok ? null : given.problem.code).toBe('cancelled');
  });
});

describe('circles, paths and figures', () => {
  it('counts people within the circle on the street, widest band first', async () => {
    const { api } = await computed();
    const circle = await api.circle(0, [5, 10, 15], 0.8);
    if (!circle.ok) throw new Error(circle.problem.code);
    const inside = circle.value.bands.map(({ minutes, people }) => [minutes, people.age60Plus]);
    expect(inside).toEqual([
      [15, 3],
      [10, 2],
      [5, 2],
    ]);
    expect(circle.value.bands[0].people.persons).toBeNull();
    expect(circle.value.bands[0].polygon.coordinates.length).toBe(1);
  });

  it('a household has its path, to the metre', async () => {
    const { api } = await computed();
    const detail = await api.householdDetail(1);
    if (!detail.ok) throw new Error(detail.problem.code);
    expect(detail.value).toMatchObject({ id: 'h2', state: 'covered', unitIndex: 1 });
    expect(detail.value.path?.metres).toBeCloseTo(700, 0);
    expect(detail.value.path?.minutes).toBeCloseTo(700 / 0.8 / 60, 1);
    expect(detail.value.path?.coordinates.length).toBeGreaterThan(1);
  });

  it('a village shows its median household', async () => {
    const { api } = await computed();
    const detail = await api.unitDetail(2);
    expect(detail.ok && detail.value.medianHousehold?.id).toBe('h3');
  });

  it('a figure is the ratio of its parts, with SQL and the policy sentence', async () => {
    const { api } = await computed();
    const figure = await api.explainFigure(0, 'age_60_plus');
    if (!figure.ok) throw new Error(figure.problem.code);
    expect(figure.value).toMatchObject({ numerator: 3, denominator: 11, value: 27.27 });
    expect(figure.value.values).toEqual(['c', 'age_60_plus']);
    expect(figure.value.policyQuote).toContain('15分钟养老圈');
    expect((await api.explainFigure(0, 'households')).ok).toBe(true);
  });

  it('exports the rows in view in their order, for Excel with its mark and line ends', async () => {
    const { api } = await computed();
    const made = await api.exportTable(
      { kind: 'coverage_units', format: 'excel', language: 'zh', unitCodes: ['v2', 'v1'] },
      3,
      silent,
    );
    if (!made.ok) throw new Error(made.problem.code);
    const bytes = new Uint8Array(await made.value.blob.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines.slice(1, 3).map((line) => line.split(',')[0])).toEqual(['v2', 'v1']);
  });
});
