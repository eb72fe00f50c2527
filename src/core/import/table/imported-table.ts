/** A table as it came out of a file, and the way each message points back into that file. */
import type { TableData } from '../../store/columns';
import type { ColumnDescription, TableName } from '../../store/tables';
import { tableDescription } from '../../store/tables';
import type { Note } from '../../result';

export interface ImportedTable extends TableData {
  readonly name: TableName | 'points';
  readonly fileName: string;
  /** Each row's number as the user sees it: the line in a CSV, the count of features or rows else. */
  readonly rowNumbers: Uint32Array;
  readonly notes: readonly Note[];
}

/** What to look for in a file, and which columns it cannot do without. */
export interface TableRequest {
  readonly name: TableName | 'points';
  readonly columns: readonly ColumnDescription[];
  /** Columns the file itself must have, whatever its rows hold. */
  readonly needed: readonly string[];
  /** Columns that together name a row. */
  readonly key: readonly string[];
}

/** Columns a table makes no sense without; the rest may be missing and is then unknown. */
const needed: Partial<Record<TableName, readonly string[]>> = {
  admin_units: ['unit_code', 'name', 'level'],
  households: ['household_id', 'lon', 'lat'],
  facilities: ['facility_id', 'lon', 'lat'],
};

/** A table of the schema, with further numeric columns of the user's own such as a weight. */
export function tableRequest(name: TableName, counts: readonly string[] = []): TableRequest {
  const { columns, key } = tableDescription(name);
  const own = counts
    .filter((count) => !columns.some((column) => column.name === count))
    .map((count): ColumnDescription => ({ name: count, type: 'integer', required: false }));
  return {
    name,
    columns: [...columns, ...own],
    needed: [...(needed[name] ?? key), ...counts],
    key,
  };
}

/** Plain places for `times` and `isochrone`: id, lon, lat. */
export const pointsRequest: TableRequest = {
  name: 'points',
  columns: [
    { name: 'id', type: 'text', required: true },
    { name: 'lon', type: 'number', required: true },
    { name: 'lat', type: 'number', required: true },
  ],
  needed: ['id', 'lon', 'lat'],
  key: ['id'],
};
