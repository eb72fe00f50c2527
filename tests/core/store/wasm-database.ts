/**
 * DuckDB-WASM's blocking build behind the Database interface, for tests under Node: the page runs
 * the same engine in a worker, and shares with this everything but the calls to the bindings.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { columnsToIpc, rowsFromArrow, stagedInsertSql } from '../../../src/core/store/arrow';
import {
  SqlError,
  type Columns,
  type Database,
  type Row,
  type SqlValue,
} from '../../../src/core/store/database';

const require = createRequire(import.meta.url);

export async function openWasmDatabase(): Promise<Database> {
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
  const bundle = {
    mainModule: join(folder, 'duckdb-eh.wasm'),
    mainWorker: join(folder, 'duckdb-node-eh.worker.cjs'),
  };
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => {});
  bindings.open({
    path: ':memory:',
    query: { castBigIntToDouble: true, castDecimalToDouble: true },
  });
  const connection = bindings.connect();

  const query = (sql: string, values: readonly SqlValue[] = []) => {
    try {
      if (values.length === 0) return connection.query(sql);
      const statement = connection.prepare(sql);
      try {
        return statement.query(...values);
      } finally {
        statement.close();
      }
    } catch (cause) {
      throw new SqlError(cause, sql);
    }
  };
  return {
    run: async (sql, values) => void query(sql, values),
    query: async <T extends Row>(sql: string, values?: readonly SqlValue[]) =>
      rowsFromArrow<T>(query(sql, values)),
    insert: async (table: string, columns: Columns) => {
      const types = rowsFromArrow(
        query(
          'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position',
          [table],
        ),
      ).filter((row) => String(row['column_name']) in columns);
      const stage = `${table}_stage`;
      connection.insertArrowFromIPCStream(columnsToIpc(columns), { name: stage, create: true });
      query(stagedInsertSql(table, stage, types));
      query(`DROP TABLE "${stage}"`);
    },
    close: async () => {
      connection.close();
      bindings.reset();
    },
  };
}
