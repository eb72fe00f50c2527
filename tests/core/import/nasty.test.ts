/**
 * Files as bureaus really send them, each made here by another writer than the reader, each with the
 * table it stands for beside it.
 */
import { describe, expect, it } from 'vitest';
import { rowsOf, runImport, type File } from '../../fixtures/import/run';
import { cells } from './nasty/cells';
import { otherFormats } from './nasty/other-formats';
import { textAndSheets } from './nasty/text-and-sheets';

const nasty = [...textAndSheets, ...cells, ...otherFormats];

const rounded = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value)),
  );

describe('nasty files', () => {
  it('are at least forty', () => expect(nasty.length).toBeGreaterThanOrEqual(40));

  it.each(nasty.filter(({ file }) => file !== null))(
    '$what',
    async ({ file, name = 'a.csv', as = 'facilities', columns, table, options }) => {
      const outcome = await runImport([[name, file!] satisfies File], { table: as, ...options });
      expect(rounded(rowsOf(outcome, ...columns))).toEqual(table);
      const { rowsRead, rowsKept, personsGrouped, setAsideCounts } = outcome.account;
      const aside = Object.values(setAsideCounts).reduce((a, b) => a + b, 0);
      // Nothing is dropped silently.
      if (personsGrouped === 0) expect(rowsKept + aside).toBe(rowsRead);
    },
  );
});
