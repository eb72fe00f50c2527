/**
 * Rows of one or several understood tables → one table of the schema, everything mended and
 * accounted for. Coordinates stay as they are written: where they lie is found out afterwards.
 */
import { tableDescription, type ColumnDescription, type TableName } from '../../store/tables';
import type { RawTable } from '../raw/raw-table';
import { detached } from '../table/cells';
import { TableBuilder } from '../table/table-builder';
import { tableRequest } from '../table/imported-table';
import type { UnitIndex } from '../understand/unit-index';
import type { Understanding } from '../understand/understand';
import { menderOf } from './cell-mender';
import { CellReader } from './cell-reader';
import { readCoordinates } from './coordinates';
import { dataRows } from './data-rows';
import { completeUnit, splitBands } from './derived-cells';
import { HouseholdRows } from './people/household-rows';
import { KeptRows, type ReadRows } from './kept-rows';
import { ReportBuilder, type RowPlace } from './report-builder';
import { cellAt, PLACED, rowFields, type RowFields } from './row-fields';
import { UnitReader } from './unit-reader';

export type { ReadRows } from './kept-rows';

export interface RowOptions {
  readonly units: UnitIndex;
  /** ISO day for rows that name none; also the day ages are counted at. */
  readonly asOf: string | null;
  readonly source: string | null;
}

const ROWS_BETWEEN_WORDS = 20_000;

export class RowReader {
  readonly report = new ReportBuilder();
  readonly #name: TableName;
  readonly #options: RowOptions;
  readonly #columns: readonly ColumnDescription[];
  readonly #columnOf: ReadonlyMap<string, number>;
  readonly #key: readonly number[];
  readonly #required: readonly number[];
  readonly #cells: readonly CellReader[];
  readonly #plus60: CellReader;
  readonly #plus65: CellReader;
  readonly #units: UnitReader;
  readonly #builder: TableBuilder;
  readonly #kept: KeptRows;
  readonly #missing: Uint32Array;
  /** The row at hand, one text for each column of the schema. */
  readonly #values: string[];
  #fileCount = 0;

  /** @param capacity an upper bound for the rows of all tables together */
  constructor(name: TableName, capacity: number, options: RowOptions) {
    const { columns, key } = tableDescription(name);
    const names = columns.map((column) => column.name);
    const begun = TableBuilder.begin(tableRequest(name), name, names, Math.max(1, capacity));
    if (!begun.ok) throw new Error(begun.problem.code);
    this.#builder = begun.value;
    this.#name = name;
    this.#options = options;
    this.#columns = columns;
    this.#columnOf = new Map(names.map((column, i) => [column, i]));
    this.#key = key.map((column) => names.indexOf(column));
    this.#required = columns.flatMap(({ required }, i) => (required ? [i] : []));
    this.#cells = columns.map(
      (column) => new CellReader(column.name, menderOf(name, column), this.report),
    );
    this.#plus60 = new CellReader('age_60_plus', countMender, this.report);
    this.#plus65 = new CellReader('age_65_plus', countMender, this.report);
    this.#units = new UnitReader(name, options.units, this.report);
    const said = columns.flatMap(({ name: own }, i) => (key.includes(own) ? [] : [i]));
    this.#kept = new KeptRows(name, said, capacity, this.report);
    this.#missing = new Uint32Array(columns.length);
    this.#values = names.map(() => '');
  }

  /** Yields every some thousand rows, so that the caller may show progress or stop. */
  *read(understood: Understanding): Generator<number> {
    const { raw } = understood;
    this.#fileCount++;
    this.#kept.begin(raw);
    const found = new Map(
      understood.columns
        .filter(({ field }) => field !== null)
        .map(({ field, column }) => [field!, column]),
    );
    const fields = rowFields(found, this.#columns);
    let told = 0;
    const people =
      this.#name === 'households' && !found.has('persons')
        ? HouseholdRows.begin(found, this.#options.asOf)
        : null;
    for (const rows of dataRows(understood, this.report)) {
      for (const row of rows) {
        if (row.hasOpenQuote)
          this.report.doubt({ ...placeIn(raw, row.number), reason: 'open_quote' });
        if (people) people.add(row, (cells) => this.#units.quietly(cells, fields));
        else this.#add(row.cells, fields, placeIn(raw, row.number));
      }
      if (this.report.rowsRead - told < ROWS_BETWEEN_WORDS) continue;
      told = this.report.rowsRead;
      yield told;
    }
    if (!people) return;
    this.report.personsGrouped += people.personCount;
    const grouped = rowFields(people.fields, this.#columns);
    for (const { cells, row } of people.households()) this.#add(cells, grouped, placeIn(raw, row));
    for (const [row, doubt] of people.doubts)
      this.report.doubt({ ...placeIn(raw, row), reason: doubt, column: 'age' });
    yield this.report.rowsRead;
  }

  finish(): ReadRows {
    const table = this.#builder.finishUnchecked();
    this.report.rowsKept = table.rowCount;
    this.#columns.forEach(({ name }, i) => {
      if (this.#missing[i] > 0 && !PLACED.has(name)) this.report.missing[name] = this.#missing[i];
    });
    return this.#kept.finish(table);
  }

  #add(cells: readonly string[], fields: RowFields, place: RowPlace): void {
    const values = this.#values;
    for (let i = 0; i < values.length; i++) {
      values[i] = this.#cells[i].read(cellAt(cells, fields.columns[i]), place);
    }
    this.#put('unit_code', this.#units.read(cells, fields, place));
    this.#put('as_of', this.#options.asOf ?? '');
    this.#put('source', this.#options.source ?? '');
    if (this.#name === 'admin_units') {
      completeUnit(this.#put, this.#shown, (field) => cellAt(cells, fields.of(field)));
    }
    if (this.#name === 'households') this.#splitBands(cells, fields, place);
    this.#keep(cells, fields, place);
  }

  readonly #put = (name: string, value: string): void => {
    const at = this.#columnOf.get(name);
    if (at !== undefined && this.#values[at] === '') this.#values[at] = value;
  };

  readonly #shown = (name: string): string => this.#values[this.#columnOf.get(name) ?? -1];

  #splitBands(cells: readonly string[], fields: RowFields, place: RowPlace): void {
    const value = cellAt(cells, fields.plus60);
    const plus60 = this.#plus60.read(value, place);
    const plus65 = this.#plus65.read(cellAt(cells, fields.plus65), place);
    if (plus60 === '' && plus65 === '') return;
    const doubt = splitBands(this.#put, this.#shown, plus60, plus65);
    if (doubt === null) return;
    this.report.doubt({ ...place, reason: doubt, column: 'age_60_plus', value });
  }

  #keep(cells: readonly string[], fields: RowFields, place: RowPlace): void {
    const values = this.#values;
    const isMade = this.#makeKey(place);
    const without = this.#required.find((i) => values[i] === '');
    if (without !== undefined) {
      const column = this.#columns[without].name;
      this.report.setAside({ ...place, reason: 'without_key', column });
      return;
    }
    const key = isMade ? null : this.#keyText();
    if (!this.#kept.isNew(key, values, cells, fields, place)) return;
    const problem = this.#builder.add(values, place.row);
    if (problem) {
      const { column = '', value = '' } = problem.params;
      const cell = { column: String(column), value: String(value) };
      this.report.setAside({ ...place, reason: problem.code, ...cell });
      return;
    }
    this.#kept.add(readCoordinates(cells, fields, place, this.report), cells, fields, place);
    for (let i = 0; i < values.length; i++) if (values[i] === '') this.#missing[i]++;
  }

  /** A number for a row whose id is blank; other keys cannot be made. True where one was made. */
  #makeKey({ row }: RowPlace): boolean {
    let isMade = false;
    for (const i of this.#key) {
      const { name, required } = this.#columns[i];
      if (this.#values[i] !== '' || !required) continue;
      if (!name.endsWith('_id') && name !== 'grid_code') continue;
      isMade = true;
      this.#values[i] = `${this.#fileCount > 1 ? `f${this.#fileCount}-` : ''}row-${row}`;
    }
    return isMade;
  }

  /** Of the row at hand; its id, which is kept, is cut loose from the file's text. */
  #keyText(): string {
    const values = this.#values;
    const [only] = this.#key;
    if (this.#key.length !== 1) return this.#key.map((i) => values[i]).join('\u001f');
    values[only] = detached(values[only]);
    return values[only];
  }
}

const placeIn = (raw: RawTable, row: number): RowPlace => ({
  file: raw.fileName,
  sheet: raw.name,
  row,
});

const countMender = menderOf('households', { name: 'persons', type: 'integer', required: false });
