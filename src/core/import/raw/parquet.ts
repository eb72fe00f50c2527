/** Parquet and GeoParquet → a table of texts, a group of rows at a time. */
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { parquetReadObjects } from 'hyparquet/src/read.js';
import { ok, problem, type Result } from '../../result';
import { checkPages } from '../read/parquet-pages';
import { tableOfFeatures, type Feature } from './features';
import type { Geometry } from './geometry';
import type { OpenedFile } from './raw-table';
import { geometryOfWkb } from './wkb';

const MOST_ROWS = 3_000_000;

export async function openParquet(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<OpenedFile>> {
  const file = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(file);
    checkPages(file, metadata);
    if (Number(metadata.num_rows) > MOST_ROWS)
      return problem('table_too_long', { file: fileName, rows: Number(metadata.num_rows) });
    const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
    const geometryColumn = geo
      ? ((JSON.parse(geo) as { primary_column?: string }).primary_column ?? null)
      : null;
    const objects = await objectsOf(file, metadata);
    if (objects.length === 0) return problem('file_without_rows', { file: fileName });
    const features = objects.map((row) => featureOf(row, geometryColumn));
    const { table } = tableOfFeatures(fileName, fileName, features, null);
    return ok({ kind: 'tables', format: 'parquet', encoding: null, tables: [table], notes: [] });
  } catch (cause) {
    return problem('parquet_broken', { file: fileName, value: String(cause) });
  }
}

function featureOf(row: Record<string, unknown>, geometryColumn: string | null): Feature {
  if (geometryColumn === null) return { properties: row, geometry: null };
  const { [geometryColumn]: value, ...properties } = row;
  // hyparquet hands GeoParquet's geometries out as GeoJSON where it knows them, else as bytes.
  const geometry =
    value instanceof Uint8Array ? geometryOfWkb(value) : ((value ?? null) as Geometry | null);
  return { properties, geometry };
}

/**
 * One column of one group of rows after the other: asked for all at once the reader leaves promises
 * behind that fail unheard where a file is broken in two places.
 */
async function objectsOf(
  file: ArrayBuffer,
  metadata: ReturnType<typeof parquetMetadata>,
): Promise<Record<string, unknown>[]> {
  const names = [
    ...new Set(
      metadata.row_groups.flatMap(({ columns }) =>
        columns.map((one) => one.meta_data?.path_in_schema[0] ?? ''),
      ),
    ),
  ];
  const objects: Record<string, unknown>[] = [];
  for (const { num_rows } of metadata.row_groups) {
    const rowStart = objects.length;
    const rowEnd = rowStart + Number(num_rows);
    if (rowEnd > MOST_ROWS) throw new RangeError('rows');
    for (let row = rowStart; row < rowEnd; row++) objects.push({});
    for (const name of names) {
      const read = await parquetReadObjects({ file, metadata, columns: [name], rowStart, rowEnd });
      for (const [i, row] of read.entries()) objects[rowStart + i][name] = row[name];
    }
  }
  return objects;
}
