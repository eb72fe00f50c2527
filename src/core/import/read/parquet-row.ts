/** One row of a Parquet file, for looking closer at a household without reading all of them. */
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { parquetReadObjects } from 'hyparquet/src/read.js';
import type { SqlValue } from '../../store/database';

/**
 * The named columns of row `row` (from 0), null where unknown or where the file has no such column.
 * For files that were read before: what is wrong with a file is told there.
 */
export async function readParquetRow(
  bytes: Uint8Array,
  names: readonly string[],
  row: number,
): Promise<Record<string, SqlValue>> {
  const file = bytes.slice().buffer;
  const inFile = new Set(parquetMetadata(file).schema.map((element) => element.name));
  const columns = names.filter((name) => inFile.has(name));
  const [found = {}] = await parquetReadObjects({ file, columns, rowStart: row, rowEnd: row + 1 });
  return Object.fromEntries(names.map((name) => [name, plain(found[name])]));
}

function plain(value: unknown): SqlValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && !Number.isNaN(value) ? value : null;
}
