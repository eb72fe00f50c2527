import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDoors, ResultSession, sqlProblem, statementOf } from '../../../src/core/analysis';
import type { Database } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { openWasmDatabase } from '../store/wasm-database';

const harmless = [
  'SELECT 1',
  'SELECT 1 -- a remark',
  'SELECT 1;',
  "SELECT 'DROP TABLE admin_units; COPY' AS words /* ATTACH 'x' */",
  'FROM admin_units',
  'TABLE admin_units',
  'VALUES (1), (2)',
  'DESCRIBE admin_units',
  'SHOW TABLES',
  'SUMMARIZE admin_units',
  'WITH a AS (SELECT 1 AS one) SELECT * FROM a',
  'SELECT unit_code AS "read_csv" FROM admin_units',
];

const nasty = [
  '',
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP TABLE admin_units',
  'SELECT 1) AS a; DROP TABLE admin_units; SELECT * FROM (SELECT 1',
  'SELECT 1) AS a LIMIT ?; DROP TABLE admin_units; --',
  'SELECT 1 /* ) */ ); DELETE FROM admin_units; --',
  "SELECT 1 /* /* */ ' */ ) AS a; DROP TABLE admin_units; --'",
  "SELECT $x$ ' $x$ ) AS a; DROP TABLE admin_units; -- '",
  "SELECT E'\\'') AS a; DROP TABLE admin_units; --'",
  'DROP TABLE admin_units',
  'DELETE FROM admin_units',
  "INSERT INTO admin_units (unit_code) VALUES ('1') RETURNING *",
  'UPDATE admin_units SET name = NULL',
  'WITH d AS (DELETE FROM admin_units RETURNING *) SELECT * FROM d',
  'CREATE TABLE x AS SELECT 1',
  'CREATE OR REPLACE TEMP VIEW admin_units AS SELECT 1',
  'SELECT * INTO x FROM admin_units',
  "COPY admin_units TO 'x.csv'",
  "ATTACH 'x.db' AS x",
  "EXPORT DATABASE 'x'",
  'PRAGMA version',
  'CALL pragma_version()',
  'INSTALL httpfs',
  'LOAD httpfs',
  'SET threads = 1',
  'RESET threads',
  'BEGIN',
  'COMMIT',
  'CHECKPOINT',
  'VACUUM',
  'USE memory',
  "SELECT * FROM read_csv('/etc/passwd')",
  `SELECT * FROM "read_text"('/etc/passwd')`,
  "SELECT * FROM ReAd_BlOb /* x */ ('/etc/passwd')",
  "SELECT * FROM '/etc/passwd'",
  `SELECT * FROM "/etc/passwd"`,
  "SELECT * FROM 'https://example.org/x.parquet'",
  "SELECT * FROM glob('/*')",
  "SELECT * FROM sniff_csv('/etc/passwd')",
  "SELECT * FROM query('SELECT * FROM duckdb_settings()')",
  "SELECT current_setting('threads')",
  'SELECT * FROM duckdb_settings()',
  'SELECT * FROM duckdb_secrets()',
  'SELECT * FROM pragma_database_list()',
  "SELECT getenv('HOME')",
  "SELECT write_log('x')",
  'SELECT * FROM enable_logging()',
  'SELECT * FROM checkpoint()',
];

describe.each([
  ['native', openNativeDatabase],
  ['wasm', openWasmDatabase],
] as const)('what the console runs, %s', (_, open) => {
  let database: Database;
  let session: ResultSession;
  beforeAll(async () => {
    database = await open();
    await createTables(database);
    await database.insert('admin_units', {
      unit_code: ['350400000000'],
      name: ['city'],
      level: ['city'],
    });
    await closeDoors(database);
    session = new ResultSession(database, 'query');
  });
  afterAll(() => database.close());

  const outcome = async (sql: string) => {
    try {
      const opened = await session.open(statementOf(sql).query, 10);
      return opened.ok ? 'run' : opened.problem.code;
    } catch (error) {
      return sqlProblem(error).code;
    }
  };

  it.each(harmless)('runs %s', async (sql) => {
    expect(await outcome(sql)).toBe('run');
  });

  it.each(nasty)('refuses %s', async (sql) => {
    expect(await outcome(sql)).toMatch(/^sql_/);
    const [row] = await database.query('SELECT COUNT(*) AS n, MIN(name) AS name FROM admin_units');
    expect(row).toEqual({ n: 1, name: 'city' });
  });

  it('leaves the doors closed when asked from beside the console', async () => {
    await expect(database.query("SELECT * FROM read_text('/etc/hostname')")).rejects.toThrow();
    await expect(database.run('SET enable_external_access = true')).rejects.toThrow();
  });

  it('says where a mistake is', async () => {
    const place = async (sql: string) => {
      try {
        await session.open(sql, 10);
        return null;
      } catch (error) {
        return sqlProblem(error);
      }
    };
    expect(await place('SELECT name,\n  levl\nFROM admin_units')).toMatchObject({
      code: 'sql_failed_at',
      params: { line: 2, column: 3 },
    });
    expect(await place('SELECT name FORM admin_units')).toMatchObject({ params: { line: 1 } });
  });

  it('keeps what is open when a query fails, and counts what the limit leaves out', async () => {
    const many = await session.open('SELECT range AS n FROM range(25) ORDER BY n DESC', 10);
    expect(many).toMatchObject({ ok: true, value: { rowCount: 10, total: 25 } });
    await expect(session.open('SELECT nothing', 10)).rejects.toThrow();
    expect(await session.page(0, 3)).toEqual([[24], [23], [22]]);
  });
});
