/**
 * Parquet → table, in page and Node alike by hyparquet (DuckDB-WASM has no Parquet offline). The
 * file's own types are checked against the schema's; unknown is what Parquet calls null.
 */
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { parquetRead } from 'hyparquet/src/read.js';
import { ok, problem, type Problem, type Progress, type Result } from '../result';
import { UNKNOWN_BOOLEAN, UNKNOWN_INTEGER, type ColumnData } from '../store/columns';
import type { ColumnDescription } from '../store/tables';
import { integerProblem, isDate, numberProblem } from './cells';
import type { ImportedTable, TableRequest } from './imported-table';
import { checkRows } from './row-checks';

type Values = ArrayLike<unknown>;

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
    rowCount = Number(metadata.num_rows);
    const names = metadata.schema.slice(1).map((element) => element.name);
    const missing = request.needed.find((name) => !names.includes(name));
    if (missing) return problem('column_missing', { file: fileName, column: missing });
    const wanted = request.columns.filter((column) => names.includes(column.name));
    for (const [done, column] of wanted.entries()) {
      progress?.('read_tables', done, wanted.length);
      const values = await columnValues(buffer, column.name, rowCount);
      const made = columnOf(values, column, request.key, fileName);
      if (!made.ok) return swappedOr(made.problem, columns.lon);
      columns[column.name] = made.value;
    }
  } catch (cause) {
    return problem('parquet_broken', { file: fileName, value: String(cause) });
  }
  const rowNumbers = Uint32Array.from({ length: rowCount }, (_, row) => row + 1);
  const table = { name: request.name, fileName, rowCount, columns, rowNumbers, notes: [] };
  const found = checkRows(table, request.key);
  return found ? { ok: false, problem: found } : ok(table);
}

/** A latitude no globe has, beside a longitude that could be one: the two were exchanged. */
function swappedOr(found: Problem, lon: ColumnData | undefined): Result<never> {
  const isLatitude = found.code === 'latitude_out_of_range' && lon?.kind === 'number';
  const isSwapped = isLatitude && Math.abs(lon.values[Number(found.params.row) - 1]) <= 90;
  return problem(isSwapped ? 'coordinates_swapped' : found.code, found.params);
}

/** All values of one column, in row order. */
async function columnValues(file: ArrayBuffer, name: string, rowCount: number): Promise<Values> {
  const chunks: { start: number; values: Values }[] = [];
  await parquetRead({
    file,
    columns: [name],
    onChunk: ({ columnData, rowStart }) =>
      void chunks.push({ start: rowStart, values: columnData as Values }),
  });
  if (chunks.length === 1 && chunks[0].values.length === rowCount) return chunks[0].values;
  const all = new Array<unknown>(rowCount);
  for (const { start, values } of chunks) {
    for (let i = 0; i < values.length; i++) all[start + i] = values[i];
  }
  return all;
}

function columnOf(
  values: Values,
  column: ColumnDescription,
  key: readonly string[],
  file: string,
): Result<ColumnData> {
  const wrong = (code: string, row: number) =>
    problem(code, {
      file,
      row: row + 1,
      column: column.name,
      value: String(values[row]),
      codes: column.codes?.join(', ') ?? '',
    });
  if (column.required) {
    for (let row = 0; row < values.length; row++) {
      if (isUnknown(values[row]) || values[row] === '') return wrong('cell_missing', row);
    }
  }
  switch (column.type) {
    case 'integer':
      return integers(values, wrong);
    case 'number':
      return numbers(values, column, wrong);
    case 'boolean':
      return booleans(values, wrong);
    default:
      return texts(values, column, key.length === 1 && key[0] === column.name, wrong);
  }
}

type Wrong = (code: string, row: number) => Result<never>;

const isUnknown = (value: unknown) => value === null || value === undefined;

function integers(values: Values, wrong: Wrong): Result<ColumnData> {
  const out = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isUnknown(value)) out[row] = UNKNOWN_INTEGER;
    else {
      const whole =
        typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : undefined;
      const found = integerProblem(whole);
      if (found) return wrong(found, row);
      out[row] = whole!;
    }
  }
  return ok({ kind: 'integer', values: out });
}

function numbers(values: Values, column: ColumnDescription, wrong: Wrong): Result<ColumnData> {
  const out = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    out[row] = isUnknown(value) ? NaN : Number(value);
    // A NaN in the file means the same as null.
    if (isUnknown(value) || (typeof value === 'number' && Number.isNaN(value))) continue;
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    const found = numberProblem(column, isNumber ? out[row] : undefined);
    if (found) return wrong(found, row);
  }
  return ok({ kind: 'number', values: out });
}

function booleans(values: Values, wrong: Wrong): Result<ColumnData> {
  const out = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isUnknown(value)) out[row] = UNKNOWN_BOOLEAN;
    else if (typeof value === 'boolean') out[row] = value ? 1 : 0;
    else return wrong('cell_not_boolean', row);
  }
  return ok({ kind: 'boolean', values: out });
}

function texts(
  values: Values,
  column: ColumnDescription,
  isKey: boolean,
  wrong: Wrong,
): Result<ColumnData> {
  const codes = new Uint32Array(isKey ? 0 : values.length);
  const plain: (string | null)[] = [];
  const words: (string | null)[] = [null];
  const codeOf = new Map<unknown, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isKey && typeof value === 'string') {
      plain.push(value);
      continue;
    }
    if (isUnknown(value) || value === '') {
      if (isKey) plain.push(null);
      continue;
    }
    const word = value instanceof Date ? value.toISOString().slice(0, 10) : value;
    if (typeof word !== 'string') return wrong('cell_not_text', row);
    let code = codeOf.get(word);
    if (code === undefined) {
      if (column.codes && !column.codes.includes(word)) return wrong('cell_code_unknown', row);
      if (column.type === 'date' && !isDate(word)) return wrong('cell_not_a_date', row);
      code = words.push(word) - 1;
      codeOf.set(word, code);
    }
    if (isKey) plain.push(word);
    else codes[row] = code;
  }
  return ok(isKey ? { kind: 'text', values: plain } : { kind: 'dictionary', codes, words });
}
