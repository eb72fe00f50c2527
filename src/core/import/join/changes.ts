/** What an import changed in a table: counts, and the rows. */
import type { TableName } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';
import { ChangedRows } from './changed-rows';

export interface ChangeCounts {
  readonly table: TableName;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface TableChanges extends ChangeCounts {
  readonly rows: ChangedRows;
}

export class ChangeList {
  readonly #rows: ChangedRows;
  #added = 0;
  #removed = 0;
  #changed = 0;
  #unchanged = 0;

  constructor(base: ImportedTable, incoming: ImportedTable) {
    this.#rows = new ChangedRows(base, incoming);
  }

  added(row: number): void {
    this.#added++;
    this.#rows.add(-1, row);
  }

  removed(row: number): void {
    this.#removed++;
    this.#rows.add(row, -1);
  }

  compare(baseRow: number, incomingRow: number): void {
    const rows = this.#rows;
    if (rows.cells(baseRow, incomingRow).length > 0 || rows.moved(baseRow, incomingRow) !== null) {
      this.#changed++;
      rows.add(baseRow, incomingRow);
    } else this.#unchanged++;
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
}
