/**
 * Tables of the open city and what SQL makes of them. The statements run on a connection of their own
 * to the lists' database, so that one can be given up without losing the tables. What a statement
 * stands on is filled in when it is first named: nobody waits for households who asks for towns.
 */
import {
  checkQuery,
  closeDoors,
  namesIn,
  ResultSession,
  schemaNotes,
  sqlProblem,
  statementOf,
  storeBesides,
  storeIndicators,
  type Arrangement,
} from '../../../core/analysis';
import type { EvaluationPart } from '../../../core/export';
import type { CoverageRun } from '../../../core/reach';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import { tableNames, type TableName } from '../../../core/store/tables';
import type { OpenCity } from '../city/open-city';
import type {
  OpenedTable,
  SchemaTable,
  TableFileRequest,
  TableOrder,
  TablePage,
  TablePlace,
} from '../data/analysis-data';
import type { ExportedFile } from '../data/figure-data';
import type { WasmDatabase } from '../database/duckdb';
import type { Tables } from '../load/loaded-city';
import { arrangedFile } from './arranged-file';
import { placedBy, pointsOf } from './placed-rows';
import unitPlacesSql from '../../../core/export/unit_places.sql?raw';
import unitFacilitiesSql from '../../../core/export/unit_facilities.sql?raw';

type Indicators = () => Promise<Result<EvaluationPart>>;

export class AnalysisDesk {
  readonly #city: OpenCity;
  readonly #indicators: Indicators;
  /** The connection, and what its database was filled with last. */
  #database: WasmDatabase | null = null;
  #connection: WasmDatabase | null = null;
  #besidesOf: CoverageRun | null = null;
  #whole: Tables | null = null;
  #sessions = new Map<TablePlace, ResultSession>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(city: OpenCity, indicators: Indicators) {
    this.#city = city;
    this.#indicators = indicators;
  }

  open(order: TableOrder, progress: Progress): Promise<Result<OpenedTable>> {
    return this.#inTurn(async (): Promise<Result<OpenedTable>> => {
      const startedMs = performance.now();
      const { query, isExplain } = statementOf(order.sql);
      const connection = await this.#ready(query, order.language, progress);
      if (!connection.ok) return connection;
      progress('query', 0, 0);
      const elapsedMs = () => performance.now() - startedMs;
      if (isExplain) {
        const checked = await checkQuery(connection.value, query);
        if (!checked.ok) return checked;
        const rows = await connection.value.query(`EXPLAIN ${query}`);
        const plan = rows.map((row) => String(row['explain_value'])).join('\n');
        return ok({
          columns: [],
          rowCount: 0,
          total: 0,
          elapsedMs: elapsedMs(),
          plan,
          placedBy: null,
        });
      }
      const session =
        this.#sessions.get(order.place) ?? new ResultSession(connection.value, order.place);
      const opened = await session.open(query, order.limit);
      if (!opened.ok) return opened;
      this.#sessions.set(order.place, session);
      return ok({
        ...opened.value,
        elapsedMs: elapsedMs(),
        plan: null,
        placedBy: placedBy(opened.value.columns),
      });
    });
  }

  arrange(place: TablePlace, arrangement: Arrangement) {
    return this.#withSession(place, (session) => session.arrange(arrangement));
  }

  page(place: TablePlace, from: number, to: number): Promise<Result<TablePage>> {
    return this.#withSession(place, async (session) => ok(await session.page(from, to)));
  }

  position(place: TablePlace, column: string, value: string): Promise<Result<number>> {
    return this.#withSession(place, async (session) => ok(await session.positionOf(column, value)));
  }

  values(place: TablePlace, column: string): Promise<Result<readonly string[]>> {
    return this.#withSession(place, async (session) => ok(await session.valuesOf(column, 60)));
  }

  /** [lon, lat] of each row that has a place, for the map. */
  points(place: TablePlace): Promise<Result<Float32Array>> {
    return this.#withSession(place, async (session) =>
      ok(await pointsOf(this.#connection!, session)),
    );
  }

  /** Which household of the page's arrays an id names, or -1. */
  household(id: string): Promise<Result<number>> {
    return this.#inTurn(async () => {
      if (this.#connection === null) return problem('nothing_open');
      const [row] = await this.#connection.query<{ at: number }>(
        'SELECT rowid AS at FROM households WHERE household_id = ?',
        [id],
      );
      return ok(row?.at ?? -1);
    });
  }

  file(request: TableFileRequest, progress: Progress): Promise<Result<ExportedFile>> {
    const { isGenerated } = this.#city.loaded.info;
    return this.#withSession(request.place, async (session) =>
      ok(await arrangedFile(session, request, isGenerated, progress)),
    );
  }

  /** Every table with its columns; rows are counted where they are known (-1 is unknown). */
  schema(language: TableOrder['language'], progress: Progress): Promise<Result<SchemaTable[]>> {
    return this.#inTurn(async () => {
      const connection = await this.#ready('', language, progress);
      if (!connection.ok) return connection;
      const notes = schemaNotes();
      const columns = await connection.value.query<Record<'table' | 'name' | 'type', string>>(
        `SELECT table_name AS "table", column_name AS name, data_type AS type
         FROM information_schema.columns WHERE table_schema = 'main' AND table_catalog <> 'temp'
         ORDER BY table_name, ordinal_position`,
      );
      const names = [...new Set(columns.map(({ table }) => table))];
      return ok(
        names.map((name) => ({
          name,
          note: notes.get(name) ?? null,
          rowCount: this.#rowCount(name),
          columns: columns
            .filter(({ table }) => table === name)
            .map((column) => ({
              name: column.name,
              type: column.type,
              note: notes.get(`${name}.${column.name}`) ?? null,
            })),
        })),
      );
    });
  }

  /** Gives up the statement under way; tables and results stay. */
  cancel(): void {
    void this.#connection?.cancel();
  }

  #rowCount(name: string): number {
    const own = tableNames.find((table) => table === name);
    if (own) {
      const known = (this.#whole ?? this.#city.loaded.tables)[own];
      return known?.rowCount ?? (this.#whole ? 0 : -1);
    }
    const unitCount = this.#city.units.codes.length;
    if (name === 'coverage_households') return this.#city.households.rowCount;
    if (name === 'coverage_circles') return 4 * unitCount;
    return /^coverage_/.test(name) ? unitCount : -1;
  }

  /** The connection, with everything that the text names. */
  async #ready(
    text: string,
    language: TableOrder['language'],
    progress: Progress,
  ): Promise<Result<WasmDatabase>> {
    const { run } = this.#city;
    if (run === null) return problem('nothing_open');
    const names = namesIn(text);
    const isOfHouseholds = names.has('households') || names.has('coverage_households');
    const named = tableNames.filter(
      (name) => names.has(name) || (name === 'households' && isOfHouseholds),
    );
    const tables = await this.#tablesWith(named, progress);
    if (!tables.ok) return tables;
    const withIds = isOfHouseholds ? this.#city.withWholeHouseholds(run, tables.value) : null;
    const database = await this.#city.database.forAnalysis(
      tables.value,
      named,
      run,
      withIds,
      progress,
    );
    if (database !== this.#database || this.#connection === null) {
      await closeDoors(database);
      this.#connection = await database.connect();
      this.#database = database;
      this.#besidesOf = null;
      this.#sessions.clear();
      for (const sql of [unitPlacesSql, unitFacilitiesSql]) await this.#connection.run(sql);
    }
    const isBeside = names.has('coverage_circles') || names.has('coverage_causes');
    if (isBeside && this.#besidesOf !== run) {
      progress('fill_database', 0, 0);
      await storeBesides(database, run);
      this.#besidesOf = run;
    }
    if (names.has('indicator_results')) {
      const part = await this.#indicators();
      if (!part.ok)
        return part.problem.code === 'nothing_open' ? problem('indicators_not_asked') : part;
      await storeIndicators(database, part.value, language);
    }
    return ok(this.#connection);
  }

  /** What is here already where it is enough: reading every column of a million rows takes a while. */
  async #tablesWith(named: readonly TableName[], progress: Progress): Promise<Result<Tables>> {
    const { tables } = this.#city.loaded;
    const isEnough = named.every((name) => name !== 'households' && tables[name]);
    if (this.#whole) return ok(this.#whole);
    if (isEnough) return ok(tables);
    const whole = await this.#city.wholeTables(progress);
    if (whole.ok) this.#whole = whole.value;
    return whole;
  }

  #withSession<T>(
    place: TablePlace,
    ask: (session: ResultSession) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#inTurn(async () => {
      const isThere = this.#database !== null && this.#city.database.holds(this.#database);
      const session = isThere ? this.#sessions.get(place) : undefined;
      return session ? ask(session) : problem('nothing_open');
    });
  }

  /** One after the other; what the database refuses is an answer, not a failure. */
  #inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#last.then(work, work).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'SqlError')
        return { ok: false as const, problem: sqlProblem(error) };
      throw error;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
