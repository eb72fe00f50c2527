/** From tables of the data folder to what the page shows: units, facilities, household points. */
import { textAt, valueAt, type ColumnData, type TableData } from '../../core/store/columns';
import type { SqlValue } from '../../core/store/database';
import { tableDescription } from '../../core/store/tables';
import type { Facility, HouseholdPoints, Unit, UnitLevel } from './page-data';

export const emptyTable: TableData = { rowCount: 0, columns: {} };

/** Units in the order of the table; their index is the row. */
export function unitsOf(table: TableData): Unit[] {
  const { columns } = table;
  const rowOfCode = rowsByText(columns['unit_code'], table.rowCount);
  return rowsOf(table, (row) => ({
    index: row,
    code: textAt(columns['unit_code'], row) ?? '',
    name: textAt(columns['name'], row) ?? '',
    level: (textAt(columns['level'], row) ?? 'village') as UnitLevel,
    kind: textAt(columns['kind'], row),
    parentIndex: rowOfCode.get(textAt(columns['parent_code'], row) ?? '') ?? -1,
    lon: numberAt(columns['lon'], row),
    lat: numberAt(columns['lat'], row),
    isCentralTown: booleanAt(columns['is_central_town'], row),
    asOf: textAt(columns['as_of'], row),
    source: textAt(columns['source'], row),
  }));
}

export function facilitiesOf(table: TableData, units: readonly Unit[]): Facility[] {
  const { columns } = table;
  const indexOfCode = new Map(units.map((unit) => [unit.code, unit.index]));
  return rowsOf(table, (row) => ({
    index: row,
    id: textAt(columns['facility_id'], row) ?? '',
    name: textAt(columns['name'], row),
    type: textAt(columns['type'], row),
    status: textAt(columns['status'], row),
    unitIndex: indexOfCode.get(textAt(columns['unit_code'], row) ?? '') ?? -1,
    lon: numberAt(columns['lon'], row),
    lat: numberAt(columns['lat'], row),
    fields: rowFields('facilities', table, row),
  }));
}

/** One row as plain values under the names of SCHEMA, unknown ones too. */
export function rowFields(
  name: 'facilities' | 'households',
  table: TableData,
  row: number,
): Record<string, SqlValue> {
  const fields: Record<string, SqlValue> = {};
  for (const column of tableDescription(name).columns)
    fields[column.name] = valueAt(table.columns[column.name], row);
  return fields;
}

/** Points, units and people of the households, for the map. */
export function householdPoints(
  table: TableData,
  unitIndex: Int32Array,
  age60Plus: ArrayLike<number> | undefined,
): HouseholdPoints {
  const count = table.rowCount;
  const positions = new Float32Array(2 * count);
  const lon = table.columns['lon'];
  const lat = table.columns['lat'];
  if (lon?.kind !== 'number' || lat?.kind !== 'number') positions.fill(NaN);
  else {
    for (let row = 0; row < count; row++) {
      positions[2 * row] = lon.values[row];
      positions[2 * row + 1] = lat.values[row];
    }
  }
  const people = age60Plus ? Uint16Array.from(age60Plus) : new Uint16Array(count);
  return { count, positions, unitIndex: unitIndex.slice(), age60Plus: people };
}

function rowsByText(column: ColumnData | undefined, rowCount: number): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const text = textAt(column, row);
    if (text !== null) rows.set(text, row);
  }
  return rows;
}

function rowsOf<T>(table: TableData, make: (row: number) => T): T[] {
  return Array.from({ length: table.rowCount }, (_, row) => make(row));
}

function numberAt(column: ColumnData | undefined, row: number): number | null {
  const value = valueAt(column, row);
  return typeof value === 'number' ? value : null;
}

function booleanAt(column: ColumnData | undefined, row: number): boolean | null {
  const value = valueAt(column, row);
  return typeof value === 'boolean' ? value : null;
}
