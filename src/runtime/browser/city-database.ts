/**
 * The open city in DuckDB, made when someone first asks for a list or an SQL figure: the tables of
 * the data folder, and the results of the run they ask about. Households go in only for figures.
 */
import { storeHouseholdResults, storeUnitResults } from '../../core/export';
import type { Progress } from '../../core/result';
import type { CoverageRun } from '../../core/reach';
import type { Database } from '../../core/store/database';
import { createTables } from '../../core/store/open';
import { tableNames, type TableName } from '../../core/store/tables';
import type { Tables } from './loaded-city';

export class CityDatabase {
  #opening: Promise<Database> | null = null;
  #filled = new Set<TableName>();
  #unitResultsOf: CoverageRun | null = null;
  #householdResultsOf: CoverageRun | null = null;

  /** With every table but households, and the run's unit results. */
  async forLists(tables: Tables, run: CoverageRun, progress: Progress): Promise<Database> {
    const database = await this.#open(progress);
    await this.#fill(
      database,
      tables,
      tableNames.filter((name) => name !== 'households'),
      progress,
    );
    if (this.#unitResultsOf !== run) {
      await storeUnitResults(database, run);
      this.#unitResultsOf = run;
    }
    progress('query', 0, 0);
    return database;
  }

  /** With households and the run's household results besides; `withIds` is the run that knows ids. */
  async forFigures(
    tables: Tables,
    run: CoverageRun,
    withIds: CoverageRun,
    progress: Progress,
  ): Promise<Database> {
    const database = await this.#open(progress);
    await this.#fill(database, tables, ['admin_units', 'households'], progress);
    if (this.#householdResultsOf !== run) {
      progress('fill_database', 1, 2);
      await storeHouseholdResults(database, withIds);
      this.#householdResultsOf = run;
    }
    progress('query', 0, 0);
    return database;
  }

  /** Stops whatever runs; the next question opens it anew. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    this.#filled.clear();
    this.#unitResultsOf = null;
    this.#householdResultsOf = null;
    void opening?.then((database) => database.close());
  }

  async #open(progress: Progress): Promise<Database> {
    if (this.#opening === null) {
      progress('open_database', 0, 0);
      this.#opening = import('./duckdb').then(async ({ openWasmDatabase }) => {
        const database = await openWasmDatabase();
        await createTables(database);
        return database;
      });
    }
    return this.#opening;
  }

  async #fill(
    database: Database,
    tables: Tables,
    names: readonly TableName[],
    progress: Progress,
  ): Promise<void> {
    for (const [done, name] of names.entries()) {
      const table = tables[name];
      if (!table || this.#filled.has(name)) continue;
      progress('fill_database', done, names.length);
      await database.insert(name, table.columns);
      this.#filled.add(name);
    }
  }
}
