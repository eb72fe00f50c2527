/** One column out of two tables' columns, row by row from where each row comes. */
import {
  dictionaryOf,
  textAt,
  UNKNOWN_BOOLEAN,
  UNKNOWN_INTEGER,
  valueAt,
  type ColumnData,
} from '../../store/columns';
import type { ColumnType } from '../../store/tables';
import type { ImportedTable } from '../table/imported-table';

/** For each row of the result its row in both tables, −1 where it has none there. */
export interface Origin {
  readonly base: number[];
  readonly incoming: number[];
}

/** A place is one thing: it comes from one table, never half from each. */
const placeColumns = new Set([
  'lon',
  'lat',
  'location_precision',
  'coord_source',
  'source_x',
  'source_y',
]);

/** True where the row that came in says something of this column. */
export function speaks(incoming: ImportedTable, column: string, row: number): boolean {
  const deciding = placeColumns.has(column) ? 'lon' : column;
  return valueAt(incoming.columns[deciding], row) !== null;
}

export function joinedColumn(
  name: string,
  type: ColumnType,
  base: ColumnData | undefined,
  incoming: ColumnData | undefined,
  { base: baseRows, incoming: incomingRows }: Origin,
  table: ImportedTable,
): ColumnData {
  const count = baseRows.length;
  const isFromIncoming = (row: number) =>
    incomingRows[row] >= 0 && (baseRows[row] < 0 || speaks(table, name, incomingRows[row]));
  const numbers = <T extends Int32Array | Float64Array | Uint8Array>(
    values: T,
    unknown: number,
  ) => {
    const own = base && 'values' in base ? base.values : null;
    const other = incoming && 'values' in incoming ? incoming.values : null;
    for (let row = 0; row < count; row++) {
      const value = isFromIncoming(row) ? other?.[incomingRows[row]] : own?.[baseRows[row]];
      values[row] = typeof value === 'number' ? value : unknown;
    }
    return values;
  };
  switch (type) {
    case 'integer':
      return { kind: 'integer', values: numbers(new Int32Array(count), UNKNOWN_INTEGER) };
    case 'number':
      return { kind: 'number', values: numbers(new Float64Array(count), NaN) };
    case 'boolean':
      return { kind: 'boolean', values: numbers(new Uint8Array(count), UNKNOWN_BOOLEAN) };
    default: {
      const values = new Array<string | null>(count);
      for (let row = 0; row < count; row++)
        values[row] = isFromIncoming(row)
          ? textAt(incoming, incomingRows[row])
          : textAt(base, baseRows[row]);
      const isText = [base, incoming].some((column) => column?.kind === 'text');
      return isText ? { kind: 'text', values } : dictionaryOf(values);
    }
  }
}

/** All texts of a text or dictionary column. */
export function ofTextKind(column: ColumnData | undefined): readonly (string | null)[] {
  if (column?.kind === 'text') return column.values;
  return column?.kind === 'dictionary' ? column.words : [];
}
