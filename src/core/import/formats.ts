/** The formats a table may come in: one file each, and this list to find them by. */
import { problem, type Progress, type Result } from '../result';
import { readCsv } from './read/csv';
import { readGeoJson } from './read/geojson';
import type { ImportedTable, TableRequest } from './table/imported-table';

export interface TableFormat {
  readonly id: string;
  readonly extensions: readonly string[];
  read(
    bytes: Uint8Array,
    fileName: string,
    request: TableRequest,
    progress?: Progress,
  ): Result<ImportedTable> | Promise<Result<ImportedTable>>;
}

export const tableFormats: readonly TableFormat[] = [
  { id: 'csv', extensions: ['.csv', '.tsv', '.txt'], read: readCsv },
  { id: 'geojson', extensions: ['.geojson', '.json'], read: readGeoJson },
  {
    id: 'parquet',
    extensions: ['.parquet'],
    // On demand: most files are CSV, and the page should be light.
    read: async (...file) => (await import('./read/parquet')).readParquet(...file),
  },
];

/** Reads a table in whatever format the file's name says. */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  request: TableRequest,
  progress?: Progress,
): Promise<Result<ImportedTable>> {
  const lower = fileName.toLowerCase();
  const format = tableFormats.find(({ extensions }) =>
    extensions.some((end) => lower.endsWith(end)),
  );
  if (!format) {
    const known = tableFormats.flatMap(({ extensions }) => extensions).join(' ');
    return problem('format_unknown', { file: fileName, formats: known });
  }
  if (bytes.length === 0) return problem('file_empty', { file: fileName });
  return format.read(bytes, fileName, request, progress);
}
