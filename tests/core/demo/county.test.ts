/** One county as `demo --county` makes it: real size, read back by the importer and by native DuckDB. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { booleanPointInPolygon, polygon } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemo } from '../../../src/core/demo';
import { makeLand } from '../../../src/core/demo/land/land';
import { metresToBank } from '../../../src/core/demo/land/river-lines';
import { basinRadiusM, planCounty } from '../../../src/core/demo/people/plan';
import { readSources } from '../../../src/core/demo/sources';
import { readDataFolder, type DataFolder } from '../../../src/core/import';
import { decodeNetwork, networkStatistics } from '../../../src/core/network';
import { valueAt } from '../../../src/core/store/columns';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { contentHash } from './content-hash';
import { demoTexts } from './demo-sources';

const CODE = '350429000000';
const GOLDEN = '463ea204317ab5dca2d1ce7b52f137dfa1215f4704783ebc78556f64b6cff064';

const demo = generateDemo(demoTexts, { seed: 1, county: CODE });
const bytesOf = (name: string) => demo.files.find((f) => f.name === name)!.bytes;
const city = readSources(demoTexts);
const county = city.counties.find((c) => c.code === CODE)!;
let folder: DataFolder;
const scratch = mkdtempSync(join(tmpdir(), 'demo-county-'));

beforeAll(async () => {
  const manifest = {
    format_version: 1,
    title: demo.title,
    as_of: demo.asOf,
    generated: true,
    files: Object.fromEntries(demo.files.map((f) => [f.name, {}])),
  };
  const all = [
    ...demo.files,
    { name: 'manifest.json', bytes: new TextEncoder().encode(JSON.stringify(manifest)) },
  ];
  const read = await readDataFolder({
    names: all.map((f) => f.name),
    read: async (name) => all.find((f) => f.name === name)!.bytes,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  folder = read.value;
  writeFileSync(join(scratch, 'households.parquet'), bytesOf('households.parquet'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe('泰宁县', () => {
  it('has the bytes it always had', () => {
    expect(contentHash(demo)).toBe(GOLDEN);
  });

  it('is planned otherwise with another seed', () => {
    expect(planCounty(county, 2)).not.toEqual(planCounty(county, 1));
  });

  it('says that it is a sample, in every row that is generated', () => {
    expect(demo.title).toContain('示例数据，非真实统计');
    for (const name of ['households', 'facilities', 'orgs', 'premises'] as const) {
      const { columns, rowCount } = folder.tables[name]!;
      for (let row = 0; row < rowCount; row++) {
        if (!String(valueAt(columns.source, row)).includes('示例数据'))
          expect.fail(`${name} ${row}`);
      }
    }
  });

  it('is read by the importer without a doubt', () => {
    expect(folder.notes).toEqual([]);
    expect(Object.keys(folder.tables).sort()).toEqual(
      [
        'admin_units',
        'duties',
        'facilities',
        'facility_services',
        'grid_units',
        'households',
        'org_links',
        'orgs',
        'population',
        'premises',
        'social_workers',
        'volunteers',
      ].sort(),
    );
  });

  it('sums to the census row in native DuckDB', async () => {
    const database = await openNativeDatabase();
    const path = join(scratch, 'households.parquet');
    const [row] = await database.query(
      `SELECT count(*) FILTER (NOT is_collective) AS families,
              sum(persons) FILTER (NOT is_collective) AS members, sum(persons) AS residents,
              sum(age_60_64) AS a, sum(age_65_74) AS b, sum(age_75_79) AS c, sum(age_80_plus) AS d,
              count(DISTINCT household_id) AS ids, count(*) AS n
       FROM read_parquet('${path}')`,
    );
    const { census } = county;
    expect(row).toMatchObject({
      families: census.family_households,
      members: census.household_members,
      residents: census.residents,
      a: census.age_60_64,
      b: census.age_65_74,
      c: census.age_75_79,
      d: census.age_80_plus,
    });
    expect(row.ids).toBe(row.n);
    await database.close();
  });

  it('is row for row the same in native DuckDB and in the importer', async () => {
    const database = await openNativeDatabase();
    const path = join(scratch, 'households.parquet');
    const rows = await database.query(
      `SELECT household_id, unit_code, lon::DOUBLE AS lon, lat::DOUBLE AS lat, persons, age_80_plus,
              living_alone, dependent, is_collective, location_precision FROM read_parquet('${path}')`,
    );
    const { columns, rowCount } = folder.tables.households!;
    expect(rowCount).toBe(rows.length);
    rows.forEach((row, i) => {
      for (const [name, value] of Object.entries(row)) {
        const own = valueAt(columns[name], i);
        const same =
          typeof value === 'number' ? Math.abs(Number(own) - value) < 1e-9 : own === value;
        if (!same) expect.fail(`row ${i}, ${name}: ${own}, DuckDB ${value}`);
      }
    });
    await database.close();
  });

  it('knows 3 % of households to village level and 1 % not at all', () => {
    const { columns, rowCount } = folder.tables.households!;
    const shares = { door: 0, village: 0, none: 0 };
    for (let row = 0; row < rowCount; row++) {
      const precision = valueAt(columns.location_precision, row) as keyof typeof shares;
      shares[precision] += 1 / rowCount;
      expect(valueAt(columns.lon, row) === null).toBe(precision === 'none');
    }
    expect(Math.abs(shares.village - 0.03)).toBeLessThan(0.004);
    expect(Math.abs(shares.none - 0.01)).toBeLessThan(0.003);
  });

  it('has houses and facilities within the border and on dry land', () => {
    const plans = city.counties.map((c) => planCounty(c, 1));
    const basins = plans.flatMap((p) =>
      p.towns.map(({ town, coreHouseholds }) => ({
        lon: town.lon,
        lat: town.lat,
        radiusM: basinRadiusM(coreHouseholds),
      })),
    );
    const land = makeLand(city, basins, 1);
    const shape = polygon([county.ring.map(([lon, lat]) => [lon, lat])]);
    let nearRiver = 0;
    // Of the households every eighth, of the others all.
    for (const [name, step] of [
      ['households', 8],
      ['facilities', 1],
      ['premises', 1],
    ] as const) {
      // prettier-ignore
      const { columns, rowCount } = folder.tables[name]!;
      for (let row = 0; row < rowCount; row += step) {
        const lon = valueAt(columns.lon, row);
        const lat = valueAt(columns.lat, row);
        if (lon === null || lat === null) continue;
        if (!booleanPointInPolygon([Number(lon), Number(lat)], shape))
          expect.fail(`${name} ${row} outside`);
        const bank = metresToBank(land.water, Number(lon), Number(lat));
        if (bank < 0) expect.fail(`${name} ${row} in the river`);
        if (bank < 200) nearRiver++;
      }
    }
    // The check sees water at all.
    expect(nearRiver).toBeGreaterThan(60);
  });

  it('has a unit for every code, below its parent', () => {
    const { columns, rowCount } = folder.tables.admin_units!;
    const codes = new Set<unknown>();
    for (let row = 0; row < rowCount; row++) codes.add(valueAt(columns.unit_code, row));
    const units = county.towns.reduce((n, t) => n + 1 + t.villages.length, 2);
    expect(codes.size).toBe(units);
    for (let row = 0; row < rowCount; row++) {
      const parent = valueAt(columns.parent_code, row);
      if (valueAt(columns.level, row) === 'city') expect(parent).toBeNull();
      else expect(codes.has(parent)).toBe(true);
    }
    for (const name of ['households', 'facilities', 'grid_units', 'premises'] as const) {
      const table = folder.tables[name]!;
      for (let row = 0; row < table.rowCount; row++) {
        if (!codes.has(valueAt(table.columns.unit_code, row))) expect.fail(`${name} ${row}`);
      }
    }
  });

  it('has streets in one piece but for islands', () => {
    const network = decodeNetwork(bytesOf('streets.network'));
    if (!network.ok) throw new Error(network.problem.code);
    const figures = networkStatistics(network.value);
    expect(figures.largestShareByNodes).toBeGreaterThan(0.99);
  });

  it('writes terrain a GeoTIFF reader finds in its place', () => {
    const view = new DataView(bytesOf('terrain.tif').slice().buffer);
    expect(view.getUint16(0, true)).toBe(0x4949);
    expect(view.getUint16(2, true)).toBe(42);
    const tag = new Map<number, { type: number; count: number; at: number }>();
    const directory = view.getUint32(4, true);
    for (let i = 0; i < view.getUint16(directory, true); i++) {
      const at = directory + 2 + 12 * i;
      const type = view.getUint16(at + 2, true);
      tag.set(view.getUint16(at, true), { type, count: view.getUint32(at + 4, true), at: at + 8 });
    }
    const width = view.getUint32(tag.get(256)!.at, true);
    const height = view.getUint32(tag.get(257)!.at, true);
    const start = view.getUint32(tag.get(273)!.at, true);
    expect(view.byteLength).toBe(start + width * height * 2);
    const double = (code: number, i: number) =>
      view.getFloat64(view.getUint32(tag.get(code)!.at, true) + 8 * i, true);
    const column = Math.floor((county.lon - double(33922, 3)) / double(33550, 0));
    const row = Math.floor((double(33922, 4) - county.lat) / double(33550, 1));
    const metres = view.getInt16(start + 2 * (row * width + column), true);
    expect(metres).toBeGreaterThan(80);
    expect(metres).toBeLessThan(900);
  });
});
