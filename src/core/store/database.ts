/**
 * One small interface in front of DuckDB, native (command line) and WASM (page). Values go in as
 * bound parameters; whole numbers come out as numbers, never as bigint, so SQL that may pass 2^53
 * is not written. Dates come out as ISO text. Errors keep the SQL.
 */
import type { ColumnData, SqlValue } from './columns';

export type { SqlValue };
export type Row = Record<string, SqlValue>;

/** Columns of equal length to put into a table; a missing column becomes NULL. */
export type Columns = Readonly<Record<string, ColumnData | ArrayLike<SqlValue>>>;

export interface Database {
  /** Statements without a result; several may be separated by semicolons if there are no values. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  query<T extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** Appends rows to an existing table, by column name; dates as ISO text. */
  insert(table: string, columns: Columns): Promise<void>;
  close(): Promise<void>;
}

/** What a database throws: the engine's own words and the SQL that caused them. */
export class SqlError extends Error {
  constructor(cause: unknown, sql: string) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\n${sql}`);
    this.name = 'SqlError';
  }
}
