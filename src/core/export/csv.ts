/**
 * Columns → CSV by RFC 4180, in chunks of some hundred kilobytes, so that a million rows are never
 * one text. Two styles: `data` is what programs read (UTF-8, LF), `excel` what Excel opens without
 * mojibake or running a cell as a formula (byte order mark, CRLF).
 */
import { UNKNOWN_BOOLEAN, UNKNOWN_INTEGER, type ColumnData } from '../store/columns';

export type CsvStyle = 'data' | 'excel';

export interface CsvColumn {
  /** The head, as it should appear. */
  readonly name: string;
  readonly column: ColumnData;
  /** Digits after the point in a column of numbers; absent: as many as the number needs. */
  readonly decimals?: number;
}

const rowsPerChunk = 8192;

/** The file in chunks; unknown is a blank cell. `order` gives the rows to write, absent: all. */
export function* csvChunks(
  columns: readonly CsvColumn[],
  rowCount: number,
  style: CsvStyle = 'data',
  order?: ArrayLike<number>,
): Generator<string> {
  const lineBreak = style === 'excel' ? '\r\n' : '\n';
  const heads = columns.map(({ name }) => csvCell(name, style));
  let text = (style === 'excel' ? '\ufeff' : '') + heads.join(',') + lineBreak;
  const cellOf = columns.map((column) => cellWriter(column, style));
  const last = columns.length - 1;
  const count = order?.length ?? rowCount;
  for (let i = 0; i < count; i++) {
    const row = order ? order[i] : i;
    for (let c = 0; c < last; c++) text += cellOf[c](row) + ',';
    text += cellOf[last](row) + lineBreak;
    if (i % rowsPerChunk === rowsPerChunk - 1) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** One cell of text. In the Excel style a text that could be taken for a formula is neutralised. */
export function csvCell(text: string, style: CsvStyle = 'data'): string {
  const safe = style === 'excel' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Long runs of digits, which Excel would round: codes and ids. */
const looksLikeCode = /^\d{12,}$|^0\d/;

/** A text or a blank; in the Excel style codes keep their digits. */
export function textCell(text: string | null, style: CsvStyle): string {
  if (text === null) return '';
  // Excel reads ="007" as the text 007; any other way the zeros or the last digits are lost.
  if (style === 'excel' && looksLikeCode.test(text)) return `"=""${text}"""`;
  return csvCell(text, style);
}

function cellWriter({ column, decimals }: CsvColumn, style: CsvStyle): (row: number) => string {
  switch (column.kind) {
    case 'integer':
      return (row) => (column.values[row] === UNKNOWN_INTEGER ? '' : String(column.values[row]));
    case 'number':
      return (row) => numberCell(column.values[row], decimals);
    case 'boolean':
      return (row) =>
        column.values[row] === UNKNOWN_BOOLEAN ? '' : column.values[row] === 1 ? 'true' : 'false';
    case 'text':
      return (row) => textCell(column.values[row], style);
    case 'dictionary': {
      const cells = column.words.map((word) => textCell(word, style));
      return (row) => cells[column.codes[row]];
    }
  }
}

function numberCell(value: number, decimals: number | undefined): string {
  if (Number.isNaN(value)) return '';
  return decimals === undefined ? String(value) : value.toFixed(decimals);
}
