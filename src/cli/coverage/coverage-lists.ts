/** The two lists of villages, by the database: units, facilities and a run's unit results go in. */
import {
  storeUnitResults,
  uncoveredByPolicy,
  uncoveredOnFoot,
  type UncoveredVillage,
} from '../../core/export';
import type { ImportedTable } from '../../core/import';
import type { CoverageRun } from '../../core/reach';
import { countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import { createTables } from '../../core/store/open';
import type { TableName } from '../../core/store/tables';

export interface UncoveredLists {
  readonly onFoot: readonly UncoveredVillage[];
  readonly byPolicy: readonly UncoveredVillage[];
}

export async function uncoveredLists(
  run: CoverageRun,
  tables: Readonly<Partial<Record<TableName, ImportedTable>>>,
  sharePercent: number,
): Promise<UncoveredLists> {
  // Without units there are no villages to list.
  if (!tables.admin_units) return { onFoot: [], byPolicy: [] };
  // Its native library is loaded only where there is something to ask it.
  const { openNativeDatabase } = await import('../../runtime/node/duckdb');
  const database = await openNativeDatabase();
  try {
    await createTables(database);
    for (const name of ['admin_units', 'facilities', 'facility_services', 'premises'] as const) {
      const table = tables[name];
      if (table) await database.insert(name, table.columns);
    }
    await storeUnitResults(database, run);
    return {
      onFoot: await uncoveredOnFoot(database, sharePercent),
      byPolicy: await uncoveredByPolicy(database, villageCoverageTypes, countingStatuses),
    };
  } finally {
    await database.close();
  }
}
