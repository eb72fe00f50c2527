/** Totals spread over a raster that GDAL wrote, over hamlets and seats: every total comes out again. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  estimateHouseholds,
  readTable,
  tableRequest,
  UnitAreas,
} from '../../../../src/core/import';
import { apportion } from '../../../../src/core/import/estimate/apportion';
import { csvChunks } from '../../../../src/core/export';
import { readRaster } from '../../../../src/core/geo/geotiff';
import { tableDescription } from '../../../../src/core/store/tables';
import { valueAt, type TableData } from '../../../../src/core/store/columns';
import { sanmingEvidence } from '../../../fixtures/import/evidence';
import { runImport } from '../../../fixtures/import/run';

const bytes = new Uint8Array(
  readFileSync(new URL('../../../fixtures/import/written/people.tif', import.meta.url)),
);
const raster = await readRaster(bytes, 'people.tif');
if (!raster.ok) throw new Error(raster.problem.code);
const { units } = await sanmingEvidence();

const west = '350421102201';
const east = '350421102202';
const box = (w: number, s: number, e: number, n: number) => [
  [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
];
const areas = new UnitAreas();
areas.add(west, [box(117.2, 26.354, 117.2055, 26.36)]);
areas.add(east, [box(117.2055, 26.354, 117.208, 26.36)]);

const population = async (rows: string) => {
  const text = `行政区划代码,统计时点,常住人口,60岁以上,65岁以上,80岁以上\n${rows}`;
  return (await runImport([['p.csv', text]], { table: 'population' })).table!;
};
const base = { raster: null, areas, hamlets: null, units, source: '估算 p.csv' };
const counted = ['persons', 'age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'];
const sums = (table: TableData, code: string) =>
  counted.map((name) => {
    let sum = 0;
    for (let row = 0; row < table.rowCount; row++)
      if (valueAt(table.columns.unit_code, row) === code)
        sum += Number(valueAt(table.columns[name], row));
    return sum;
  });
const estimated = async (input: Parameters<typeof estimateHouseholds>[0]) => {
  const result = await estimateHouseholds(input);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe('an estimate', () => {
  it('spreads totals over the inhabited cells of each unit, every sum exact', async () => {
    const { table } = await estimated({
      ...base,
      raster: raster.value,
      population: await population(
        `${west},2020-11-01,1001,203,140,31\n${east},2020-11-01,77,20,9,1\n`,
      ),
    });
    expect(sums(table, west)).toEqual([1001, 63, 109, 0, 31]);
    expect(sums(table, east)).toEqual([77, 11, 8, 0, 1]);
    // Eleven cells of the west have people; their middles lie half a cell within the grid.
    const rows = Array.from({ length: table.rowCount }, (_, row) => row);
    const lons = rows.map((row) => valueAt(table.columns.lon, row));
    expect(new Set(lons)).toEqual(
      new Set([117.2015, 117.2025, 117.2035, 117.2045, 117.2065, 117.2075]),
    );
    expect(rows.filter((row) => valueAt(table.columns.unit_code, row) === west)).toHaveLength(11);
    // 12 of the 50.75 people the raster sees in the west live in the cell of 117.2025, 26.3575.
    const fullest = rows.find(
      (row) => lons[row] === 117.2025 && valueAt(table.columns.lat, row) === 26.3575,
    )!;
    expect(Number(valueAt(table.columns.persons, fullest)) / 1001).toBeCloseTo(12 / 50.75, 2);
    expect(valueAt(table.columns.location_precision, 0)).toBe('hamlet');
    expect(rows.every((row) => valueAt(table.columns.is_estimated, row) === true)).toBe(true);
  });

  it('takes hamlets where there is no raster, then the seat; says who has no place', async () => {
    const gazetteer = await runImport(
      [
        [
          'h.csv',
          `村代码,自然村,户数,经度,纬度\n${west},甲,30,117.21,26.3\n${west},乙,10,117.22,26.3\n`,
        ],
      ],
      { table: 'hamlets', datum: 'wgs84' },
    );
    const { table, notes } = await estimated({
      ...base,
      areas: new UnitAreas(),
      hamlets: gazetteer.table!,
      population: await population(
        `${west},2020-11-01,100,40,30,4\n350421100000,2020-11-01,50,10,5,1\n350499102201,2020-11-01,9,1,1,1\n`,
      ),
    });
    const rows = Array.from({ length: table.rowCount }, (_, row) =>
      ['unit_code', 'persons', 'coord_source', 'location_precision'].map((name) =>
        valueAt(table.columns[name], row),
      ),
    );
    // Three quarters of each group of ages, whole people: 45 + 8 + 20 + 3.
    expect(rows).toEqual([
      ['350421100000', 50, 'unit_seat', 'town'],
      [west, 76, 'hamlet', 'hamlet'],
      [west, 24, 'hamlet', 'hamlet'],
    ]);
    expect(notes).toEqual([{ code: 'estimate_unplaced', params: { units: 1, persons: 9 } }]);
  });

  it('counts parts before wholes, the newest day, and leaves unknown ages unknown', async () => {
    const { table, notes } = await estimated({
      ...base,
      raster: raster.value,
      population: await population(
        `350421000000,2020-11-01,9999,999,99,9\n${west},2010-11-01,5,1,1,1\n${west},2020-11-01,100,40,,\n`,
      ),
    });
    expect(sums(table, west).slice(0, 2)).toEqual([100, 40]);
    expect(valueAt(table.columns.age_65_74, 0)).toBeNull();
    expect(valueAt(table.columns.age_75_79, 0)).toBeNull();
    expect(notes.map(({ code }) => code)).toEqual(['estimate_overlap']);
  });

  it('refuses totals that contradict one another, and a table without any', async () => {
    const wrong = { ...base, population: await population(`${west},2020-11-01,10,40,30,4\n`) };
    expect(await estimateHouseholds(wrong)).toMatchObject({
      problem: { code: 'estimate_contradicts' },
    });
    const none = { ...base, population: await population(`${west},2020-11-01,,,,\n`) };
    expect(await estimateHouseholds(none)).toMatchObject({
      problem: { code: 'estimate_no_totals' },
    });
  });

  it('says how far it is and stops when it is told to', async () => {
    const clock = vi.spyOn(performance, 'now');
    clock.mockImplementation(() => 200 * clock.mock.calls.length);
    const totals = await population(`${west},2020-11-01,10,2,1,0\n${east},2020-11-01,10,2,1,0`);
    const told: number[] = [];
    const made = await estimateHouseholds(
      { ...base, population: totals },
      { progress: (_, done) => told.push(done), isCancelled: () => told.length === 2 },
    );
    clock.mockRestore();
    expect(told).toEqual([0, 1]);
    expect(made).toMatchObject({ problem: { code: 'cancelled' } });
  });

  it('is told when it is read, and never counted with real households', async () => {
    const { table } = await estimated({
      ...base,
      raster: raster.value,
      population: await population(`${west},2020-11-01,100,40,30,4\n`),
    });
    const columns = tableDescription('households').columns.flatMap(({ name }) =>
      table.columns[name] ? [{ name, column: table.columns[name] }] : [],
    );
    const text = [...csvChunks(columns, table.rowCount)].join('');
    const read = (csv: string) =>
      readTable(new TextEncoder().encode(csv), 'h.csv', tableRequest('households'));
    const alone = await read(text);
    expect(alone.ok && alone.value.notes.map(({ code }) => code)).toEqual(['households_estimated']);
    const mixed = text.replace(/,true,/, ',,');
    expect(await read(mixed)).toMatchObject({ problem: { code: 'households_partly_estimated' } });
  });
});

it('shares whole people out by weight, none lost, none but the last one off', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), weights, (total, all) => {
      const shares = [...apportion(total, all)];
      const sum = all.reduce((a, b) => a + b, 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(sum > 0 ? total : 0);
      shares.forEach((share, i) => {
        if (sum > 0) expect(Math.abs(share - (total * all[i]) / sum)).toBeLessThan(1.000001);
      });
    }),
  );
});
