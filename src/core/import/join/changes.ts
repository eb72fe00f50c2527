/** What an import changed in a table: counts of all, and the first rows by name. */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import { textAt, valueAt, type SqlValue } from '../../store/columns';
import { tableDescription, type TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';
import { speaks } from './joined-columns';

export interface ChangedCell {
  readonly column: string;
  readonly from: SqlValue;
  readonly to: SqlValue;
}

export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The key as text, and the row's own name where it has one. */
  readonly key: string;
  readonly label: string | null;
  readonly unitCode: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  /** Of changed rows; places are told by `movedMetres`. */
  readonly cells: readonly ChangedCell[];
  /** How far its place moved; null where it did not, or where one of the two has none. */
  readonly movedMetres: number | null;
}

export interface TableChanges {
  readonly table: TableName;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The first of them; the counts are of all. */
  readonly rows: readonly RowChange[];
}

/** When and whence a row came says nothing of what it is. */
const besides = new Set([
  'as_of',
  'source',
  'coord_source',
  'source_x',
  'source_y',
  'location_precision',
]);
/** Less is a place written with other digits, or shifted to GCJ-02 and back. */
const LEAST_MOVE_M = 2;

export class ChangeList {
  readonly #mostListed: number;
  readonly #base: ImportedTable;
  readonly #incoming: ImportedTable;
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  readonly #rows: RowChange[] = [];
  #added = 0;
  #removed = 0;
  #changed = 0;
  #unchanged = 0;

  constructor(base: ImportedTable, incoming: ImportedTable, mostListed: number) {
    this.#mostListed = mostListed;
    const { columns, key } = tableDescription(incoming.name as TableName);
    this.#base = base;
    this.#incoming = incoming;
    this.#key = key;
    this.#columns = columns
      .map(({ name }) => name)
      .filter((name) => !besides.has(name) && !key.includes(name) && incoming.columns[name]);
  }

  added(row: number): void {
    this.#added++;
    this.#list('added', this.#incoming, row);
  }

  removed(row: number): void {
    this.#removed++;
    this.#list('removed', this.#base, row);
  }

  compare(baseRow: number, incomingRow: number): void {
    const cells: ChangedCell[] = [];
    for (const column of this.#columns) {
      if (!speaks(this.#incoming, column, incomingRow)) continue;
      const from = valueAt(this.#base.columns[column], baseRow);
      const to = valueAt(this.#incoming.columns[column], incomingRow);
      const isMove = (column === 'lon' || column === 'lat') && from !== null;
      if (from !== to && !isMove) cells.push({ column, from, to });
    }
    const moved = this.#moved(baseRow, incomingRow);
    if (cells.length === 0 && moved === null) this.#unchanged++;
    else {
      this.#changed++;
      this.#list('changed', this.#base, baseRow, cells, moved);
    }
  }

  finish(table: TableName, before: number, after: number): TableChanges {
    return {
      table,
      before,
      after,
      added: this.#added,
      removed: this.#removed,
      changed: this.#changed,
      unchanged: this.#unchanged,
      rows: this.#rows,
    };
  }

  #moved(baseRow: number, incomingRow: number): number | null {
    const at = ({ columns }: ImportedTable, row: number) =>
      ['lon', 'lat'].map((column) => (valueAt(columns[column], row) as number | null) ?? NaN);
    const [lon, lat] = at(this.#base, baseRow);
    const [toLon, toLat] = at(this.#incoming, incomingRow);
    const metres = Math.hypot(
      (toLon - lon) * metresPerDegreeLon(lat),
      (toLat - lat) * metresPerDegreeLat(lat),
    );
    return metres >= LEAST_MOVE_M ? Math.round(metres) : null;
  }

  #list(
    kind: RowChange['kind'],
    { columns }: ImportedTable,
    row: number,
    cells: readonly ChangedCell[] = [],
    movedMetres: number | null = null,
  ): void {
    if (this.#rows.length >= this.#mostListed) return;
    const number = (column: string) => valueAt(columns[column], row) as number | null;
    this.#rows.push({
      kind,
      key: this.#key.map((column) => textAt(columns[column], row) ?? '').join(' '),
      label: textAt(columns.name, row),
      unitCode: textAt(columns.unit_code, row),
      lon: number('lon'),
      lat: number('lat'),
      cells,
      movedMetres,
    });
  }
}
