/**
 * The native DuckDB behind the Database interface, for the command line. Rows go in by data chunks
 * of 2,048 rows, the engine's own size, since one call per value is several times slower.
 */
import {
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTypeId,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { plainValues, type ColumnData } from '../../core/store/columns';
import {
  SqlError,
  type Columns,
  type Database,
  type Row,
  type SqlValue,
} from '../../core/store/database';

const chunkRows = 2048;
const millisecondsPerDay = 86_400_000;

/** A database in memory, or in a file at `path`. */
export async function openNativeDatabase(path = ':memory:'): Promise<Database> {
  const instance = await DuckDBInstance.create(path);
  return new NativeDatabase(instance, await instance.connect());
}

class NativeDatabase implements Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.#withSql(sql, () => this.#connection.run(sql, [...values]));
  }

  async query<T extends Row = Row>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    const reader = await this.#withSql(sql, () => this.#connection.runAndReadAll(sql, [...values]));
    const names = reader.columnNames();
    const columns = reader.getColumns();
    return Array.from({ length: reader.currentRowCount }, (_, row) => {
      const object: Row = {};
      names.forEach((name, i) => (object[name] = sqlValue(columns[i][row])));
      return object as T;
    });
  }

  async insert(table: string, columns: Columns): Promise<void> {
    await this.#withSql(`INSERT INTO ${table}`, async () => {
      const names = Object.keys(columns);
      const given = Object.values(columns);
      const rowCount = given.length ? columnLength(given[0]) : 0;
      const appender = await this.#connection.createAppender(table);
      // The appender knows types by position only, so names come from the table itself.
      const positions = await this.#columnNames(table);
      const types = positions.map((_, i) => appender.columnType(i));
      const source = positions.map((name) => given[names.indexOf(name)]);
      for (const name of names) {
        if (!positions.includes(name)) throw new Error(`${table} has no column ${name}`);
      }
      for (let from = 0; from < rowCount; from += chunkRows) {
        const to = Math.min(from + chunkRows, rowCount);
        const chunk = DuckDBDataChunk.create(types, to - from);
        source.forEach((column, i) =>
          chunk.setColumnValues(i, chunkValues(column, types[i], from, to)),
        );
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    });
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #columnNames(table: string): Promise<string[]> {
    const rows = await this.query<{ column_name: string }>(
      'SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position',
      [table],
    );
    return rows.map((row) => row.column_name);
  }

  async #withSql<T>(sql: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof SqlError ? cause : new SqlError(cause, sql);
    }
  }
}

function columnLength(column: ColumnData | ArrayLike<SqlValue>): number {
  if (!('kind' in column)) return column.length;
  return column.kind === 'dictionary' ? column.codes.length : column.values.length;
}

function chunkValues(
  column: ColumnData | ArrayLike<SqlValue> | undefined,
  type: DuckDBType,
  from: number,
  to: number,
): DuckDBValue[] {
  if (!column) return new Array<DuckDBValue>(to - from).fill(null);
  const values =
    'kind' in column
      ? plainValues(column, from, to)
      : Array.from({ length: to - from }, (_, i) => column[from + i] ?? null);
  if (type.typeId !== DuckDBTypeId.DATE) return values;
  return values.map((value) =>
    value === null ? null : new DuckDBDateValue(Date.parse(String(value)) / millisecondsPerDay),
  );
}

/** Whole numbers of any width as numbers, dates and the like as text. */
function sqlValue(value: DuckDBValue): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object') return 'toDouble' in value ? value.toDouble() : String(value);
  return value;
}
