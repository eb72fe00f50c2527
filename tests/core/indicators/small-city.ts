/**
 * A city small enough to count by hand: two counties of today (one of them three units of 2017), five
 * towns, four communities, five villages, one virtual unit. Tests add rows and know the answer.
 */
import type { Columns, Database, SqlValue } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';

export const city = '350400000000';
export const sanyuan = '350404000000';
export const mingxi = '350421000000';
export const liedong = '350404001000';
export const chengguan = '350404004000';
export const chenda = '350404100000';
export const xuefeng = '350421100000';
export const chengguanTown = '350421200000';

/** Residents' committees: one in each subdistrict, two in 雪峰镇. */
export const communities = ['350404001001', '350404004001', '350421100001', '350421100002'];
/** Administrative villages: one in 陈大镇, four in 城关乡. */
export const villages = [
  '350404100200',
  '350421200200',
  '350421200201',
  '350421200202',
  '350421200203',
];
export const virtualUnit = '350421200498';

export type Cells = Record<string, SqlValue | undefined>;

const unit = (code: string, name: string, level: string, kind: string | null = null): Cells => ({
  unit_code: code,
  parent_code:
    level === 'city'
      ? null
      : level === 'county'
        ? city
        : level === 'town'
          ? `${code.slice(0, 6)}000000`
          : `${code.slice(0, 9)}000`,
  name,
  level,
  kind,
  as_of: '2020-12-31',
  source: 'units',
});

export const smallUnits: Cells[] = [
  unit(city, '三明市', 'city'),
  unit(sanyuan, '三元区', 'county'),
  unit(mingxi, '明溪县', 'county'),
  unit(liedong, '列东街道', 'town', 'subdistrict'),
  unit(chengguan, '城关街道', 'town', 'subdistrict'),
  unit(chenda, '陈大镇', 'town', 'town'),
  unit(xuefeng, '雪峰镇', 'town', 'town'),
  unit(chengguanTown, '城关乡', 'town', 'township'),
  ...communities.map((code, i) => unit(code, `社区${i + 1}`, 'village', 'residents_committee')),
  ...villages.map((code, i) => unit(code, `村${i + 1}`, 'village', 'villagers_committee')),
  unit(virtualUnit, '虚拟社区', 'village', 'other'),
];

let nextId = 0;

/** A facility that counts unless told otherwise. */
export function facility(unitCode: string, cells: Cells = {}): Cells {
  nextId++;
  return {
    facility_id: `F${String(nextId).padStart(4, '0')}`,
    name: `设施${nextId}`,
    type: 'rural_happiness_home',
    unit_code: unitCode,
    status: 'operating',
    as_of: '2020-06-30',
    source: 'facilities',
    ...cells,
  };
}

/** Rows of objects as columns; a column absent in a row is unknown there. */
export function columnsOf(rows: readonly Cells[]): Columns {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

export type SmallData = Record<string, readonly Cells[]>;

/** Puts the small city and the given tables into an empty database. */
export async function fill(database: Database, data: SmallData): Promise<void> {
  for (const [table, rows] of Object.entries({ admin_units: smallUnits, ...data })) {
    if (rows.length > 0) await database.insert(table, columnsOf(rows));
  }
}

export async function smallCity(data: SmallData): Promise<Database> {
  const database = await openNativeDatabase();
  await createTables(database);
  await fill(database, data);
  return database;
}
