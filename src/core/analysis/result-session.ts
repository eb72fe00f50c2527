/**
 * One table that is looked at, kept in the database: the rows of a query, their order, and pages of
 * them. Rows leave the database only as pages, so that a table of a million rows costs the page no more
 * than what is in sight. The same on the native engine, where it is tested.
 */
import { problem, type Result } from '../result';
import type { Database, SqlValue } from '../store/database';
import { quoted } from '../store/open';
import { arrangementSql, emptyArrangement, groupedColumns, type Arrangement } from './arrange';
import { checkQuery } from './guard';
import type { ColumnKind, ResultColumn } from './result-column';

export interface OpenedRows {
  readonly columns: readonly ResultColumn[];
  readonly rowCount: number;
  /** What the query has besides, where the limit cut it short. */
  readonly total: number;
}

export class ResultSession {
  readonly #database: Database;
  readonly #rows: string;
  readonly #order: string;
  #columns: readonly ResultColumn[] = [];
  #shown: readonly ResultColumn[] = [];
  #arrangement: Arrangement = emptyArrangement;
  #isOrdered = false;

  /** @param name tells this session's temporary tables from another's */
  constructor(database: Database, name: string) {
    this.#database = database;
    this.#rows = `rows_of_${name}`;
    this.#order = `order_of_${name}`;
  }

  /** Runs the query, in a transaction that cannot write to the tables, and keeps its first rows. */
  async open(query: string, limit: number): Promise<Result<OpenedRows>> {
    const checked = await checkQuery(this.#database, query);
    if (!checked.ok) return checked;
    const total = await this.#readOnly(async () => {
      await this.#database.run(
        `CREATE OR REPLACE TEMP TABLE ${this.#rows} AS SELECT * FROM (\n${query}\n) AS asked LIMIT ${limit}`,
      );
      const kept = await this.#count(this.#rows);
      return kept < limit ? kept : this.#count(`(\n${query}\n) AS asked`);
    });
    this.#columns = await this.#describe(this.#rows);
    this.#shown = this.#columns;
    this.#arrangement = emptyArrangement;
    this.#isOrdered = false;
    return {
      ok: true,
      value: { columns: this.#columns, rowCount: Math.min(total, limit), total },
    };
  }

  /** Filters, groups and sorts; the columns are those of the groups where there are groups. */
  async arrange(arrangement: Arrangement): Promise<Result<Omit<OpenedRows, 'total'>>> {
    if (this.#columns.length === 0) return problem('nothing_open');
    const { conditions, groupBy, order } = arrangement;
    this.#isOrdered = conditions.length + groupBy.length + order.length > 0;
    this.#arrangement = arrangement;
    const isGrouped = groupBy.length > 0;
    this.#shown = isGrouped ? groupedColumns(this.#columns, groupBy) : this.#columns;
    if (this.#isOrdered) {
      const sql = arrangementSql(this.#rows, this.#columns, arrangement);
      await this.#database.run(`CREATE OR REPLACE TEMP TABLE ${this.#order} AS\n${sql}`);
    }
    const rowCount = await this.#count(this.#isOrdered ? this.#order : this.#rows);
    return { ok: true, value: { columns: this.#shown, rowCount } };
  }

  /** Rows from … to - 1 of the arrangement, each with its values in the columns' order. */
  async page(from: number, to: number): Promise<SqlValue[][]> {
    const isGrouped = this.#arrangement.groupBy.length > 0;
    const values = this.#shown.map((column, i) => `${plainValue(column)} AS c${i}`).join(', ');
    const between = (rowid: string) => `${rowid} >= ${from} AND ${rowid} < ${to}`;
    const sql =
      this.#isOrdered && !isGrouped
        ? `SELECT ${values} FROM ${this.#order} AS o JOIN ${this.#rows} AS r ON r.rowid = o.at WHERE ${between('o.rowid')} ORDER BY o.rowid`
        : `SELECT ${values} FROM ${isGrouped ? this.#order : this.#rows} WHERE ${between('rowid')} ORDER BY rowid`;
    const rows = await this.#database.query(sql);
    return rows.map((row) => this.#shown.map((_, i) => row[`c${i}`]));
  }

  /** Where the first row with this value stands in the arrangement, or -1. */
  async positionOf(column: string, value: string): Promise<number> {
    if (!this.#shown.some(({ name }) => name === column)) return -1;
    const isGrouped = this.#arrangement.groupBy.length > 0;
    const test = `${quoted(column)} = ?`;
    const [row] = await this.#database.query<{ at: number }>(
      this.#isOrdered && !isGrouped
        ? `SELECT o.rowid AS at FROM ${this.#order} AS o JOIN ${this.#rows} AS r ON r.rowid = o.at WHERE r.${test} ORDER BY o.rowid LIMIT 1`
        : `SELECT rowid AS at FROM ${isGrouped ? this.#order : this.#rows} WHERE ${test} ORDER BY rowid LIMIT 1`,
      [value],
    );
    return row?.at ?? -1;
  }

  /** The rows of the arrangement as a relation, for what stands on them all: the map's points. */
  get relation(): string {
    if (this.#arrangement.groupBy.length > 0) return this.#order;
    return this.#isOrdered
      ? `(SELECT r.* FROM ${this.#order} AS o JOIN ${this.#rows} AS r ON r.rowid = o.at)`
      : this.#rows;
  }

  get columns(): readonly ResultColumn[] {
    return this.#shown;
  }

  /** The different values of a text column, most frequent first. */
  async valuesOf(column: string, atMost: number): Promise<string[]> {
    if (!this.#columns.some(({ name }) => name === column)) return [];
    const name = quoted(column);
    const rows = await this.#database.query<{ word: string }>(
      `SELECT CAST(${name} AS VARCHAR) AS word FROM ${this.#rows} WHERE ${name} IS NOT NULL GROUP BY ${name} ORDER BY COUNT(*) DESC, word LIMIT ${atMost}`,
    );
    return rows.map(({ word }) => word);
  }

  async #count(relation: string): Promise<number> {
    const [{ n }] = await this.#database.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${relation}`,
    );
    return n;
  }

  async #describe(relation: string): Promise<ResultColumn[]> {
    const rows = await this.#database.query<{ column_name: string; column_type: string }>(
      `SELECT column_name, column_type FROM (DESCRIBE ${relation})`,
    );
    return rows.map(({ column_name: name, column_type: type }) => ({
      name,
      type,
      kind: kindOf(type),
    }));
  }

  async #readOnly<T>(work: () => Promise<T>): Promise<T> {
    await this.#database.run('BEGIN TRANSACTION READ ONLY');
    try {
      const done = await work();
      await this.#database.run('COMMIT');
      return done;
    } catch (error) {
      await this.#database.run('ROLLBACK');
      throw error;
    }
  }
}

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;

function kindOf(type: string): ColumnKind {
  if (wholeTypes.test(type)) return 'whole';
  if (/^(FLOAT|DOUBLE|DECIMAL)/.test(type)) return 'number';
  return type === 'BOOLEAN' ? 'boolean' : 'text';
}

/** A value as the page takes it: numbers, booleans and texts; anything else as its text. */
function plainValue({ name, kind, type }: ResultColumn): string {
  const column = quoted(name);
  if (kind === 'whole' || kind === 'number') return `CAST(${column} AS DOUBLE)`;
  if (kind === 'boolean' || type === 'VARCHAR') return column;
  return `CAST(${column} AS VARCHAR)`;
}
