/**
 * What goes with the rows that are kept and is no column of the schema: coordinates as written, where
 * a row came from, what it says of its place. Also knows which rows repeat an earlier one.
 */
import type { TableName } from '../../store/tables';
import type { RawTable } from '../raw/raw-table';
import { detached } from '../table/cells';
import { FirstRows } from '../table/duplicates';
import type { ImportedTable } from '../table/imported-table';
import type { Coordinates } from './coordinates';
import { GrowingNumbers } from './growing';
import type { ReportBuilder, RowPlace } from './report-builder';
import { cellAt, type RowFields } from './row-fields';

export interface ReadRows {
  readonly table: ImportedTable;
  /** As written, first and second coordinate; NaN where there is none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By row of the table, where it came from. */
  placeOf(row: number): RowPlace;
  /** What is known of the place of rows, as text; blank where nothing is or coordinates say more. */
  readonly addresses: readonly string[];
  /** The natural village or villagers' group, likewise. */
  readonly hamlets: readonly string[];
  /** What rows say of their own coordinate system, each once. */
  readonly declared: readonly string[];
}

export class KeptRows {
  readonly #name: TableName;
  readonly #columns: readonly number[];
  readonly #report: ReportBuilder;
  readonly #x = new GrowingNumbers();
  readonly #y = new GrowingNumbers();
  readonly #rowNumbers = new GrowingNumbers();
  /** Of what rows say, to tell a copy from a rival under the same id. */
  readonly #hashes = new GrowingNumbers();
  readonly #keys: string[] = [];
  readonly #first: FirstRows;
  readonly #addresses: string[] = [];
  readonly #hamlets: string[] = [];
  readonly #declared = new Set<string>();
  readonly #sources: { file: string; sheet: string; from: number }[] = [];
  #hash = 0;
  #key = '';

  /** @param columns those whose values tell two rows apart: all but the key */
  constructor(
    name: TableName,
    columns: readonly number[],
    capacity: number,
    report: ReportBuilder,
  ) {
    this.#name = name;
    this.#columns = columns;
    this.#report = report;
    this.#first = new FirstRows(capacity, (row) => this.#keys[row]);
  }

  /** The rows that follow come from this table. */
  begin(raw: RawTable): void {
    this.#sources.push({ file: raw.fileName, sheet: raw.name, from: this.#x.length });
  }

  /**
   * Of rows with one key the first stands, the others are set aside with its number.
   * @param key blank of tables without a key, null where the row has none of its own
   */
  isNew(
    key: string | null,
    values: readonly string[],
    cells: readonly string[],
    fields: RowFields,
    place: RowPlace,
  ): boolean {
    this.#hash = hashOf(values, this.#columns, cells, fields);
    this.#key = key === null ? `#${this.#hash}` : key;
    if (this.#key === '') return true;
    const row = this.#x.length;
    this.#keys[row] = this.#key;
    const first = this.#first.put(row, this.#key);
    if (first < 0) return true;
    const detail = String(this.#rowNumbers.at(first));
    if (key !== null) {
      const reason = this.#hashes.at(first) === this.#hash ? 'duplicate_row' : 'id_twice';
      const value = key.replaceAll('\u001f', ' ');
      this.#report.setAside({ ...place, reason, value, detail });
      return false;
    }
    // Two households may be alike in everything that is written; two facilities are not.
    const isSame = this.#name !== 'households';
    if (isSame) this.#report.setAside({ ...place, reason: 'duplicate_row', detail });
    else this.#report.doubt({ ...place, reason: 'same_content', detail });
    return !isSame;
  }

  /** The row last asked about. */
  add([x, y]: Coordinates, cells: readonly string[], fields: RowFields, place: RowPlace): void {
    const system = cellAt(cells, fields.coordSource);
    if (system !== '') this.#declared.add(system);
    this.#keys[this.#x.length] = this.#key;
    this.#x.push(x);
    this.#y.push(y);
    this.#rowNumbers.push(place.row);
    this.#hashes.push(this.#hash);
    // Doors of facilities stand for rows of the same address; those of households are nobody's business.
    const isAsked = Number.isNaN(x) || this.#name === 'facilities';
    this.#addresses.push(isAsked ? detached(cellAt(cells, fields.address)) : '');
    this.#hamlets.push(isAsked ? detached(cellAt(cells, fields.hamlet)) : '');
  }

  finish(table: ImportedTable): ReadRows {
    const sources = this.#sources;
    const rowNumbers = this.#rowNumbers;
    return {
      table,
      x: this.#x.finish(),
      y: this.#y.finish(),
      addresses: this.#addresses,
      hamlets: this.#hamlets,
      declared: [...this.#declared],
      placeOf(row) {
        let at = sources.length - 1;
        while (at > 0 && sources[at].from > row) at--;
        return { file: sources[at].file, sheet: sources[at].sheet, row: rowNumbers.at(row) };
      },
    };
  }
}

/** FNV-1a of what a row says, its coordinates and address with it. */
function hashOf(
  values: readonly string[],
  columns: readonly number[],
  cells: readonly string[],
  { x, y, coordinates, address }: RowFields,
): number {
  let hash = 0x811c9dc5;
  for (const column of columns) hash = hashedOn(hash, values[column]);
  hash = hashedOn(hash, cellAt(cells, x));
  hash = hashedOn(hash, cellAt(cells, y));
  hash = hashedOn(hash, cellAt(cells, coordinates));
  hash = hashedOn(hash, cellAt(cells, address));
  return hash >>> 0;
}

function hashedOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ 31, 0x01000193);
}
