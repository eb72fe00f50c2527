/**
 * One small interface in front of DuckDB, native (command line) and WASM (page). Values go in as
 * bound parameters; whole numbers come out as numbers, never as bigint, so SQL that may pass 2^53
 * is not written. Errors keep the SQL.
 */
export type SqlValue = string | number | boolean | null;
export type Row = Record<string, SqlValue>;

/** Columns of equal length to put into a table; a missing column becomes NULL. */
export type Columns = Record<string, ArrayLike<SqlValue>>;

export interface Database {
  /** Statements without a result; several may be separated by semicolons if there are no values. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  query<T extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** Appends rows to an existing table, by column name; dates as ISO text. */
  insert(table: string, columns: Columns): Promise<void>;
  close(): Promise<void>;
}
