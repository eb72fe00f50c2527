/**
 * CSV (RFC 4180, also with tabs or semicolons) → table. Papa Parse cuts the rows, in pieces so that
 * a million of them are never held as texts at once; every cell stays text until its column says
 * what it is. A row with too few or too many cells is refused: files break off in the middle.
 */
import Papa from 'papaparse';
import { problem, type Problem, type Progress, type Result } from '../../result';
import type { ImportedTable, TableRequest } from '../table/imported-table';
import { TableBuilder } from '../table/table-builder';
import { decodeText, lineCount } from './text';

const chunkCharacters = 1 << 22;

export function readCsv(
  bytes: Uint8Array,
  fileName: string,
  request: TableRequest,
  progress?: Progress,
): Result<ImportedTable> {
  const { text, isGb18030, isDamaged } = decodeText(bytes);
  const file = { file: fileName };
  if (text.trim() === '') return problem('file_empty', file);
  if (text.includes('\u0000')) return problem('file_not_text', file);

  const reading = new CsvReading(request, fileName, lineCount(text), text.includes('"'));
  // With a text and `chunk` Papa calls back at once, in pieces; its types know this of files only.
  const config = {
    delimiter: delimiterOf(text),
    chunkSize: chunkCharacters,
    chunk: ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
      reading.take(data, errors);
      if (reading.found) parser.abort();
      else progress?.('read_tables', meta.cursor, text.length);
    },
  };
  Papa.parse(text, config as Papa.ParseConfig<string[]>);
  if (reading.found) return { ok: false, problem: reading.found };
  if (!reading.builder) return problem('file_empty', file);
  if (isGb18030) reading.builder.note({ code: 'read_as_gb18030', params: file });
  if (isDamaged) reading.builder.note({ code: 'encoding_doubtful', params: file });
  return reading.builder.finish();
}

/** One pass over a file: first the header, then rows, until something is wrong. */
class CsvReading {
  builder: TableBuilder | null = null;
  found: Problem | null = null;
  readonly #request: TableRequest;
  readonly #fileName: string;
  readonly #capacity: number;
  /** Only within quotes can a cell run over several lines. */
  readonly #hasQuotes: boolean;
  #line = 1;
  #width = 0;

  constructor(request: TableRequest, fileName: string, capacity: number, hasQuotes: boolean) {
    this.#request = request;
    this.#fileName = fileName;
    this.#capacity = capacity;
    this.#hasQuotes = hasQuotes;
  }

  take(rows: readonly string[][], errors: readonly Papa.ParseError[]): void {
    const broken = errors.find((error) => error.type === 'Quotes');
    for (let i = 0; i < rows.length && !this.found; i++) {
      if (broken && (broken.row ?? 0) <= i) this.#fail('csv_quote_open', {});
      else this.#row(rows[i]);
    }
  }

  #row(cells: readonly string[]): void {
    const line = this.#line;
    this.#line += 1 + (this.#hasQuotes ? lineBreaksIn(cells) : 0);
    if (cells.every(isBlank)) return;
    if (!this.builder) {
      const begun = TableBuilder.begin(this.#request, this.#fileName, cells, this.#capacity);
      if (begun.ok) this.builder = begun.value;
      else this.found = begun.problem;
      this.#width = cells.length;
    } else if (cells.length !== this.#width) {
      const code = cells.length < this.#width ? 'row_too_short' : 'row_too_long';
      this.#fail(code, { row: line, cells: cells.length, columns: this.#width });
    } else {
      this.found = this.builder.add(cells, line);
    }
  }

  #fail(code: string, params: Problem['params']): void {
    this.found = { code, params: { file: this.#fileName, row: this.#line, ...params } };
  }
}

const isBlank = (cell: string) => cell === '' || cell.trim() === '';

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

/** The one of comma, tab and semicolon that the header has most of. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end < 0 ? text : text.slice(0, end);
  const count = (sign: string) => header.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
