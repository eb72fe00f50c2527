/**
 * The same question to both engines, native and WASM: what the command line and the page would
 * answer. Used wherever SQL stands in core.
 */
import { expect } from 'vitest';
import type { Columns, Database, Row, SqlValue } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { openWasmDatabase } from './wasm-database';

export interface BothDatabases {
  readonly native: Database;
  readonly wasm: Database;
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  insert(table: string, columns: Columns): Promise<void>;
  /** The rows both engines answer; fails where they differ in value, type or order. */
  query<T extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  close(): Promise<void>;
}

export async function openBothDatabases(): Promise<BothDatabases> {
  const native = await openNativeDatabase();
  const wasm = await openWasmDatabase();
  await createTables(native);
  await createTables(wasm);
  return {
    native,
    wasm,
    run: async (sql, values) => {
      await native.run(sql, values);
      await wasm.run(sql, values);
    },
    insert: async (table, columns) => {
      await native.insert(table, columns);
      await wasm.insert(table, columns);
    },
    query: async <T extends Row>(sql: string, values?: readonly SqlValue[]) => {
      const rows = await native.query<T>(sql, values);
      expect(await wasm.query<T>(sql, values)).toEqual(rows);
      return rows;
    },
    close: async () => {
      await native.close();
      await wasm.close();
    },
  };
}
