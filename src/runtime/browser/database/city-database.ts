/**
 * The open city in DuckDB, made when someone first asks for a list or an SQL figure: the tables of
 * the data folder, and the results of the run they ask about. Households go in only for figures.
 */
import type { Progress } from '../../../core/result';
import type { CoverageRun } from '../../../core/reach';
import type { Database } from '../../../core/store/database';
import type { TableName } from '../../../core/store/tables';
import type { Tables } from '../load/loaded-city';
import type { WasmDatabase } from './duckdb';

const listTables: readonly TableName[] = [
  'admin_units',
  'facilities',
  'facility_services',
  'premises',
];

export class CityDatabase {
  #opening: Promise<WasmDatabase> | null = null;
  #database: WasmDatabase | null = null;
  #filled = new Set<TableName>();
  #unitResultsOf: CoverageRun | null = null;
  /** Those in the database: of the data, or of an option. */
  #facilities: CoverageRun['ground']['facilities'] | null = null;
  #householdResultsOf: CoverageRun | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** With the tables the lists stand on, and the run's unit results. */
  forLists(tables: Tables, run: CoverageRun, progress: Progress): Promise<Database> {
    return this.#inTurn(async () => {
      const database = await this.#open(progress);
      await this.#fillOfRun(database, tables, run, listTables, progress);
      progress('query', 0, 0);
      return database;
    });
  }

  /** With households and the run's household results besides; `withIds` is the run that knows ids. */
  forFigures(
    tables: Tables,
    run: CoverageRun,
    withIds: CoverageRun,
    progress: Progress,
  ): Promise<Database> {
    return this.#inTurn(async () => {
      const database = await this.#open(progress);
      await this.#fill(database, tables, ['admin_units', 'households'], progress);
      await this.#fillHouseholdResults(database, run, withIds, progress);
      progress('query', 0, 0);
      return database;
    });
  }

  /** With what the lists stand on and the tables named; household results where `withIds` is given. */
  forAnalysis(
    tables: Tables,
    named: readonly TableName[],
    run: CoverageRun,
    withIds: CoverageRun | null,
    progress: Progress,
  ): Promise<WasmDatabase> {
    const names = [...new Set([...listTables, ...named])];
    return this.#inTurn(async () => {
      const database = await this.#open(progress);
      await this.#fillOfRun(database, tables, run, names, progress);
      if (withIds) await this.#fillHouseholdResults(database, run, withIds, progress);
      return database;
    });
  }

  /** False once it was stopped. */
  holds(database: WasmDatabase): boolean {
    return database === this.#database;
  }

  /** Stops whatever runs; the next question opens it anew. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    this.#database = null;
    this.#turn = Promise.resolve();
    this.#filled.clear();
    this.#unitResultsOf = null;
    this.#householdResultsOf = null;
    void opening?.then((database) => database.close());
  }

  /** Two questions at once would make the same tables twice: each waits for the one before it. */
  #inTurn<T>(prepare: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(prepare);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #fillOfRun(
    database: Database,
    tables: Tables,
    run: CoverageRun,
    names: readonly TableName[],
    progress: Progress,
  ): Promise<void> {
    const { facilities } = run.ground;
    if (this.#facilities !== facilities && this.#filled.has('facilities')) {
      // An option has facilities of its own.
      await database.run('DELETE FROM facilities');
      this.#filled.delete('facilities');
    }
    await this.#fill(database, { ...tables, facilities }, names, progress);
    this.#facilities = facilities;
    if (this.#unitResultsOf === run) return;
    const { storeUnitResults } = await import('../../../core/export');
    await storeUnitResults(database, run);
    this.#unitResultsOf = run;
  }

  async #fillHouseholdResults(
    database: Database,
    run: CoverageRun,
    withIds: CoverageRun,
    progress: Progress,
  ): Promise<void> {
    if (this.#householdResultsOf === run) return;
    progress('fill_database', 1, 2);
    const { storeHouseholdResults } = await import('../../../core/export');
    await storeHouseholdResults(database, withIds);
    this.#householdResultsOf = run;
  }

  async #open(progress: Progress): Promise<WasmDatabase> {
    if (this.#opening === null) {
      progress('open_database', 0, 0);
      this.#opening = openDatabase();
    }
    const opening = this.#opening;
    const database = await opening;
    if (opening === this.#opening) this.#database = database;
    return database;
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

async function openDatabase(): Promise<WasmDatabase> {
  const [{ openWasmDatabase }, { createTables }] = await Promise.all([
    import('./duckdb'),
    import('../../../core/store/open'),
  ]);
  const database = await openWasmDatabase();
  await createTables(database);
  return database;
}
