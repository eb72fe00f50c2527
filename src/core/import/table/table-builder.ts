/**
 * Rows of texts → a checked table: the common way of every format. The first thing wrong ends it,
 * with file, row, column, value and remedy.
 */
import type { Note, Problem, Result } from '../../result';
import { ok, problem } from '../../result';
import type { ColumnData } from '../../store/columns';
import type { ColumnDescription } from '../../store/tables';
import { columnBuilder, type ColumnBuilder } from './column-builder';
import type { ImportedTable, TableRequest } from './imported-table';
import { checkRows, rowNotes } from './row-checks';

export class TableBuilder {
  readonly #request: TableRequest;
  readonly #fileName: string;
  readonly #builders: ColumnBuilder[] = [];
  /** For each builder, the field of the file it reads. */
  readonly #fields: number[] = [];
  readonly #rowNumbers: Uint32Array;
  readonly #notes: Note[] = [];
  #rowCount = 0;

  private constructor(request: TableRequest, fileName: string, capacity: number) {
    this.#request = request;
    this.#fileName = fileName;
    this.#rowNumbers = new Uint32Array(capacity);
  }

  /** @param header the file's column names; a plain `id` stands for the table's own key */
  static begin(
    request: TableRequest,
    fileName: string,
    header: readonly string[],
    capacity: number,
  ): Result<TableBuilder> {
    const names = header.map((name) => name.trim());
    const builder = new TableBuilder(request, fileName, capacity);
    for (const description of request.columns) {
      const field = fieldOf(request, names, description.name);
      if (field < 0) {
        if (!request.needed.includes(description.name)) continue;
        return problem('column_missing', { file: fileName, column: description.name });
      }
      if (names.indexOf(names[field], field + 1) >= 0) {
        return problem('column_twice', { file: fileName, column: names[field] });
      }
      const isKey = request.key.length === 1 && request.key[0] === description.name;
      builder.#builders.push(columnBuilder(description, capacity, isKey));
      builder.#fields.push(field);
    }
    return ok(builder);
  }

  /** Adds a row; `rowNumber` is what the user sees. Returns what is wrong with it, or null. */
  add(cells: readonly string[], rowNumber: number): Problem | null {
    const row = this.#rowCount;
    for (let i = 0; i < this.#builders.length; i++) {
      const text = (cells[this.#fields[i]] ?? '').trim();
      const builder = this.#builders[i];
      const found =
        text === '' && builder.description.required ? 'cell_missing' : builder.put(row, text);
      if (found !== null)
        return this.#cellProblem(found, builder.description, text, rowNumber, cells);
    }
    this.#rowNumbers[row] = rowNumber;
    this.#rowCount++;
    return null;
  }

  note(note: Note): void {
    this.#notes.push(note);
  }

  finish(): Result<ImportedTable> {
    const table = this.finishUnchecked();
    const found = checkRows(table, this.#request.key);
    if (found) return { ok: false, problem: found };
    this.#notes.push(...rowNotes(table));
    return ok(table);
  }

  /** For who has seen to it that no key comes twice and no place is half. */
  finishUnchecked(): ImportedTable {
    const columns: Record<string, ColumnData> = {};
    for (const builder of this.#builders) {
      columns[builder.description.name] = builder.finish(this.#rowCount);
    }
    return {
      name: this.#request.name,
      fileName: this.#fileName,
      rowCount: this.#rowCount,
      columns,
      rowNumbers: this.#rowNumbers.slice(0, this.#rowCount),
      notes: this.#notes,
    };
  }

  #cellProblem(
    code: string,
    column: ColumnDescription,
    value: string,
    row: number,
    cells: readonly string[],
  ): Problem {
    // A latitude no globe has, beside a "longitude" that could be one: the two were exchanged.
    const isSwapped = code === 'latitude_out_of_range' && this.#longitudeCouldBeLatitude(cells);
    return {
      code: isSwapped ? 'coordinates_swapped' : code,
      params: {
        file: this.#fileName,
        row,
        column: column.name,
        value,
        codes: column.codes?.join(', ') ?? '',
      },
    };
  }

  #longitudeCouldBeLatitude(cells: readonly string[]): boolean {
    const at = this.#builders.findIndex((builder) => builder.description.name === 'lon');
    const text = (cells[this.#fields[at]] ?? '').trim();
    return text !== '' && Math.abs(Number(text)) <= 90;
  }
}

function fieldOf(request: TableRequest, names: readonly string[], column: string): number {
  const own = names.indexOf(column);
  if (own >= 0) return own;
  return request.key.length === 1 && request.key[0] === column ? names.indexOf('id') : -1;
}
