/**
 * A rate of coverage laid open: the SQL that counts it again from the households, so that anyone
 * can check the figure the engine gave.
 */
import { householdColumns } from './coverage-files';
import type { CoverageRun, PopulationGroup } from '../reach';
import type { Database, Row, SqlValue } from '../store/database';
import coverageFigureSql from './coverage_figure.sql?raw';

export interface CoverageFigure extends Row {
  numerator: number | null;
  denominator: number | null;
  not_connected: number | null;
  not_located: number | null;
}

/** The statement and its values; `unitCode` null counts everybody. */
export function coverageFigureQuery(
  unitCode: string | null,
  group: PopulationGroup,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  return { sql: coverageFigureSql, values: [unitCode, group] };
}

/** Stands on admin_units, households and coverage_households in the database. */
export async function coverageFigure(
  database: Database,
  unitCode: string | null,
  group: PopulationGroup,
): Promise<CoverageFigure> {
  const { sql, values } = coverageFigureQuery(unitCode, group);
  const [row] = await database.query<CoverageFigure>(sql, values);
  return row;
}

/** Puts a run's households into the database, in place of an earlier run's. */
export async function storeHouseholdResults(database: Database, run: CoverageRun): Promise<void> {
  await database.run('DELETE FROM coverage_households');
  await database.insert('coverage_households', householdColumns(run));
}
