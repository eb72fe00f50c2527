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
