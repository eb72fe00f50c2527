import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { pointsRequest, readTable, tableRequest } from '../../../src/core/import';
import { valueAt } from '../../../src/core/store/columns';
import { tableDescription, type TableName } from '../../../src/core/store/tables';
import { problemText } from '../../../src/core/i18n/t';

const bytes = (text: string) => new TextEncoder().encode(text);
const households = tableRequest('households');
const read = (text: string, request = households) => readTable(bytes(text), 'h.csv', request);

async function table(text: string, request = households) {
  const result = await read(text, request);
  if (!result.ok) throw new Error(problemText('en', result.problem));
  return result.value;
}

/** What the user reads, and where it points. */
async function refused(text: string, request = households) {
  const result = await read(text, request);
  if (result.ok) throw new Error('accepted');
  for (const language of ['zh', 'en'] as const) {
    const sentence = problemText(language, result.problem);
    expect(sentence).toContain('h.csv');
    expect(sentence).not.toMatch(/[{}]/);
  }
  return result.problem;
}

describe('CSV', () => {
  it('reads the plain form, with or without the byte order mark, CRLF and a last line break', async () => {
    for (const text of [
      'id,lon,lat\na,117.6,26.2\nb,117.7,26.3\n',
      '\ufeffid,lon,lat\r\na,117.6,26.2\r\nb,117.7,26.3',
      'lat;extra;lon;id\n26.2;"x;y";117.6;a\n26.3;;117.7;b',
    ]) {
      const read = await table(text);
      expect(read.rowCount).toBe(2);
      expect(valueAt(read.columns.household_id, 1)).toBe('b');
      expect([valueAt(read.columns.lon, 0), valueAt(read.columns.lat, 1)]).toEqual([117.6, 26.3]);
    }
  });

  it('keeps codes as texts and blanks as unknown', async () => {
    const { columns } = await table(
      'household_id,unit_code,lon,lat,persons,living_alone,location_precision,as_of\n' +
        '007,350404001001,117.6,26.2,0,true,door,2020-11-01\n' +
        '7,035,,,,,,\n',
    );
    expect(columns.household_id).toEqual({ kind: 'text', values: ['007', '7'] });
    const row = (i: number) => Object.values(columns).map((column) => valueAt(column, i));
    expect(row(0)).toEqual(['007', '350404001001', 117.6, 26.2, 0, true, 'door', '2020-11-01']);
    expect(row(1)).toEqual(['7', '035', null, null, null, null, null, null]);
  });

  it('counts lines as an editor does: blank lines and line breaks in quotes included', async () => {
    const read = await table('id,lon,lat,source\n\na,1,2,"two\nlines"\n\n,,,\nb,1,2,x\n');
    expect([...read.rowNumbers]).toEqual([3, 7]);
  });

  it('reads what Chinese Excel writes, and says so', async () => {
    const gbk = Uint8Array.of(...bytes('id,lon,lat,source\na,1,2,'), 0xc8, 0xfd, 0xc3, 0xf7);
    const result = await readTable(gbk, 'h.csv', households);
    if (!result.ok) throw new Error(result.problem.code);
    expect(valueAt(result.value.columns.source, 0)).toBe('三明');
    expect(result.value.notes.map((note) => note.code)).toEqual(['read_as_gb18030']);
  });

  it('takes a column of counts that the user names', async () => {
    const request = tableRequest('households', ['population']);
    const { columns } = await table('id,lon,lat,population\na,1,2,12\nb,1,2,\n', request);
    expect([valueAt(columns.population, 0), valueAt(columns.population, 1)]).toEqual([12, null]);
    expect(await refused('id,lon,lat\na,1,2\n', request)).toMatchObject({
      code: 'column_missing',
      params: { column: 'population' },
    });
  });

  it.each([
    ['', 'file_empty', {}],
    [' \n\n', 'file_empty', {}],
    ['PK\u0003\u0004\u0000\u0000', 'file_not_text', {}],
    ['id,lon\na,1\n', 'column_missing', { column: 'lat' }],
    ['lon,lat\n1,2\n', 'column_missing', { column: 'household_id' }],
    ['id,lon,lat,lon\na,1,2,3\n', 'column_twice', { column: 'lon' }],
    ['id,lon,lat\na,1,2\nb,1', 'row_too_short', { row: 3, cells: 2, columns: 3 }],
    ['id,lon,lat\na,1,2\nb,1,2,3\n', 'row_too_long', { row: 3, cells: 4, columns: 3 }],
    ['id,lon,lat\na,1,2\n"b,1,2\nc,1,2\n', 'csv_quote_open', { row: 3 }],
    [
      'id,lon,lat\na,1,2\nb,east,2\n',
      'cell_not_a_number',
      { row: 3, column: 'lon', value: 'east' },
    ],
    ['id,lon,lat\na,1,1e999\n', 'cell_not_a_number', { row: 2, column: 'lat' }],
    ['id,lon,lat\na,1,NaN\n', 'cell_not_a_number', { row: 2, column: 'lat' }],
    ['id,lon,lat\na,0x1,2\n', 'cell_not_a_number', { row: 2, column: 'lon' }],
    [
      'id,lon,lat\na,26.2,117.6\n',
      'coordinates_swapped',
      { row: 2, column: 'lat', value: '117.6' },
    ],
    ['id,lon,lat\na,117.6,126.2\n', 'latitude_out_of_range', { row: 2 }],
    ['id,lon,lat\na,217.6,26.2\n', 'longitude_out_of_range', { row: 2 }],
    ['id,lon,lat\na,1,\n', 'coordinates_half', { row: 2, column: 'lat' }],
    ['id,lon,lat\na,1,2\nb,1,2\na,1,2\n', 'id_twice', { row: 4, first: 2, value: 'a' }],
    ['id,lon,lat\n,1,2\n', 'cell_missing', { row: 2, column: 'household_id' }],
    ['id,lon,lat,persons\na,1,2,2.5\n', 'cell_not_whole', { row: 2, column: 'persons' }],
    ['id,lon,lat,persons\na,1,2,-2\n', 'cell_negative', { row: 2, column: 'persons' }],
    ['id,lon,lat,persons\na,1,2,3000000000\n', 'cell_too_large', { row: 2 }],
    ['id,lon,lat,living_alone\na,1,2,perhaps\n', 'cell_not_boolean', { row: 2 }],
    ['id,lon,lat,as_of\na,1,2,2020-02-30\n', 'cell_not_a_date', { row: 2 }],
    ['id,lon,lat,location_precision\na,1,2,roof\n', 'cell_code_unknown', { row: 2, value: 'roof' }],
  ])('refuses %j: %s', async (text, code, params) => {
    expect(await refused(text)).toMatchObject({ code, params });
  });

  it('refuses points without a place', async () => {
    expect(await refused('id,lon,lat\na,,\n', pointsRequest)).toMatchObject({
      code: 'cell_missing',
      params: { row: 2, column: 'lon' },
    });
  });

  it('refuses a format it does not know, by name', async () => {
    const result = await readTable(bytes('x'), 'h.docx', households);
    expect(result).toMatchObject({ ok: false, problem: { code: 'format_unknown' } });
  });

  it('gives back any texts and numbers written by the rules of RFC 4180', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((s) =>
        [...s]
          .filter((c) => !'\u0000\r\ufeff'.includes(c))
          .join('')
          .trim(),
      )
      .filter((s) => s !== '');
    const row = fc.record({
      id: text,
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      source: text,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 1, selector: (r) => r.id }),
        async (rows) => {
          const quote = (s: string) => `"${s.replaceAll('"', '""')}"`;
          const lines = rows.map((r) => [quote(r.id), r.lon, 1, quote(r.source)].join(','));
          const read = await table(['id,lon,lat,source', ...lines].join('\n'));
          rows.forEach((r, i) => {
            expect(valueAt(read.columns.household_id, i)).toBe(r.id);
            expect(valueAt(read.columns.lon, i)).toBeCloseTo(r.lon, 12);
            expect(valueAt(read.columns.source, i)).toBe(r.source);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads every column of every table by the schema’s own names', async () => {
    const sample = { text: 'x', integer: '3', number: '1.5', boolean: 'true', date: '2020-11-01' };
    for (const name of ['admin_units', 'households', 'facilities', 'population'] as TableName[]) {
      const { columns } = tableDescription(name);
      const cells = columns.map((column) => column.codes?.[0] ?? sample[column.type]);
      const text = `${columns.map((column) => column.name).join(',')}\n${cells.join(',')}\n`;
      const read = await table(text, tableRequest(name));
      expect(Object.values(read.columns).map((column) => String(valueAt(column, 0)))).toEqual(
        cells,
      );
    }
  });
});
