/**
 * Which row that came in is which row that is there: by the table's key, or what stands for one
 * where it has none; rows whose id the import had to make by name and unit, else by all they say, so
 * that the same file twice doubles nothing.
 */
import { textAt, valueAt } from '../../store/columns';
import { tableDescription, type TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';

export interface Matches {
  /** By incoming row the row of the base it renews, or −1. */
  readonly baseOf: Int32Array;
  readonly isMade: (incomingRow: number) => boolean;
}

/** Ids of rows that had none: see rows/. */
const madeId = /^(f\d+-)?row-\d+$/;

/** What tells the rows of tables without a key apart. */
const tellingColumns: Partial<Record<TableName, readonly string[]>> = {
  org_links: ['org_id', 'unit_code', 'service'],
  social_workers: ['worker_id', 'unit_code', 'org_id', 'workplace', 'level'],
  volunteers: ['unit_code'],
  duties: ['unit_code', 'duty_id'],
};

/** An id that was made, or the nth that was made of it because it was taken. */
export const nthMadeId = (id: string, n: number) => (n === 1 ? id : `${id}.${n}`);

export function matchRows(base: ImportedTable, incoming: ImportedTable): Matches {
  const name = incoming.name as TableName;
  const { key: ownKey, columns } = tableDescription(name);
  const key = ownKey.length > 0 ? ownKey : (tellingColumns[name] ?? []);
  const idColumn = ownKey.length === 1 ? incoming.columns[ownKey[0]] : undefined;
  const idOf = (row: number) => textAt(idColumn, row) ?? '';
  const isMade = (row: number) => madeId.test(idOf(row));
  const byKey = new LazyIndex(base, key);
  const byName = new LazyIndex(base, ['name', 'unit_code']);
  const told = columns.map((column) => column.name).filter((column) => !ownKey.includes(column));
  const isAlike = (baseRow: number, row: number) =>
    told.every(
      (column) => valueAt(base.columns[column], baseRow) === valueAt(incoming.columns[column], row),
    );

  function find(row: number): number | undefined {
    if (!isMade(row)) return byKey.find(incoming, row);
    if (textAt(incoming.columns.name, row)) return byName.find(incoming, row);
    for (let n = 1; ; n++) {
      const found = byKey.get(nthMadeId(idOf(row), n));
      if (found === undefined || isAlike(found, row)) return found;
    }
  }

  const baseOf = new Int32Array(incoming.rowCount).fill(-1);
  const taken = new Set<number>();
  for (let row = 0; row < incoming.rowCount; row++) {
    const found = find(row);
    if (found === undefined || taken.has(found)) continue;
    taken.add(found);
    baseOf[row] = found;
  }
  return { baseOf, isMade };
}

/** Rows of a table by some columns; made when first asked. Of rows alike the first counts. */
class LazyIndex {
  readonly #table: ImportedTable;
  readonly #columns: readonly string[];
  #rows: Map<string, number> | null = null;

  constructor(table: ImportedTable, columns: readonly string[]) {
    this.#table = table;
    this.#columns = columns;
  }

  /** The row with the same values as one of another table. */
  find(table: ImportedTable, row: number): number | undefined {
    return this.#columns.length === 0 ? undefined : this.get(this.#keyAt(table, row));
  }

  get(key: string): number | undefined {
    this.#rows ??= this.#made();
    return this.#rows.get(key);
  }

  #made(): Map<string, number> {
    const rows = new Map<string, number>();
    for (let row = 0; row < this.#table.rowCount; row++) {
      const key = this.#keyAt(this.#table, row);
      if (!rows.has(key)) rows.set(key, row);
    }
    return rows;
  }

  #keyAt({ columns }: ImportedTable, row: number): string {
    return this.#columns.map((column) => textAt(columns[column], row) ?? '').join('\u001f');
  }
}
