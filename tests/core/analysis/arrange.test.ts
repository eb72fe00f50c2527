import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ResultSession,
  type Arrangement,
  type Condition,
  type Ordering,
} from '../../../src/core/analysis';
import type { Database, SqlValue } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { openWasmDatabase } from '../store/wasm-database';

interface Row {
  town: string | null;
  kind: string | null;
  a_covered: number | null;
  a_total: number | null;
  minutes: number | null;
}

const unknownOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 });
const row: fc.Arbitrary<Row> = fc
  .record({
    town: unknownOr(fc.constantFrom('甲镇', '乙乡', "O'Neil", 'x"y', 'Bai%')),
    kind: unknownOr(fc.constantFrom('a', 'B', 'ab')),
    part: unknownOr(fc.nat(50)),
    rest: unknownOr(fc.nat(50)),
    minutes: unknownOr(fc.integer({ min: 0, max: 80 }).map((quarter) => quarter / 4)),
  })
  .map(({ town, kind, part, rest, minutes }) => ({
    town,
    kind,
    a_covered: part,
    a_total: part === null || rest === null ? null : part + rest,
    minutes,
  }));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    column: fc.constantFrom('town', 'kind'),
    operator: fc.constantFrom('contains', 'equals', 'not_equals', 'one_of', 'known', 'unknown'),
    values: fc.array(fc.constantFrom('a', 'B', '镇', "O'Neil", '%', 'ab', ''), { maxLength: 2 }),
  }),
  fc.record({
    column: fc.constantFrom('a_total', 'minutes'),
    operator: fc.constantFrom(
      'at_least',
      'at_most',
      'more_than',
      'less_than',
      'equals',
      'known',
      'unknown',
    ),
    values: fc.array(fc.constantFrom(0, 5, 10.5, 40), { maxLength: 1 }),
  }),
);
const names = ['town', 'kind', 'a_covered', 'a_total', 'minutes'] as const;
const order: fc.Arbitrary<Ordering[]> = fc.array(
  fc.record({ column: fc.constantFrom(...names), descending: fc.boolean() }),
  { maxLength: 2 },
);
const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  conditions: fc.array(condition, { maxLength: 2 }),
  groupBy: fc.subarray(['town', 'kind']),
  order,
});

/** The same by hand, the plainest way. */
function holds(row: Row, { column, operator, values }: Condition): boolean {
  const value = row[column as keyof Row];
  if (operator === 'known') return value !== null;
  if (operator === 'unknown') return value === null;
  if (operator === 'one_of') return value !== null && values.includes(value);
  const [wanted] = values;
  if (wanted === undefined || wanted === '') return true;
  if (value === null) return false;
  switch (operator) {
    case 'contains':
      return String(value).toLowerCase().includes(String(wanted).toLowerCase());
    case 'equals':
      return value === wanted;
    case 'not_equals':
      return value !== wanted;
    case 'at_least':
      return value >= wanted;
    case 'at_most':
      return value <= wanted;
    case 'more_than':
      return value > wanted;
    case 'less_than':
      return value < wanted;
  }
}

/** By code points, as DuckDB compares UTF-8; unknown last. */
function compare(a: SqlValue, b: SqlValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = descending ? -1 : 1;
  if (typeof a === 'string') return sign * Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return sign * (Number(a) - Number(b));
}

function byHand(rows: readonly Row[], { conditions, groupBy, order }: Arrangement): SqlValue[][] {
  const kept = rows.filter((one) => conditions.every((each) => holds(one, each)));
  if (groupBy.length === 0) {
    const sorted = [...kept].sort((a, b) => {
      for (const { column, descending } of order) {
        const key = column as keyof Row;
        const found = compare(a[key], b[key], descending);
        if (found !== 0) return found;
      }
      return 0;
    });
    return sorted.map((one) => [
      ...names.map((name) => one[name]),
      rateOf(one.a_covered, one.a_total),
    ]);
  }
  const groups = new Map<string, Row[]>();
  for (const one of kept) {
    const key = JSON.stringify(groupBy.map((name) => one[name as keyof Row]));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sum = (own: Row[], name: 'a_covered' | 'a_total') =>
    own.some((one) => one[name] === null) ? null : own.reduce((s, one) => s + one[name]!, 0);
  const heads = [...groupBy, 'row_count', 'a_covered', 'a_total', 'a_rate'];
  return [...groups.values()]
    .map((own): SqlValue[] => {
      const [covered, total] = [sum(own, 'a_covered'), sum(own, 'a_total')];
      const by = groupBy.map((name) => own[0][name as keyof Row]);
      return [...by, own.length, covered, total, rateOf(covered, total)];
    })
    .sort((a, b) => {
      const asked = order.filter(({ column }) => heads.includes(column));
      for (const { column, descending } of [
        ...asked,
        ...groupBy.map((column) => ({ column, descending: false })),
      ]) {
        const at = heads.indexOf(column);
        const found = compare(a[at], b[at], descending);
        if (found !== 0) return found;
      }
      return 0;
    });
}

function rateOf(covered: number | null, total: number | null): number | null {
  return covered === null || !total ? null : Math.floor((10_000 * covered) / total) / 100;
}

describe.each([
  ['native', openNativeDatabase, 60],
  ['wasm', openWasmDatabase, 60],
] as const)('a table filtered, grouped and sorted, %s', (_, open, numRuns) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await createTables(database);
    await database.run(
      'CREATE TABLE given (town TEXT, kind TEXT, a_covered INTEGER, a_total INTEGER, minutes DOUBLE)',
    );
  });
  afterAll(() => database.close());

  it('is what one gets by hand, page by page', async () => {
    const session = new ResultSession(database, 'table');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), arrangement, async (rows, wanted) => {
        await database.run('DELETE FROM given');
        if (rows.length > 0)
          await database.insert(
            'given',
            Object.fromEntries(names.map((name) => [name, rows.map((one) => one[name])])),
          );
        await session.open(
          'SELECT *, CAST(10000 * CAST(a_covered AS BIGINT) // NULLIF(a_total, 0) AS DOUBLE) / 100 AS a_rate FROM given',
          1000,
        );
        const arranged = await session.arrange(wanted);
        const expected = byHand(rows, wanted);
        expect(arranged).toMatchObject({ ok: true, value: { rowCount: expected.length } });
        const half = Math.ceil(expected.length / 2);
        const pages = [...(await session.page(0, half)), ...(await session.page(half, 1000))];
        expect(pages).toEqual(expected);
        const [first] = expected;
        if (first && wanted.groupBy[0] !== 'kind' && typeof first[0] === 'string')
          expect(await session.positionOf('town', first[0])).toBe(0);
      }),
      { numRuns },
    );
  }, 120_000);
});
