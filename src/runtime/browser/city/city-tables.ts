/** From tables of the data folder to what the page shows: units, facilities, household points. */
import type { ImportedTable } from '../../../core/import';
import {
  olderPeopleOf,
  unitIndices,
  unitsOf,
  type Population,
  type Units,
} from '../../../core/reach';
import { plainValues, textAt, valueAt, type ColumnData } from '../../../core/store/columns';
import type { SqlValue } from '../../../core/store/database';
import { tableDescription } from '../../../core/store/tables';
import type { FacilityColumns, HouseholdPoints, Unit, UnitLevel } from '../data/page-data';

/** Units by index, in the order of the table; without a table one city of the given title. */
export function pageUnits(table: ImportedTable | undefined, title: string): Unit[] {
  const { codes, names, levels, kinds, parent, isGiven } = unitsOf(table);
  const columns = table?.columns ?? {};
  return codes.map((code, row) => ({
    index: row,
    code,
    name: isGiven ? (names[row] ?? code) : title,
    level: isGiven ? (levels[row] as UnitLevel) : 'city',
    kind: kinds[row],
    parentIndex: parent[row],
    lon: numberAt(columns['lon'], row),
    lat: numberAt(columns['lat'], row),
    isCentralTown: booleanAt(columns['is_central_town'], row),
    asOf: textAt(columns['as_of'], row),
    source: textAt(columns['source'], row),
  }));
}

export function facilityColumns(table: ImportedTable, units: Units): FacilityColumns {
  const columns: Record<string, SqlValue[]> = {};
  for (const { name } of tableDescription('facilities').columns) {
    const column = table.columns[name];
    columns[name] = column
      ? plainValues(column, 0, table.rowCount)
      : new Array<SqlValue>(table.rowCount).fill(null);
  }
  return { unitIndex: unitIndices(units, table), columns };
}

/** One row as plain values under the names of SCHEMA, unknown ones too. */
export function rowFields(
  name: 'facilities' | 'households',
  table: ImportedTable,
  row: number,
): Record<string, SqlValue> {
  const fields: Record<string, SqlValue> = {};
  for (const column of tableDescription(name).columns)
    fields[column.name] = valueAt(table.columns[column.name], row);
  return fields;
}

/** Points, units and people of the households, for the map. */
export function householdPoints(
  table: ImportedTable,
  units: Units,
  population?: Population,
): HouseholdPoints {
  const { rowCount: count, columns } = table;
  const positions = new Float32Array(2 * count).fill(NaN);
  const { lon, lat } = columns;
  if (lon?.kind === 'number' && lat?.kind === 'number') {
    const [lons, lats] = [lon.values, lat.values];
    for (let row = 0; row < count; row++) {
      positions[2 * row] = lons[row];
      positions[2 * row + 1] = lats[row];
    }
  }
  const people = (population?.age_60_plus ?? olderPeopleOf(table))?.values;
  return {
    count,
    positions,
    unitIndex: unitIndices(units, table),
    age60Plus: people ? new Uint16Array(people) : new Uint16Array(count),
  };
}

function numberAt(column: ColumnData | undefined, row: number): number | null {
  const value = valueAt(column, row);
  return typeof value === 'number' ? value : null;
}

function booleanAt(column: ColumnData | undefined, row: number): boolean | null {
  const value = valueAt(column, row);
  return typeof value === 'boolean' ? value : null;
}
