/** Files that fuzzing found: each once hung, crashed or gave a number nobody else reads. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openFiles } from '../../../src/core/import';

const folder = resolve(import.meta.dirname, '../../fixtures/import/spoilt');

it.each(['page-below-zero.parquet', 'page-without-lengths.parquet'])(
  'refuses %s, whose page the reader would never leave',
  async (name) => {
    const bytes = new Uint8Array(readFileSync(resolve(folder, name)));
    const [opened] = await openFiles([{ name, bytes }]);
    expect(opened).toMatchObject({ kind: 'refused', problem: { code: 'parquet_broken' } });
  },
  5000,
);

it('reads an old workbook whose properties claim to go on for ever by its sheets alone', async () => {
  const name = 'properties-without-end.xls';
  const bytes = new Uint8Array(readFileSync(resolve(folder, name)));
  const [opened] = await openFiles([{ name, bytes }]);
  expect(opened).toMatchObject({ kind: 'tables', format: 'xls' });
}, 5000);

it('leaves a figure with a gap before its point as it is written', async () => {
  const name = 'gap-in-a-number.dbf';
  const bytes = new Uint8Array(readFileSync(resolve(folder, name)));
  const [opened] = await openFiles([{ name, bytes }]);
  if (opened.kind !== 'tables') throw new Error(opened.kind);
  const areas = opened.tables[0].sample.map(({ cells }) => cells[5]);
  expect(areas[1]).toBe('820.5');
  expect(areas[5]).toBe('540 .000000000000000');
});

/** Written with a password by LibreOffice 7.4 and msoffcrypto-tool 5. */
it.each(['biff.xls', 'agile.xlsx'])('says of %s that it has a password', async (name) => {
  const bytes = new Uint8Array(readFileSync(resolve(folder, '../locked', name)));
  for (const shown of [name, 'a.et', 'a.csv'])
    expect(await openFiles([{ name: shown, bytes }])).toEqual([
      {
        kind: 'refused',
        fileName: shown,
        problem: { code: 'file_encrypted', params: { file: shown } },
      },
    ]);
});

it('says of a cut or spoilt .xlsx that the workbook is broken, not its packing', async () => {
  const whole = new Uint8Array(readFileSync(resolve(folder, '../written/facilities.xlsx')));
  const spoilt = whole.map((byte, i) => (i > 2500 && i < 2600 ? byte ^ 0x5a : byte));
  for (const bytes of [whole.subarray(0, 3000), spoilt]) {
    const [opened] = await openFiles([{ name: 'a.xlsx', bytes }]);
    expect(opened).toMatchObject({
      problem: { code: 'spreadsheet_broken', params: { file: 'a.xlsx' } },
    });
  }
});
