/**
 * One unit's part of a city: its households and units; streets, facilities and candidates stay, for
 * people near a border walk across it.
 */
import type { ImportedTable } from '../../import';
import { unitIndices, unitsOf } from '../../reach';
import { problem, ok, type Result } from '../../result';
import type { ColumnData } from '../../store/columns';
import type { SiteTables } from './site-ground';

/** Fails with siting_unit_unknown where the units' table has no such code. */
export function tablesWithin<T extends Omit<SiteTables, 'candidates'>>(
  tables: T,
  unitCode: string,
): Result<T> {
  const units = unitsOf(tables.units);
  const top = units.indexOf.get(unitCode);
  if (top === undefined || !tables.units) return problem('siting_unit_unknown', { unit: unitCode });
  const isWithin = Array.from(units.codes, (_, unit) => {
    for (let at = unit; at >= 0; at = units.parent[at]) if (at === top) return true;
    return false;
  });
  const unit = unitIndices(units, tables.households);
  return ok({
    ...tables,
    households: rowsOf(tables.households, (row) => unit[row] >= 0 && isWithin[unit[row]]),
    units: rowsOf(tables.units, (row) => isWithin[row]),
  });
}

function rowsOf(table: ImportedTable, isWanted: (row: number) => boolean): ImportedTable {
  const rows = Uint32Array.from([...Array(table.rowCount).keys()].filter(isWanted));
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => [name, columnRows(column, rows)]),
  );
  const rowNumbers = rows.map((row) => table.rowNumbers[row]);
  return { ...table, rowCount: rows.length, rowNumbers, columns };
}

function columnRows(column: ColumnData, rows: Uint32Array): ColumnData {
  switch (column.kind) {
    case 'integer':
      return { kind: 'integer', values: Int32Array.from(rows, (row) => column.values[row]) };
    case 'number':
      return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]) };
    case 'boolean':
      return { kind: 'boolean', values: Uint8Array.from(rows, (row) => column.values[row]) };
    case 'text':
      return { kind: 'text', values: Array.from(rows, (row) => column.values[row]) };
    case 'dictionary':
      return { ...column, codes: rows.map((row) => column.codes[row]) };
  }
}
