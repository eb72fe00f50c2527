/**
 * What is spoilt: every nasty file of the tests, what GDAL and LibreOffice wrote, and the layers in
 * its archives on their own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
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
  .filter((name) => /\.(zip|xlsx?|ods|geojson|tif)$/.test(name))
  .map((name): SeedFile => ({
    name,
    table: 'facilities',
    bytes: new Uint8Array(readFileSync(new URL(name, folder))),
  }));

const seedFiles: readonly SeedFile[] = [
  ...[...textAndSheets, ...cells, ...otherFormats].flatMap(
    ({ file, name = 'a.csv', as = 'facilities' }) =>
      file === null ? [] : [{ name, table: as, bytes: bytesOf(file) }],
  ),
  ...written,
  ...written.flatMap((archive) => (archive.name.endsWith('.zip') ? layersIn(archive) : [])),
];

function layersIn({ table, bytes }: SeedFile): SeedFile[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(gpkg|shp|dbf)$/.test(name))
    .map(([name, inner]) => ({ name, table, bytes: inner }));
}

const endOf = ({ name }: SeedFile) => name.slice(name.lastIndexOf('.')).toLowerCase();

/** By the ends of their names: each format comes as often as any other. */
export const seedsByFormat: readonly (readonly SeedFile[])[] = [
  ...new Set(seedFiles.map(endOf)),
].map((end) => seedFiles.filter((file) => endOf(file) === end));
