/**
 * The tables the indicators read, in a database of their own: ending it to stop an evaluation takes
 * nothing from the lists. Of the households only the columns that are summed go in.
 */
import type { ImportedTable } from '../../../core/import';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { Columns, Database } from '../../../core/store/database';
import { tableNames } from '../../../core/store/tables';
import type { Tables } from '../load/loaded-city';

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

/** Every table of a city; ended again where the work was given up meanwhile. */
export async function openPolicyDatabase(
  whole: Promise<Result<Tables>>,
  progress: Progress,
  isOver: () => boolean,
): Promise<Result<Database>> {
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
    if (isOver()) break;
    progress('fill_database', done, names.length);
    const table = tables.value[name]!;
    await database.insert(name, name === 'households' ? countedColumns(table) : table.columns);
  }
  if (isOver()) {
    await database.close();
    return problem('cancelled');
  }
  return ok(database);
}

/** Ids are nobody's question here, and half the table's size: the row's number stands for each. */
function countedColumns({ columns, rowCount }: ImportedTable): Columns {
  const counted = Object.entries(columns).filter(([name]) => householdColumns.includes(name));
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  return { household_id: { kind: 'integer', values: rows }, ...Object.fromEntries(counted) };
}
