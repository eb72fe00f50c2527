import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut, readLaidOut } from '../../../src/core/import/prepared/laid-out';
import type { ImportedTable } from '../../../src/core/import';
import {
  dictionaryOf,
  UNKNOWN_BOOLEAN,
  UNKNOWN_INTEGER,
  type ColumnData,
} from '../../../src/core/store/columns';

function tableOf(columns: Record<string, ColumnData>, rowCount: number): ImportedTable {
  const rowNumbers = Uint32Array.from({ length: rowCount }, (_, row) => row + 1);
  const notes = [{ code: 'group_unknown', params: { file: '户.parquet', count: 3 } }];
  return { name: 'households', fileName: '户.parquet', rowCount, columns, rowNumbers, notes };
}

const inflate = (bytes: Uint8Array) => Promise.resolve(inflateRawSync(bytes));
const laidOut = (table: ImportedTable) =>
  new Uint8Array(layOut(table, 'sha', (bytes) => deflateRawSync(bytes)));

const hundredThousandths = fc.integer({ min: -18_000_000, max: 18_000_000 });
const row = fc.record({
  lon: fc.option(
    hundredThousandths.map((whole) => whole * 10 ** -5),
    { nil: NaN },
  ),
  people: fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
    fc.constant(UNKNOWN_INTEGER),
  ),
  alone: fc.constantFrom(0, 1, UNKNOWN_BOOLEAN),
  unit: fc.constantFrom('350404001001', '东村', null),
});

it('gives back every bit of what was laid out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 200 }), async (rows) => {
      const table = tableOf(
        {
          lon: { kind: 'number', values: Float64Array.from(rows, ({ lon }) => lon) },
          age_80_plus: { kind: 'integer', values: Int32Array.from(rows, ({ people }) => people) },
          living_alone: { kind: 'boolean', values: Uint8Array.from(rows, ({ alone }) => alone) },
          unit_code: dictionaryOf(rows.map(({ unit }) => unit)),
        },
        rows.length,
      );
      expect(await readLaidOut(laidOut(table), inflate)).toEqual({ table, sha256: 'sha' });
    }),
  );
});

it('leaves out what it could not give back', async () => {
  const table = tableOf(
    {
      lon: { kind: 'number', values: Float64Array.of(117.123456789012) },
      household_id: { kind: 'text', values: ['h1'] },
      persons: { kind: 'integer', values: Int32Array.of(3) },
    },
    1,
  );
  const read = await readLaidOut(laidOut(table), inflate);
  expect(Object.keys(read!.table.columns)).toEqual(['persons']);
});

it('a byte changed or a piece missing is noticed', async () => {
  const persons = { kind: 'integer', values: Int32Array.of(1, 2, 3, 70_000) } as const;
  const bytes = laidOut(tableOf({ persons }, 4));
  for (let at = 0; at < bytes.length; at++) {
    const spoilt = bytes.slice();
    spoilt[at] ^= 1;
    expect(await readLaidOut(spoilt, inflate), `byte ${at}`).toBeNull();
    expect(await readLaidOut(bytes.slice(0, at), inflate), `cut at ${at}`).toBeNull();
  }
});
