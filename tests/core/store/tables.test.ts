import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { tableDescription, tableNames, type ColumnType } from '../../../src/core/store/tables';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';

const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** What is computed has tables of its own, which no file fills. */
const isResult = (table: string) => table.startsWith('coverage') || table === 'indicator_results';

describe('the described tables are those of schema.sql', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openNativeDatabase();
    await createTables(database);
  });
  afterAll(() => database.close());

  it('names every table of the data folder', async () => {
    const rows = await database.query(
      'SELECT table_name FROM information_schema.tables ORDER BY table_name',
    );
    const names = rows.map((row) => String(row.table_name));
    expect(names.filter((name) => !isResult(name))).toEqual([...tableNames].sort());
  });

  it.each(tableNames)('%s: columns, types, order and what may not be missing', async (name) => {
    const rows = await database.query(
      `SELECT column_name, data_type, is_nullable = 'NO' AS required
       FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position`,
      [name],
    );
    const { columns, key } = tableDescription(name);
    const isKey = (column: string) => key.includes(column);
    expect(columns.map((c) => [c.name, sqlTypes[c.type]])).toEqual(
      rows.map((row) => [row.column_name, row.data_type]),
    );
    for (const [i, column] of columns.entries()) {
      if (rows[i].required) expect(column.required, column.name).toBe(true);
      if (column.required && !isKey(column.name)) expect(rows[i].required, column.name).toBe(true);
    }
  });

  it('keeps the codes that schema.sql writes beside a column', async () => {
    const { default: schema } = await import('../../../src/core/store/schema.sql?raw');
    let table = '';
    for (const line of schema.split('\n')) {
      table = /^CREATE TABLE (\w+)/.exec(line)?.[1] ?? table;
      const codes = /^\s+(\w+) TEXT[^-]*-- (\w+(?: \| \w+)+)$/.exec(line);
      if (!codes || isResult(table)) continue;
      const described = tableDescription(table as (typeof tableNames)[number]).columns;
      expect(described.find((c) => c.name === codes[1])?.codes, `${table}.${codes[1]}`).toEqual(
        codes[2].split(' | '),
      );
    }
  });
});
