/** What is spoilt: every nasty file of the tests, and what GDAL and LibreOffice wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import type { TableName } from '../../src/core/store/tables';
import { bytesOf } from '../fixtures/import/run';
import { cells } from '../core/import/nasty/cells';
import { otherFormats } from '../core/import/nasty/other-formats';
import { textAndSheets } from '../core/import/nasty/text-and-sheets';

export interface SeedFile {
  readonly name: string;
  readonly table: TableName | null;
  readonly bytes: Uint8Array;
}

const folder = new URL('../fixtures/import/written/', import.meta.url);
const written = readdirSync(folder)
  .filter((name) => /\.(zip|xlsx?|ods|geojson)$/.test(name))
  .map((name): SeedFile => ({
    name,
    table: 'facilities',
    bytes: new Uint8Array(readFileSync(new URL(name, folder))),
  }));

export const seedFiles: readonly SeedFile[] = [
  ...[...textAndSheets, ...cells, ...otherFormats].flatMap(
    ({ file, name = 'a.csv', as = 'facilities' }) =>
      file === null ? [] : [{ name, table: as, bytes: bytesOf(file) }],
  ),
  ...written,
];
