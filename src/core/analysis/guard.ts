/**
 * What the console may run: one query that reads the tables and nothing else. DuckDB itself judges,
 * four times over, so that no list of forbidden words has to be complete:
 * 1. its parser: the text is prepared as `SELECT * FROM (text) LIMIT ?`. Only a query can stand between
 *    the brackets (no COPY, ATTACH, PRAGMA, SET, INSERT …), and DuckDB-WASM prepares only one statement
 *    (a semicolon that is not the last is refused before, since the native binding would run several);
 * 2. its settings: external access is off (no read_csv, no file, no extension) and settings are locked;
 * 3. its transactions: the query runs in one that is read-only;
 * 4. by name we refuse the few functions that read settings or run a text as SQL.
 */
import { problem, type Problem, type Result } from '../result';
import type { Database } from '../store/database';
import { piecesOf } from './sql-words';

const refused = new Set([
  ...['query', 'query_table', 'glob', 'sniff_csv', 'getenv', 'getvariable', 'current_setting'],
  ...['duckdb_settings', 'duckdb_secrets', 'duckdb_variables', 'duckdb_logs', 'write_log'],
  ...['checkpoint', 'force_checkpoint', 'nextval', 'setseed', 'parse_duckdb_log_message'],
]);
const refusedBeginnings = /^(read_|pragma_|enable_|disable_|arrow_scan|parquet_|truncate_|which_)/;

/** The name of a function that is called in the text and may not be; null where there is none. */
export function refusedFunction(sql: string): string | null {
  const pieces = piecesOf(sql).filter(({ kind }) => kind !== 'comment');
  const call = pieces.find(({ kind, text }, i) => {
    if (kind !== 'name' && kind !== 'quoted_name') return false;
    const name = text.toLowerCase();
    return pieces[i + 1]?.text === '(' && (refused.has(name) || refusedBeginnings.test(name));
  });
  return call?.text ?? null;
}

/** The text without its last semicolon, and whether its plan alone is asked for (EXPLAIN). */
export function statementOf(sql: string): { readonly query: string; readonly isExplain: boolean } {
  const pieces = piecesOf(sql).filter(({ kind }) => kind !== 'comment');
  const [first] = pieces;
  const last = pieces.at(-1);
  const isExplain = first?.kind === 'name' && first.text.toLowerCase() === 'explain';
  const end = last?.text === ';' ? last.from : sql.length;
  // Blanks take the word's place, so that the places of errors stay.
  const query = isExplain ? ' '.repeat(first.to) + sql.slice(first.to, end) : sql.slice(0, end);
  return { query, isExplain };
}

/** Throws what DuckDB says of anything but one query over the tables; reads no row. */
export async function checkQuery(database: Database, query: string): Promise<Result<null>> {
  const pieces = piecesOf(query);
  if (pieces.some(({ kind, text }) => kind === 'sign' && text === ';'))
    return problem('sql_several');
  if (pieces.some(({ isClosed }) => !isClosed)) return problem('sql_unclosed');
  const name = refusedFunction(query);
  if (name !== null) return problem('sql_function_refused', { name });
  // A bound value makes it a prepared statement, which can only be one.
  await database.query(`SELECT * FROM (\n${query}\n) AS checked LIMIT ?`, [0]);
  return { ok: true, value: null };
}

/** No files, no extensions, no settings from here on; tables can still be filled. */
export async function closeDoors(database: Database): Promise<void> {
  await database.run('SET enable_external_access = false');
  await database.run('SET lock_configuration = true');
}

/** DuckDB's words as a problem with the place; our first line is not the user's. */
export function sqlProblem(error: unknown): Problem {
  const words = error instanceof Error ? error.message : String(error);
  if (/multiple statements/.test(words)) return { code: 'sql_several', params: {} };
  const [reason] = words.split('\n');
  const place = /LINE (\d+): /.exec(words);
  if (!place) return { code: 'sql_failed', params: { reason } };
  const line = Math.max(1, Number(place[1]) - 1);
  const after = words.slice(place.index).split('\n');
  const column = (after[1]?.indexOf('^') ?? -1) - place[0].length + 1;
  // A long line is shown from its middle on: then the column is not the text's.
  const isWhole = column > 0 && !after[0].slice(place[0].length).startsWith('...');
  return isWhole
    ? { code: 'sql_failed_at', params: { reason, line, column } }
    : { code: 'sql_failed_in', params: { reason, line } };
}
