/**
 * The rows an import changed, as many as there are: only their numbers are kept, and a row is told when
 * somebody looks at it. Replacing a city's households removes a million.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import { textAt, valueAt, type SqlValue } from '../../store/columns';
import { tableDescription, type TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';
import { GrowingNumbers } from '../rows/growing';
import { speaks } from './joined-columns';

export interface ChangedCell {
  readonly column: string;
  readonly from: SqlValue;
  readonly to: SqlValue;
}

export const changeKinds = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface RowChange {
  readonly kind: ChangeKind;
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

export class ChangedRows implements Iterable<RowChange> {
  readonly #base: ImportedTable;
  readonly #incoming: ImportedTable;
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  /** Row of the base and of what came in, in turn; -1 is none. */
  readonly #rows = new GrowingNumbers();

  constructor(base: ImportedTable, incoming: ImportedTable) {
    const { columns, key } = tableDescription(incoming.name as TableName);
    this.#base = base;
    this.#incoming = incoming;
    this.#key = key;
    this.#columns = columns
      .map(({ name }) => name)
      .filter((name) => !besides.has(name) && !key.includes(name) && incoming.columns[name]);
  }

  get length(): number {
    return this.#rows.length / 2;
  }

  add(baseRow: number, incomingRow: number): void {
    this.#rows.push(baseRow);
    this.#rows.push(incomingRow);
  }

  kindAt(i: number): ChangeKind {
    return this.#baseRow(i) < 0 ? 'added' : this.#incomingRow(i) < 0 ? 'removed' : 'changed';
  }

  /** What the row is called: its name, else its key. */
  nameAt(i: number): string {
    const [columns, row] = this.#told(i);
    return textAt(columns.name, row) ?? this.#keyOf(columns, row);
  }

  unitAt(i: number): string {
    const [columns, row] = this.#told(i);
    return textAt(columns.unit_code, row) ?? '';
  }

  movedAt(i: number): number | null {
    return this.kindAt(i) === 'changed' ? this.moved(this.#baseRow(i), this.#incomingRow(i)) : null;
  }

  at(i: number): RowChange {
    const kind = this.kindAt(i);
    const [columns, row] = this.#told(i);
    const number = (column: string) => valueAt(columns[column], row) as number | null;
    return {
      kind,
      key: this.#keyOf(columns, row),
      label: textAt(columns.name, row),
      unitCode: textAt(columns.unit_code, row),
      lon: number('lon'),
      lat: number('lat'),
      cells: kind === 'changed' ? this.cells(this.#baseRow(i), this.#incomingRow(i)) : [],
      movedMetres: this.movedAt(i),
    };
  }

  *[Symbol.iterator](): Iterator<RowChange> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  /** What came in speaks differently of these; a blank says nothing. */
  cells(baseRow: number, incomingRow: number): ChangedCell[] {
    const cells: ChangedCell[] = [];
    for (const column of this.#columns) {
      if (!speaks(this.#incoming, column, incomingRow)) continue;
      const from = valueAt(this.#base.columns[column], baseRow);
      const to = valueAt(this.#incoming.columns[column], incomingRow);
      const isMove = (column === 'lon' || column === 'lat') && from !== null;
      if (from !== to && !isMove) cells.push({ column, from, to });
    }
    return cells;
  }

  moved(baseRow: number, incomingRow: number): number | null {
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

  #baseRow = (i: number) => this.#rows.at(2 * i);
  #incomingRow = (i: number) => this.#rows.at(2 * i + 1);

  /** A row as it was, unless it is new. */
  #told(i: number): readonly [ImportedTable['columns'], number] {
    const row = this.#baseRow(i);
    return row < 0 ? [this.#incoming.columns, this.#incomingRow(i)] : [this.#base.columns, row];
  }

  #keyOf(columns: ImportedTable['columns'], row: number): string {
    return this.#key.map((column) => textAt(columns[column], row) ?? '').join(' ');
  }
}
