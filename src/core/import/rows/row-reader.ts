/**
 * Rows of one or several understood tables → one table of the schema, everything mended and
 * accounted for. Coordinates stay as they are written: where they lie is found out afterwards.
 */
import { tableDescription, type ColumnDescription, type TableName } from '../../store/tables';
import type { RawRow } from '../raw/raw-table';
import { parseCoordinate, parsePair } from '../mend/angles';
import { TableBuilder } from '../table/table-builder';
import { tableRequest, type ImportedTable } from '../table/imported-table';
import type { UnitIndex } from '../understand/unit-index';
import type { Understanding } from '../understand/understand';
import { menderOf, type Mender } from './cell-mender';
import { GrowingNumbers } from './growing';
import { HouseholdRows } from './household-rows';
import { dataRows } from './data-rows';
import { ReportBuilder, type RowPlace } from './report-builder';
import { unitOfRow } from './unit-of-row';
import { completeUnit, splitBands } from './derived-cells';

export interface RowOptions {
  readonly units: UnitIndex;
  /** ISO day for rows that name none; also the day ages are counted at. */
  readonly asOf: string | null;
  readonly source: string | null;
}

export interface ReadRows {
  readonly table: ImportedTable;
  /** As written, first and second coordinate; NaN where there is none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By row of the table, where it came from. */
  placeOf(row: number): RowPlace;
  /** What is known of the place of rows, as text; blank where nothing is. */
  readonly addresses: readonly string[];
  /** What rows say of their own coordinate system, each once. */
  readonly declared: readonly string[];
}

/** Filled behind the reader's back, once the places are known. */
const PLACED = new Set(['lon', 'lat', 'source_x', 'source_y', 'coord_source']);

export class RowReader {
  readonly report = new ReportBuilder();
  readonly #name: TableName;
  readonly #options: RowOptions;
  readonly #columns: readonly ColumnDescription[];
  readonly #menders: readonly Mender[];
  readonly #builder: TableBuilder;
  readonly #key: readonly number[];
  readonly #x = new GrowingNumbers();
  readonly #y = new GrowingNumbers();
  readonly #addresses: string[] = [];
  readonly #declared = new Set<string>();
  readonly #sources: { file: string; sheet: string; from: number }[] = [];
  readonly #rowNumbers = new GrowingNumbers();
  readonly #hashes = new GrowingNumbers();
  readonly #seen = new Map<string, number>();
  #fileCount = 0;

  /** @param capacity an upper bound for the rows of all tables together */
  constructor(name: TableName, capacity: number, options: RowOptions) {
    this.#name = name;
    this.#options = options;
    this.#columns = tableDescription(name).columns;
    this.#menders = this.#columns.map((column) => menderOf(name, column));
    const names = this.#columns.map((column) => column.name);
    this.#key = tableDescription(name).key.map((key) => names.indexOf(key));
    const begun = TableBuilder.begin(tableRequest(name), name, names, Math.max(1, capacity));
    if (!begun.ok) throw new Error(begun.problem.code);
    this.#builder = begun.value;
  }

  /** Yields after every batch, so that the caller may show progress or stop. */
  *read(understood: Understanding): Generator<number> {
    const { raw } = understood;
    this.#fileCount++;
    this.#sources.push({ file: raw.fileName, sheet: raw.name, from: this.#x.length });
    const fields = new Map(
      understood.columns
        .filter(({ field }) => field !== null)
        .map(({ field, column }) => [field!, column]),
    );
    const people =
      this.#name === 'households' && !fields.has('persons')
        ? HouseholdRows.begin(fields, this.#options.asOf)
        : null;
    for (const rows of dataRows(understood, this.report)) {
      for (const row of rows) {
        if (people) people.add(row, (cells) => this.#unit(cells, fields, this.#at(raw, row), true));
        else this.#add(row.cells, fields, this.#at(raw, row));
      }
      yield this.report.rowsRead;
    }
    if (!people) return;
    this.report.personsGrouped += people.personCount;
    for (const household of people.households()) {
      this.#add(household.cells, household.fields, this.#at(raw, household.row));
    }
    for (const [place, doubt] of people.doubts)
      this.report.doubt({ ...this.#at(raw, place), reason: doubt, column: 'age' });
    yield this.report.rowsRead;
  }

  finish(): ReadRows {
    const finished = this.#builder.finish();
    if (!finished.ok)
      throw new Error(`${finished.problem.code} ${JSON.stringify(finished.problem.params)}`);
    this.report.rowsKept = finished.value.rowCount;
    const sources = this.#sources;
    const rowNumbers = this.#rowNumbers;
    return {
      table: finished.value,
      x: this.#x.finish(),
      y: this.#y.finish(),
      addresses: this.#addresses,
      declared: [...this.#declared],
      placeOf(row) {
        let at = sources.length - 1;
        while (at > 0 && sources[at].from > row) at--;
        return { file: sources[at].file, sheet: sources[at].sheet, row: rowNumbers.at(row) };
      },
    };
  }

  #at(raw: Understanding['raw'], row: RawRow | number): RowPlace {
    return { file: raw.fileName, sheet: raw.name, row: typeof row === 'number' ? row : row.number };
  }

  #unit(
    cells: readonly string[],
    fields: ReadonlyMap<string, number>,
    place: RowPlace,
    isQuiet = false,
  ): string {
    const text = (field: string) => (cells[fields.get(field) ?? -1] ?? '').trim();
    const isUnitItself = this.#name === 'admin_units';
    const names = {
      county: text('county_name'),
      town: text('town_name'),
      village: text('village_name'),
      address: isUnitItself ? '' : text('address'),
    };
    const code = text('unit_code');
    const found = unitOfRow(code, names, this.#options.units);
    if (isQuiet) return found.value;
    const said =
      code === ''
        ? Object.values(names)
            .filter((name) => name !== '')
            .join(' ')
        : code;
    if (found.how) this.report.mended('unit_code', said, found.value, found.how, place);
    for (const reason of [found.doubt, found.also]) {
      if (reason) this.report.doubt({ ...place, reason, column: 'unit_code', value: said });
    }
    return found.value;
  }

  #add(cells: readonly string[], fields: ReadonlyMap<string, number>, place: RowPlace): void {
    const text = (field: string) => (cells[fields.get(field) ?? -1] ?? '').trim();
    const values = this.#columns.map(({ name }, i) => {
      if (name === 'unit_code') return this.#unit(cells, fields, place);
      if (PLACED.has(name)) return '';
      return this.#mend(name, this.#menders[i], text(name), place);
    });
    const put = (name: string, value: string) => {
      const at = this.#columns.findIndex((column) => column.name === name);
      if (at >= 0 && values[at] === '') values[at] = value;
    };
    if (text('coord_source') !== '') this.#declared.add(text('coord_source'));
    put('as_of', this.#options.asOf ?? '');
    put('source', this.#options.source ?? '');
    const shown = (name: string) =>
      values[this.#columns.findIndex((column) => column.name === name)];
    if (this.#name === 'admin_units') completeUnit(put, shown, text);
    if (this.#name === 'households') {
      const left = splitBands(put, shown, (field) =>
        this.#mend(field, countMender, text(field), place),
      );
      if (left)
        this.report.doubt({
          ...place,
          reason: left,
          column: 'age_60_plus',
          value: text('age_60_plus'),
        });
    }
    this.#keep(values, text, place);
  }

  #mend(column: string, mender: Mender, text: string, place: RowPlace): string {
    if (text === '') return '';
    const { value, how, doubt } = mender(text);
    if (how) this.report.mended(column, text, value, how, place);
    if (doubt) this.report.doubt({ ...place, reason: doubt, column, value: text });
    return value;
  }

  #keep(values: string[], text: (field: string) => string, place: RowPlace): void {
    const hash = hashOf(
      values,
      text('source_x') + text('source_y') + text('coordinates') + text('address'),
    );
    let isMade = false;
    for (const key of this.#key) {
      const column = this.#columns[key];
      if (values[key] !== '' || !column.required) continue;
      if (!column.name.endsWith('_id') && column.name !== 'grid_code') {
        this.report.setAside({ ...place, reason: 'without_key', column: column.name });
        return;
      }
      isMade = true;
      values[key] = `${this.#fileCount > 1 ? `f${this.#fileCount}-` : ''}row-${place.row}`;
    }
    const required = this.#columns.findIndex((column, i) => column.required && values[i] === '');
    if (required >= 0) {
      this.report.setAside({
        ...place,
        reason: 'without_key',
        column: this.#columns[required].name,
      });
      return;
    }
    if (!this.#isNew(values, hash, isMade, place)) return;
    const [x, y] = this.#coordinates(text, place);
    const problem = this.#builder.add(values, place.row);
    if (problem) {
      const { column = '', value = '' } = problem.params;
      this.report.setAside({
        ...place,
        reason: problem.code,
        column: String(column),
        value: String(value),
      });
      return;
    }
    this.#x.push(x);
    this.#y.push(y);
    this.#rowNumbers.push(place.row);
    this.#hashes.push(hash);
    this.#addresses.push(
      Number.isNaN(x) || this.#name === 'facilities'
        ? [text('address'), text('hamlet_name')].join(' ').trim()
        : '',
    );
    for (let i = 0; i < values.length; i++) {
      if (values[i] !== '' || PLACED.has(this.#columns[i].name)) continue;
      const name = this.#columns[i].name;
      this.report.missing[name] = (this.report.missing[name] ?? 0) + 1;
    }
  }

  /** Rows of the same id: the first stands, the others are set aside with its row. */
  #isNew(values: readonly string[], hash: number, isMade: boolean, place: RowPlace): boolean {
    const row = this.#x.length;
    const key = isMade ? `#${hash}` : this.#key.map((i) => values[i]).join('\u001f');
    if (this.#key.length === 0) return true;
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, row);
      return true;
    }
    const detail = String(this.#rowNumbers.at(first));
    if (isMade) {
      // Two households may be alike in everything that is written; two facilities are not.
      const isSame = this.#name !== 'households';
      if (!isSame) this.report.doubt({ ...place, reason: 'same_content', detail });
      else this.report.setAside({ ...place, reason: 'duplicate_row', detail });
      return !isSame;
    }
    const reason = this.#hashes.at(first) === hash ? 'duplicate_row' : 'id_twice';
    this.report.setAside({ ...place, reason, value: key.replaceAll('\u001f', ' '), detail });
    return false;
  }

  #coordinates(text: (field: string) => string, place: RowPlace): readonly [number, number] {
    const a = text('source_x');
    const b = text('source_y');
    const one = text('coordinates');
    if (a === '' && b === '') {
      if (one === '') return [NaN, NaN];
      const pair = parsePair(one);
      if (pair) return pair;
    } else {
      const x = parseCoordinate(a);
      const y = parseCoordinate(b);
      if (!Number.isNaN(x) && !Number.isNaN(y)) return [x, y];
      // Both in one cell, under the header of one of them.
      const pair = parsePair(b === '' ? a : a === '' ? b : '');
      if (pair) return pair;
    }
    const reason =
      a !== '' && b !== ''
        ? 'not_a_coordinate'
        : one !== ''
          ? 'not_a_coordinate'
          : 'half_coordinates';
    this.report.doubt({ ...place, reason, column: 'lon', value: one === '' ? `${a}, ${b}` : one });
    return [NaN, NaN];
  }
}

const countMender: Mender = menderOf('households', {
  name: 'persons',
  type: 'integer',
  required: false,
});

/** Of what a row says, its id apart, so that a copy under the same id is told from a rival. */
function hashOf(values: readonly string[], more: string): number {
  let hash = 0x811c9dc5;
  for (const value of values) {
    for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 31, 0x01000193);
  }
  for (let i = 0; i < more.length; i++) hash = Math.imul(hash ^ more.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
