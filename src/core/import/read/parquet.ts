/**
 * Parquet → table, in page and Node alike by hyparquet (DuckDB-WASM has no Parquet offline). The
 * file's own types are checked against the schema's; unknown is what Parquet calls null.
 */
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { parquetRead } from 'hyparquet/src/read.js';
import { ok, problem, type Problem, type Progress, type Result } from '../../result';
import type { ColumnData } from '../../store/columns';
import type { ImportedTable, TableRequest } from '../table/imported-table';
import { checkRows, rowNotes } from '../table/row-checks';
import { checkPages } from './parquet-pages';
import { columnFiller, type ColumnFiller, type Values, type WrongValue } from './parquet-columns';

export async function readParquet(
  bytes: Uint8Array,
  fileName: string,
  request: TableRequest,
  progress?: Progress,
): Promise<Result<ImportedTable>> {
  const buffer = bytes.slice().buffer;
  const columns: Record<string, ColumnData> = {};
  let rowCount: number;
  try {
    const metadata = parquetMetadata(buffer);
    checkPages(buffer, metadata);
    rowCount = Number(metadata.num_rows);
    const names = metadata.schema.slice(1).map((element) => element.name);
    const missing = request.needed.find((name) => !names.includes(name));
    if (missing) return problem('column_missing', { file: fileName, column: missing });
    const wanted = request.columns.filter((column) => names.includes(column.name));
    for (const [done, column] of wanted.entries()) {
      progress?.('read_tables', done, wanted.length);
      const isKey = request.key.length === 1 && request.key[0] === column.name;
      const filler = columnFiller(column, rowCount, isKey);
      const wrong = await fill(filler, buffer, metadata);
      if (wrong) return swappedOr(problemOf(wrong, filler, fileName), columns.lon);
      columns[column.name] = filler.finish();
    }
  } catch (cause) {
    return problem('parquet_broken', { file: fileName, value: String(cause) });
  }
  const rowNumbers = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) rowNumbers[row] = row + 1;
  const table = { name: request.name, fileName, rowCount, columns, rowNumbers, notes: [] };
  const found = checkRows(table, request.key);
  return found ? { ok: false, problem: found } : ok({ ...table, notes: rowNotes(table) });
}

/** A latitude no globe has, beside a longitude that could be one: the two were exchanged. */
function swappedOr(found: Problem, lon: ColumnData | undefined): Result<never> {
  const isLatitude = found.code === 'latitude_out_of_range' && lon?.kind === 'number';
  const isSwapped = isLatitude && Math.abs(lon.values[Number(found.params.row) - 1]) <= 90;
  return problem(isSwapped ? 'coordinates_swapped' : found.code, found.params);
}

/** Reads one column piece by piece; its first wrong value in row order, or null. */
async function fill(
  filler: ColumnFiller,
  file: ArrayBuffer,
  metadata: ReturnType<typeof parquetMetadata>,
): Promise<WrongValue | null> {
  const found: WrongValue[] = [];
  await parquetRead({
    file,
    metadata,
    columns: [filler.description.name],
    onChunk: ({ columnData, rowStart }) => {
      const wrong = filler.put(columnData as Values, rowStart);
      if (wrong) found.push(wrong);
    },
  });
  return found.sort((a, b) => a.row - b.row)[0] ?? null;
}

function problemOf({ code, row, value }: WrongValue, filler: ColumnFiller, file: string): Problem {
  const { name: column, codes } = filler.description;
  const text = String(value);
  return {
    code,
    params: { file, row: row + 1, column, value: text, codes: codes?.join(', ') ?? '' },
  };
}
