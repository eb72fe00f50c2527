/**
 * The demo city counted twice: by the indicators' SQL and by plain TypeScript over the rows, every
 * indicator, the city and every county. Where the city's folder has not been made, one generated
 * county, whose rows are those of the city.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { demoSources } from '../../../src/cli/demo-recipe';
import { generateDemo } from '../../../src/core/demo';
import { readDataFolder, type DataFolder } from '../../../src/core/import';
import {
  evaluateIndicators,
  failingRows,
  itemRows,
  ruleAt,
  sanmingCatalogue,
  storeCircles,
  type Evaluation,
} from '../../../src/core/indicators';
import { readNetwork } from '../../../src/core/network';
import { coverageGround, defaultSnapCaps, type CoverageRun } from '../../../src/core/reach';
import { textAt } from '../../../src/core/store/columns';
import { circleTypes, countingStatuses } from '../../../src/core/store/counting';
import type { Database } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { plainCount, type PlainFigures, type TextRow, type TextTables } from './plain-count';

const asOf = '2020-11-01';
const cityFolder = resolve(import.meta.dirname, '../../../static/demo');
const hasCity = existsSync(resolve(cityFolder, 'manifest.json'));
if (!hasCity) console.warn('SKIPPED: no static/demo (npm run demo), so one county is counted only');

/** Files of a demo folder by name. */
type Files = ReadonlyMap<string, Uint8Array>;

function generatedCounty(): Files {
  const demo = generateDemo(demoSources, { seed: 1, county: '350405000000' });
  const manifest = {
    format_version: 1,
    title: demo.title,
    as_of: demo.asOf,
    divisions: 'current',
    generated: true,
    files: {},
  };
  return new Map([
    ...demo.files.map(({ name, bytes }) => [name, bytes] as const),
    ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest))] as const,
  ]);
}

function wholeCity(): Files {
  const names = readdirSync(cityFolder);
  return new Map(
    names.map((name) => [name, new Uint8Array(readFileSync(resolve(cityFolder, name)))]),
  );
}

interface Counted {
  readonly database: Database;
  readonly evaluation: Evaluation;
  readonly plain: PlainFigures;
  readonly tables: TextTables;
  readonly runs: readonly CoverageRun[];
  readonly folder: DataFolder;
}

async function counted(files: Files): Promise<Counted> {
  const read = await readDataFolder({
    names: [...files.keys()],
    read: async (name) => files.get(name)!,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const folder = read.value;
  const database = await openNativeDatabase();
  await createTables(database);
  for (const [name, table] of Object.entries(folder.tables)) {
    await database.insert(name, table.columns);
  }
  const network = await readNetwork(folder.streets!.bytes, folder.streets!.fileName);
  if (!network.ok) throw new Error(JSON.stringify(network.problem));
  const { households, facilities, admin_units: units } = folder.tables;
  const ground = coverageGround(
    { network: network.value.network, households: households!, facilities: facilities!, units },
    { caps: defaultSnapCaps, weight: null },
  );
  if (!ground.ok) throw new Error(JSON.stringify(ground.problem));
  const counting = { types: circleTypes, statuses: countingStatuses };
  const runs = await storeCircles(database, ground.value, counting);
  if (!runs.ok) throw new Error(JSON.stringify(runs.problem));
  const evaluation = await evaluateIndicators(database, sanmingCatalogue);
  const tables = textTables(files);
  return {
    database,
    evaluation,
    plain: plainCount(tables, asOf),
    tables,
    runs: runs.value,
    folder,
  };
}

function textTables(files: Files): TextTables {
  const tables: Record<string, TextRow[]> = {};
  for (const [name, bytes] of files) {
    if (!name.endsWith('.csv')) continue;
    const text = new TextDecoder().decode(bytes);
    tables[name.replace('.csv', '')] = papaparse.parse<TextRow>(text, {
      header: true,
      skipEmptyLines: true,
    }).data;
  }
  return tables;
}

/** 60+ in all and within the limit, household by household from the walks, by county and city. */
function plainCircle({ folder, runs }: Counted, limitCm: number) {
  const { columns, rowCount } = folder.tables.households!;
  const { costCm } = runs[0].walks;
  const sums = new Map<string, [number, number]>();
  for (let row = 0; row < rowCount; row++) {
    let older = 0;
    for (const band of ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus']) {
      const column = columns[band];
      if (column.kind === 'integer') older += column.values[row];
    }
    const isNear = costCm[row] >= 0 && costCm[row] <= limitCm;
    const code = `${textAt(columns.unit_code, row)!.slice(0, 6)}000000`;
    for (const unit of [code, '350400000000']) {
      const sum = sums.get(unit) ?? [0, 0];
      sums.set(unit, [sum[0] + (isNear ? older : 0), sum[1] + older]);
    }
  }
  return sums;
}

const [name, files] = hasCity
  ? (['the whole city', wholeCity] as const)
  : (['one generated county', generatedCounty] as const);

describe(`${name}, counted twice`, () => {
  let city: Counted;
  it('agrees on every indicator, in the city and each county', { timeout: 240_000 }, async () => {
    city = await counted(files());
    const { evaluation, plain } = city;
    expect(evaluation.asOf).toBe(asOf);
    // All but the circle (below) and the one whose class table is blank.
    const apart = ['eldercare_circle_15min_coverage', 'service_station_standard_rate'];
    const compared = evaluation.indicators.filter(({ entry }) => !apart.includes(entry.id));
    expect(compared.length).toBe(31);
    for (const { entry, units } of compared) {
      for (const unit of units) {
        if (unit.level !== 'city' && unit.level !== 'county') continue;
        const figure = plain[entry.id]?.[unit.unitCode] ?? { numerator: 0, denominator: 0 };
        const at = `${entry.id} ${unit.unitName}`;
        expect([unit.numerator, unit.denominator], at).toEqual([
          figure.numerator,
          figure.denominator,
        ]);
        expect(unit.valueHundredths, at).toBe(plainValue(figure, entry.id, unit.level));
        if (unit.state === 'met' || unit.state === 'missed' || unit.state === 'soft_missed') {
          expect(unit.state === 'met', at).toBe(isMet(figure, entry.id, unit.level));
        }
      }
    }
  });

  it('agrees on the circle under each basis, household by household', () => {
    const result = city.evaluation.indicators.find(
      ({ entry }) => entry.id === 'eldercare_circle_15min_coverage',
    )!;
    const beside = (id: string) => result.beside.find((one) => one.companion.id === id)!.units;
    for (const [units, limitCm] of [
      [result.units, 72_000],
      [beside('basis_standard'), 100_000],
      [beside('basis_oldest'), 54_000],
    ] as const) {
      const sums = plainCircle(city, limitCm);
      for (const unit of units.filter((one) => one.level === 'county' || one.level === 'city')) {
        expect([unit.numerator, unit.denominator], unit.unitName).toEqual(sums.get(unit.unitCode));
      }
    }
  });

  it('shares the city’s 2,970 out by residents beside the figure, judging nobody by it', () => {
    const { evaluation, tables } = city;
    const result = evaluation.indicators.find(({ entry }) => entry.id === 'social_worker_total')!;
    const { units, companion } = result.beside.find((one) => one.companion.id === 'pro_rata')!;
    expect(companion.name.zh).toBe('按常住人口分摊的目标（参考）');
    const residents = new Map(tables.population.map((row) => [row.unit_code, row.residents]));
    const whole = BigInt(residents.get('350400000000')!);
    expect(units.filter(({ level }) => level === 'county').length).toBeGreaterThan(0);
    for (const unit of units) {
      const share = (2970n * BigInt(residents.get(unit.unitCode)!)) / whole;
      expect([unit.numerator, unit.state], unit.unitName).toEqual([Number(share), 'informative']);
    }
  });

  it('drills to rows that add up to the figure', async () => {
    const { database, evaluation } = city;
    const county = evaluation.units.find((unit) => unit.level === 'county')!;
    for (const result of evaluation.indicators) {
      const { entry } = result;
      if (result.units[0].numerator === null || entry.id === 'county_eldercare_org_count') continue;
      const rows = await itemRows(database, result, county.unitCode);
      const unit = result.units.find((one) => one.unitCode === county.unitCode)!;
      const sum = rows.reduce((total, row) => total + (row.numerator ?? 0), 0);
      expect(sum, entry.id).toBe(unit.numerator);
    }
  });

  it('lists what fails: as many as the shortfall leaves', async () => {
    const { database, evaluation } = city;
    for (const id of ['urban_community_facility_coverage', 'community_org_linkage']) {
      const result = evaluation.indicators.find(({ entry }) => entry.id === id)!;
      const rows = await failingRows(database, evaluation, result);
      const [all] = result.units;
      expect(rows.length, id).toBe(all.denominator! - all.numerator!);
      expect(rows.length, id).toBe(all.shortfall);
      expect(rows.every((row) => row.countyName !== null && row.townName !== null)).toBe(true);
    }
    await database.close();
  });
});

const perHundred = ['service_facility_area_per_100_households'];
const plainNumbers = [
  'urban_community_org_avg',
  'rural_community_org_avg',
  'social_worker_total',
  'social_worker_intermediate',
  'social_work_agency_count',
];

/** Hundredths of the indicator's unit, rounded down, with integers of any size. */
function plainValue(figure: { numerator: number; denominator: number }, id: string, level: string) {
  if (figure.denominator === 0) return null;
  const isPlain =
    plainNumbers.includes(id) || (id === 'county_eldercare_org_count' && level === 'county');
  // Hundredths of a square metre for each household are square metres for each hundred.
  const factor = isPlain || perHundred.includes(id) ? 100n : 10_000n;
  return Number((factor * BigInt(figure.numerator)) / BigInt(figure.denominator));
}

const targetsByHand: Readonly<Record<string, number>> = {
  service_facility_area_per_100_households: 30,
  urban_community_facility_coverage: 100,
  rural_community_facility_coverage: 50,
  urban_community_org_avg: 10,
  rural_community_org_avg: 5,
  county_eldercare_org_count: 1,
  community_org_linkage: 100,
  care_centre_subdistrict_coverage: 100,
  care_centre_central_town_coverage: 100,
  rural_eldercare_village_coverage: 60,
  social_worker_total: 2970,
  social_worker_intermediate: 500,
  community_social_worker_staffing: 100,
  social_work_agency_count: 20,
  volunteer_registration_rate: 13,
  facility_opening_hours_rate: 100,
  station_free_use_rate: 100,
};

function isMet(figure: { numerator: number; denominator: number }, id: string, level: string) {
  const entry = sanmingCatalogue.indicators.find((one) => one.id === id)!;
  const isCountiesOfCity = id === 'county_eldercare_org_count' && level === 'city';
  const target = isCountiesOfCity ? 100 : (targetsByHand[id] ?? 100);
  expect(ruleAt(entry, level as 'city').target, id).toBe(target);
  return plainValue(figure, id, level)! >= 100 * target;
}
