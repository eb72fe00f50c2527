/**
 * How a table is looked at (filtered, grouped, sorted) as SQL over its rows. The SQL is also shown, so
 * its values stand in it as literals, written by one function; names are quoted by one other.
 * Unknown values come last in either order. A group's sum is unknown where one of its parts is, its
 * rate a ratio of sums, rounded down; doubles are not summed (SUM of doubles depends on the threads).
 */
import { quoted } from '../store/open';
import { literal } from './sql-words';
import type { ResultColumn } from './result-column';

export type Operator =
  | 'contains'
  | 'equals'
  | 'not_equals'
  | 'one_of'
  | 'at_least'
  | 'at_most'
  | 'more_than'
  | 'less_than'
  | 'known'
  | 'unknown';

export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  /** Texts for texts, a number for numbers; none for known and unknown. */
  readonly values: readonly (string | number | boolean)[];
}

export interface Ordering {
  readonly column: string;
  readonly descending: boolean;
}

export interface Arrangement {
  /** All must hold. */
  readonly conditions: readonly Condition[];
  readonly groupBy: readonly string[];
  /** The first one first. */
  readonly order: readonly Ordering[];
}

export const emptyArrangement: Arrangement = { conditions: [], groupBy: [], order: [] };

/** How many rows a group has. */
export const rowCountColumn = 'row_count';

/** Whole numbers that count nothing. */
const notSummed = /(^|_)(year|rating|floors|percent|index|days_per_week|code|id)$/;

export function isSummed({ name, kind }: ResultColumn): boolean {
  return kind === 'whole' && !notSummed.test(name);
}

/** `x_rate` is the share of `x_covered` in `x_total`, or in all of 60 and over where it has no total. */
function partsOfRate(name: string, columns: readonly ResultColumn[]): [string, string] | null {
  const of = /^(.+)_rate$/.exec(name)?.[1];
  const isThere = (wanted: string) => columns.some((column) => column.name === wanted);
  const whole = [`${of}_total`, 'age_60_plus_total'].find(isThere);
  return whole && isThere(`${of}_covered`) ? [`${of}_covered`, whole] : null;
}

/** The columns that groups of rows have: those grouped by, how many rows, sums and rates. */
export function groupedColumns(
  columns: readonly ResultColumn[],
  groupBy: readonly string[],
): ResultColumn[] {
  const kept = groupBy.flatMap((name) => columns.filter((column) => column.name === name));
  const rest = columns.filter(
    (column) =>
      !groupBy.includes(column.name) &&
      (isSummed(column) || partsOfRate(column.name, columns) !== null),
  );
  return [...kept, { name: rowCountColumn, kind: 'whole', type: 'BIGINT' }, ...rest];
}

/** The rows of a relation in order, as their rowids under `at`; or, grouped, the groups themselves. */
export function arrangementSql(
  relation: string,
  columns: readonly ResultColumn[],
  { conditions, groupBy, order }: Arrangement,
): string {
  const where = whereClause(columns, conditions);
  if (groupBy.length === 0) {
    const by = [...orderItems(columns, order), 'rowid'];
    return `SELECT rowid AS at\nFROM ${relation}${where}\nORDER BY ${by.join(', ')}`;
  }
  const shown = groupedColumns(columns, groupBy);
  const items = shown.map((column) => groupItem(column, columns, groupBy));
  const by = [...orderItems(shown, order), ...groupBy.map((name) => `${quoted(name)} NULLS LAST`)];
  const names = groupBy.map(quoted).join(', ');
  return `SELECT\n  ${items.join(',\n  ')}\nFROM ${relation}${where}\nGROUP BY ${names}\nORDER BY ${by.join(', ')}`;
}

function groupItem(
  { name }: ResultColumn,
  columns: readonly ResultColumn[],
  groupBy: readonly string[],
): string {
  if (groupBy.includes(name)) return quoted(name);
  if (name === rowCountColumn) return `COUNT(*) AS ${rowCountColumn}`;
  const sum = (of: string) =>
    `CASE WHEN COUNT(${quoted(of)}) = COUNT(*) THEN CAST(SUM(${quoted(of)}) AS BIGINT) END`;
  const rate = partsOfRate(name, columns);
  if (rate === null) return `${sum(name)} AS ${quoted(name)}`;
  const [part, whole] = rate.map(sum);
  return `CAST(10000 * ${part} // NULLIF(${whole}, 0) AS DOUBLE) / 100 AS ${quoted(name)}`;
}

export function whereClause(
  columns: readonly ResultColumn[],
  conditions: readonly Condition[],
): string {
  const tests = conditions.flatMap((condition) => {
    const column = columns.find(({ name }) => name === condition.column);
    const test = column ? conditionSql(column, condition) : null;
    return test === null ? [] : [test];
  });
  return tests.length === 0 ? '' : `\nWHERE ${tests.join('\n  AND ')}`;
}

/** Null where a condition says nothing yet. */
function conditionSql(column: ResultColumn, { operator, values }: Condition): string | null {
  const name = quoted(column.name);
  if (operator === 'known') return `${name} IS NOT NULL`;
  if (operator === 'unknown') return `${name} IS NULL`;
  const isText = column.kind === 'text';
  if (operator === 'one_of') {
    if (values.length === 0) return 'FALSE';
    return `${asText(column)} IN (${values.map((value) => literal(String(value))).join(', ')})`;
  }
  const [value] = values;
  if (value === undefined || value === '') return null;
  if (operator === 'contains')
    return `contains(lower(${asText(column)}), ${literal(String(value).toLowerCase())})`;
  if (column.kind === 'boolean' && typeof value !== 'boolean') return null;
  if (!isText && column.kind !== 'boolean' && !Number.isFinite(value)) return null;
  const sign = {
    equals: '=',
    not_equals: '<>',
    at_least: '>=',
    at_most: '<=',
    more_than: '>',
    less_than: '<',
  }[operator];
  return `${isText ? asText(column) : name} ${sign} ${literal(isText ? String(value) : value)}`;
}

function asText({ name, type }: ResultColumn): string {
  return type === 'VARCHAR' ? quoted(name) : `CAST(${quoted(name)} AS VARCHAR)`;
}

function orderItems(columns: readonly ResultColumn[], order: readonly Ordering[]): string[] {
  return order
    .filter(({ column }) => columns.some(({ name }) => name === column))
    .map(({ column, descending }) => `${quoted(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
}
