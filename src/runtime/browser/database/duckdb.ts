/**
 * DuckDB-WASM behind the Database interface: the same engine and the same SQL as the command line.
 * Only the `eh` build, served from our own origin and loaded when first needed; it runs in a worker
 * of its own, so that whoever asks stays free, and is stopped by ending that worker.
 */
import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table, type RecordBatch } from 'apache-arrow';
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
import { startWorker } from '../start-worker';

const columnTypesSql =
  'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position';

/** An empty database in memory; the tables are the caller's to create. */
export async function openWasmDatabase(): Promise<WasmDatabase> {
  const worker = startWorker(() => new Worker(new URL(workerUrl, import.meta.url)));
  const bindings = new AsyncDuckDB(new VoidLogger(), worker);
  await bindings.instantiate(new URL(wasmUrl, import.meta.url).href);
  await bindings.open({
    path: ':memory:',
    query: { castBigIntToDouble: true, castDecimalToDouble: true },
  });
  return new WasmDatabase(bindings, await bindings.connect(), new Ending());
}

/** A worker that was ended answers no more: whoever waits for it is told. */
class Ending {
  isOver = false;
  end: () => void = () => undefined;
  readonly ended = new Promise<never>((_, reject) => {
    this.end = () => {
      this.isOver = true;
      reject(new Error('the database was closed'));
    };
  });

  constructor() {
    this.ended.catch(() => undefined);
  }
}

export class WasmDatabase implements Database {
  readonly #bindings: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #ending: Ending;
  readonly #isStepwise: boolean;

  /** @param isStepwise statements can be given up, and stand alone */
  constructor(
    bindings: AsyncDuckDB,
    connection: AsyncDuckDBConnection,
    ending: Ending,
    isStepwise = false,
  ) {
    this.#bindings = bindings;
    this.#connection = connection;
    this.#ending = ending;
    this.#isStepwise = isStepwise;
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

  /** Another connection to the same tables, whose statements can be given up one by one. */
  async connect(): Promise<WasmDatabase> {
    return new WasmDatabase(this.#bindings, await this.#bindings.connect(), this.#ending, true);
  }

  /** Gives up the statement under way, which then fails. */
  async cancel(): Promise<void> {
    await this.#connection.cancelSent();
  }

  /** Ends the worker, whatever it is doing. */
  async close(): Promise<void> {
    this.#ending.end();
    await this.#bindings.terminate();
  }

  /** Runs in steps, between which it can be given up. */
  async #sent(sql: string): Promise<Table> {
    const batches: RecordBatch[] = [];
    const reader = await this.#connection.send(sql);
    await reader.open();
    for await (const batch of reader) batches.push(batch);
    return new Table(reader.schema, batches);
  }

  #arrow(sql: string, values: readonly SqlValue[]): Promise<Table> {
    if (this.#ending.isOver) return this.#ending.ended;
    return Promise.race([this.#asked(sql, values), this.#ending.ended]);
  }

  async #asked(sql: string, values: readonly SqlValue[]): Promise<Table> {
    try {
      if (values.length === 0)
        return await (this.#isStepwise ? this.#sent(sql) : this.#connection.query(sql));
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
