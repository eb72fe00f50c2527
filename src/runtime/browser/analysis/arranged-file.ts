/** A table as it is looked at (its filter, order and columns) as a file for Excel. */
import type { ResultColumn, ResultSession } from '../../../core/analysis';
import {
  csvCell,
  csvChunks,
  inWords,
  sheetKind,
  workbook,
  type CsvColumn,
} from '../../../core/export';
import { t } from '../../../core/i18n/t';
import type { Progress } from '../../../core/result';
import {
  dictionaryOf,
  UNKNOWN_BOOLEAN,
  valueAt,
  type ColumnData,
  type SqlValue,
} from '../../../core/store/columns';
import type { TableFileRequest } from '../data/analysis-data';
import type { ExportedFile } from '../data/figure-data';

const pageSize = 20_000;
/** A sheet of more rows opens slowly everywhere; CSV has no such end. */
export const mostSheetRows = 100_000;

export async function arrangedFile(
  session: ResultSession,
  request: TableFileRequest,
  isGenerated: boolean,
  progress: Progress,
): Promise<ExportedFile> {
  const { language, columns: wanted, remarks } = request;
  const rows: (readonly SqlValue[])[] = [];
  for (let from = 0; ; from += pageSize) {
    const page = await session.page(from, from + pageSize);
    rows.push(...page);
    progress('write', rows.length, 0);
    if (page.length < pageSize) break;
  }
  const chosen = wanted.flatMap((name) => {
    const at = session.columns.findIndex((column) => column.name === name);
    return at < 0 ? [] : [{ column: session.columns[at], at }];
  });
  const plain = chosen.map(({ column, at }): CsvColumn => ({
    name: column.name,
    column: columnData(column, rows, at),
  }));
  const columns = request.inWords ? inWords(plain, language) : plain;
  // Rows of households leave only under a name that says so.
  const isInternal = columns.length > 0 && wanted.includes('household_id');
  const marks = [
    isInternal ? t(language, 'analysis.internal_mark') : null,
    isGenerated ? t(language, 'file.generated_mark') : null,
  ].filter((mark) => mark !== null);
  const name = [request.title, ...marks].join('-').replace(/[\\/:*?"<>|]/g, '_');
  const lines = [...remarks, ...(isGenerated ? [t(language, 'data.generated')] : [])];
  if (request.format === 'csv') {
    const tail = lines.map((line) => `${csvCell(line, 'excel')}\r\n`);
    const chunks = [...csvChunks(columns, rows.length, 'excel'), ...tail];
    const type = 'text/csv;charset=utf-8';
    return { fileName: `${name}.csv`, blob: new Blob(chunks, { type }) };
  }
  const bytes = await workbook([sheetOf(request, columns, rows.length, lines, chosen)]);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName: `${name}.xlsx`, blob: new Blob([bytes], { type }) };
}

function sheetOf(
  { title, inWords: isInWords }: TableFileRequest,
  columns: readonly CsvColumn[],
  rowCount: number,
  remarks: readonly string[],
  chosen: readonly { readonly column: ResultColumn }[],
): Parameters<typeof workbook>[0][number] {
  const cell = (column: ColumnData, row: number) => {
    const value = valueAt(column, row);
    return typeof value === 'boolean' ? String(value) : value;
  };
  return {
    name: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    title,
    caption: '',
    unitLine: '',
    columns: columns.map(({ name }, i) => ({
      head: name,
      width: Math.min(30, Math.max(10, 2 * name.length)),
      // Answers of the console stay as the database says them.
      kind: isInWords ? sheetKind(chosen[i].column) : 'code',
    })),
    rows: Array.from({ length: rowCount }, (_, row) =>
      columns.map(({ column }) => cell(column, row)),
    ),
    remarks,
  };
}

function columnData(
  { kind }: ResultColumn,
  rows: readonly (readonly SqlValue[])[],
  at: number,
): ColumnData {
  if (kind === 'whole' || kind === 'number')
    return { kind: 'number', values: Float64Array.from(rows, (row) => Number(row[at] ?? NaN)) };
  if (kind === 'boolean') {
    const code = (value: SqlValue) => (value === null ? UNKNOWN_BOOLEAN : Number(value));
    return { kind: 'boolean', values: Uint8Array.from(rows, (row) => code(row[at])) };
  }
  return dictionaryOf(rows.map((row) => (row[at] === null ? null : String(row[at]))));
}
