/**
 * DuckDB-WASM behind the Database interface: the same engine and the same SQL as the command line.
 * Only the `eh` build, served from our own origin and loaded when first needed; it runs in a worker
 * of its own, so that whoever asks stays free, and is stopped by ending that worker.
 */
import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { columnsToIpc, rowsFromArrow, stagedInsertSql } from '../../../core/store/arrow';
import {
  SqlError,
  type Columns,
  type Database,
  type Row,
  type SqlValue,
} from '../../../core/store/database';

const columnTypesSql =
  'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position';

/** An empty database in memory; the tables are the caller's to create. */
export async function openWasmDatabase(): Promise<WasmDatabase> {
  const worker = new Worker(new URL(workerUrl, import.meta.url));
  const bindings = new AsyncDuckDB(new VoidLogger(), worker);
  await bindings.instantiate(new URL(wasmUrl, import.meta.url).href);
  await bindings.open({
    path: ':memory:',
    query: { castBigIntToDouble: true, castDecimalToDouble: true },
  });
  return new WasmDatabase(bindings, await bindings.connect());
}

export class WasmDatabase implements Database {
  readonly #bindings: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;

  constructor(bindings: AsyncDuckDB, connection: AsyncDuckDBConnection) {
    this.#bindings = bindings;
    this.#connection = connection;
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.#arrow(sql, values);
  }

  async query<T extends Row = Row>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return rowsFromArrow<T>(await this.#arrow(sql, values));
  }

  async insert(table: string, columns: Columns): Promise<void> {
    const types = await this.query(columnTypesSql, [table]);
    const known = types.filter((row) => String(row['column_name']) in columns);
    const stage = `${table}_stage`;
    await this.#connection.insertArrowFromIPCStream(columnsToIpc(columns), {
      name: stage,
      create: true,
    });
    await this.run(stagedInsertSql(table, stage, known));
    await this.run(`DROP TABLE "${stage}"`);
  }

  /** Ends the worker, whatever it is doing. */
  async close(): Promise<void> {
    await this.#bindings.terminate();
  }

  async #arrow(sql: string, values: readonly SqlValue[]) {
    try {
      if (values.length === 0) return await this.#connection.query(sql);
      const statement = await this.#connection.prepare(sql);
      try {
        return await statement.query(...values);
      } finally {
        await statement.close();
      }
    } catch (cause) {
      throw new SqlError(cause, sql);
    }
  }
}
