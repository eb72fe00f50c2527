/** What only shows once the whole table is read: the same id twice, a place with half its coordinates. */
import type { Problem } from '../result';
import { textAt } from '../store/columns';
import type { ImportedTable } from './imported-table';

/** The first problem among a table's rows, or null. */
export function checkRows(table: ImportedTable, key: readonly string[]): Problem | null {
  return duplicate(table, key) ?? halfPlace(table);
}

function duplicate(table: ImportedTable, key: readonly string[]): Problem | null {
  if (key.length === 0) return null;
  const columns = key.map((name) => table.columns[name]);
  const rowOf = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const value =
      columns.length === 1
        ? (textAt(columns[0], row) ?? '')
        : columns.map((column) => textAt(column, row) ?? '').join(', ');
    const first = rowOf.get(value);
    if (first === undefined) {
      rowOf.set(value, row);
      continue;
    }
    return {
      code: 'id_twice',
      params: {
        file: table.fileName,
        row: table.rowNumbers[row],
        first: table.rowNumbers[first],
        column: key.join(', '),
        value,
      },
    };
  }
  return null;
}

function halfPlace(table: ImportedTable): Problem | null {
  const { lon, lat } = table.columns;
  if (lon?.kind !== 'number' || lat?.kind !== 'number') return null;
  for (let row = 0; row < table.rowCount; row++) {
    if (Number.isNaN(lon.values[row]) === Number.isNaN(lat.values[row])) continue;
    const column = Number.isNaN(lon.values[row]) ? 'lon' : 'lat';
    return {
      code: 'coordinates_half',
      params: { file: table.fileName, row: table.rowNumbers[row], column },
    };
  }
  return null;
}
