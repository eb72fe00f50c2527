/** Changed rows as lines of a file: one for each cell that changed, one for a row that came or went. */
import type { RowChange } from './changed-rows';

export interface ChangeLine {
  readonly row: RowChange;
  /** Null where the whole row came or went; `moved_m` tells how far its place moved. */
  readonly column: string | null;
  readonly from: string;
  readonly to: string;
}

export function* changeLines(rows: Iterable<RowChange>): Generator<ChangeLine> {
  for (const row of rows) {
    if (row.kind !== 'changed') yield { row, column: null, from: '', to: '' };
    for (const { column, from, to } of row.cells)
      yield { row, column, from: String(from ?? ''), to: String(to ?? '') };
    if (row.movedMetres !== null)
      yield { row, column: 'moved_m', from: '', to: String(row.movedMetres) };
  }
}
