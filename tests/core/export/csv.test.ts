import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, csvChunks } from '../../../src/core/export';
import {
  dictionaryOf,
  UNKNOWN_BOOLEAN,
  UNKNOWN_INTEGER,
  type ColumnData,
} from '../../../src/core/store/columns';

const columns: Record<string, ColumnData> = {
  id: { kind: 'text', values: ['007', 'a "b", c', null] },
  count: { kind: 'integer', values: Int32Array.of(3, UNKNOWN_INTEGER, 0) },
  minutes: { kind: 'number', values: Float64Array.of(1.0005, NaN, 12) },
  yes: { kind: 'boolean', values: Uint8Array.of(1, UNKNOWN_BOOLEAN, 0) },
  kind: dictionaryOf(['二\n三', '-1+2', null]),
};
const csvColumns = Object.entries(columns).map(([name, column]) => ({
  name,
  column,
  decimals: name === 'minutes' ? 3 : undefined,
}));
const text = (
  ...rest: Parameters<typeof csvChunks> extends [unknown, unknown, ...infer R] ? R : never
) => [...csvChunks(csvColumns, 3, ...rest)].join('');

describe('CSV as written', () => {
  it('for programs: UTF-8 without a mark, LF, quotes only where needed, unknown blank', () => {
    expect(text()).toBe(
      'id,count,minutes,yes,kind\n' +
        '007,3,1.000,true,"二\n三"\n' +
        '"a ""b"", c",,,,-1+2\n' +
        ',0,12.000,false,\n',
    );
  });

  it('for Excel: a mark, CRLF, codes kept whole, formulas neutralised', () => {
    expect(text('excel')).toBe(
      '\ufeffid,count,minutes,yes,kind\r\n' +
        '"=""007""",3,1.000,true,"二\n三"\r\n' +
        '"a ""b"", c",,,,\'-1+2\r\n' +
        ',0,12.000,false,\r\n',
    );
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(csvCell(formula, 'excel')).toMatch(/^"?'/);
      expect(csvCell(formula)).not.toMatch(/'/);
    }
  });

  it('writes the rows asked for, in their order', () => {
    expect(text('data', [2, 0]).split('\n')[1]).toBe(',0,12.000,false,');
  });

  it('is the same text however many chunks it takes', () => {
    const values = Int32Array.from({ length: 20_000 }, (_, i) => i);
    const chunks = [...csvChunks([{ name: 'n', column: { kind: 'integer', values } }], 20_000)];
    expect(chunks.length).toBe(3);
    expect(chunks.join('')).toBe(`n\n${[...values].join('\n')}\n`);
  });

  it('is read back by another parser as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
        (texts) => {
          // Papa takes a lone CR for a line end unless told; a mark at the very start is dropped.
          const column: ColumnData = { kind: 'text', values: texts };
          const one: ColumnData = { kind: 'text', values: texts.map(() => 'x') };
          const written = [
            ...csvChunks(
              [
                { name: 'x', column: one },
                { name: 'text', column },
              ],
              texts.length,
            ),
          ].join('');
          const { data } = Papa.parse<string[]>(written.trimEnd(), {
            newline: '\n',
            delimiter: ',',
          });
          const last = texts.length - 1;
          const read = data.slice(1).map((row) => row[1]);
          expect(read.slice(0, last)).toEqual(texts.slice(0, last));
        },
      ),
    );
  });
});
