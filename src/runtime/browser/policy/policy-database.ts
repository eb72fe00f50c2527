/**
 * The tables the indicators read, in a database of their own: ending it to stop an evaluation takes
 * nothing from the lists. Of the households only the columns that are summed go in.
 */
import { storeCircles } from '../../../core/indicators';
import { ok, type Note, type Progress, type Result } from '../../../core/result';
import type { Database } from '../../../core/store/database';
import { tableNames } from '../../../core/store/tables';
import type { OpenCity } from '../city/open-city';
import { defaultParameters } from '../data/default-parameters';

const householdColumns = [
  'unit_code',
  'lon',
  'lat',
  'persons',
  'dependent',
  'is_collective',
  'as_of',
  'source',
];

export interface CircleCounting {
  readonly types: readonly string[];
  readonly statuses: readonly string[];
}

/** Every table of the city that is open. */
export async function openPolicyDatabase(
  city: OpenCity,
  progress: Progress,
): Promise<Result<Database>> {
  const whole = city.wholeTables(progress);
  progress('open_database', 0, 0);
  const [{ openWasmDatabase }, { createTables }] = await Promise.all([
    import('../database/duckdb'),
    import('../../../core/store/open'),
  ]);
  const database = await openWasmDatabase();
  await createTables(database);
  const tables = await whole;
  if (!tables.ok) {
    await database.close();
    return tables;
  }
  const names = tableNames.filter((name) => (tables.value[name]?.rowCount ?? 0) > 0);
  for (const [done, name] of names.entries()) {
    progress('fill_database', done, names.length);
    const { columns } = tables.value[name]!;
    const wanted =
      name === 'households'
        ? Object.fromEntries(
            Object.entries(columns).filter(([column]) => householdColumns.includes(column)),
          )
        : columns;
    await database.insert(name, wanted);
  }
  return ok(database);
}

/** The circle's sums under the three bases; what is missing for them is a note, not a failure. */
export async function fillCircles(
  database: Database,
  city: OpenCity,
  counting: CircleCounting,
  progress: Progress,
): Promise<readonly Note[]> {
  if (!city.loaded.tables.admin_units) {
    return [{ code: 'circle_not_computed', params: { missing: 'admin_units' } }];
  }
  const ground = city.ground(defaultParameters, progress);
  if (!ground.ok) return [ground.problem];
  const runs = await storeCircles(database, ground.value, counting, progress);
  return runs.ok ? [] : [runs.problem];
}
