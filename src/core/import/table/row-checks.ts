/** What only shows once the whole table is read: the same id twice, a place with half its coordinates. */
import type { Note, Problem } from '../../result';
import { textAt } from '../../store/columns';
import { firstDuplicate } from './duplicates';
import type { ImportedTable } from './imported-table';

/** The first problem among a table's rows, or null. */
export function checkRows(table: ImportedTable, key: readonly string[]): Problem | null {
  return duplicate(table, key) ?? halfPlace(table) ?? mixedEstimates(table);
}

/** What is to be said of a table without anything being wrong with it. */
export function rowNotes(table: ImportedTable): Note[] {
  const rows = estimatedRows(table);
  return rows === 0
    ? []
    : [{ code: 'households_estimated', params: { file: table.fileName, rows } }];
}

/** Estimates are never counted together with households that somebody wrote down. */
export function mixedEstimates(table: ImportedTable): Problem | null {
  const rows = estimatedRows(table);
  if (rows === 0 || rows === table.rowCount) return null;
  return {
    code: 'households_partly_estimated',
    params: { file: table.fileName, rows, total: table.rowCount },
  };
}

/** True of households that totals were spread to; a table is all estimate or none. */
export const isEstimated = (table: ImportedTable | undefined): boolean =>
  table !== undefined && estimatedRows(table) > 0;

function estimatedRows({ columns: { is_estimated: mark } }: ImportedTable): number {
  if (mark?.kind !== 'boolean') return 0;
  return mark.values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0);
}

function duplicate(table: ImportedTable, key: readonly string[]): Problem | null {
  if (key.length === 0) return null;
  const columns = key.map((name) => table.columns[name]);
  const [only] = columns;
  const textOf =
    columns.length === 1
      ? (row: number) => textAt(only, row)
      : (row: number) => columns.map((column) => textAt(column, row) ?? '').join(', ');
  const found = firstDuplicate(table.rowCount, textOf);
  if (!found) return null;
  const [first, again] = found;
  return {
    code: 'id_twice',
    params: {
      file: table.fileName,
      row: table.rowNumbers[again],
      first: table.rowNumbers[first],
      column: key.join(', '),
      value: textOf(again) ?? '',
    },
  };
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
