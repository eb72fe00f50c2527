/** Where the fields of a table stand in its rows, looked up once for all of them. */
import type { ColumnDescription } from '../../store/tables';

/** Columns by number, −1 for a field the table does not have. */
export interface RowFields {
  /** For each column of the schema. */
  readonly columns: Int32Array;
  readonly unitCode: number;
  readonly county: number;
  readonly town: number;
  readonly village: number;
  readonly hamlet: number;
  readonly address: number;
  readonly x: number;
  readonly y: number;
  readonly coordinates: number;
  readonly coordSource: number;
  readonly plus60: number;
  readonly plus65: number;
  /** Any other, by its name. */
  of(field: string): number;
}

/** Filled behind the reader's back, once the places are known. */
export const PLACED: ReadonlySet<string> = new Set([
  'lon',
  'lat',
  'source_x',
  'source_y',
  'coord_source',
]);

export function rowFields(
  fields: ReadonlyMap<string, number>,
  columns: readonly ColumnDescription[],
): RowFields {
  const of = (field: string) => fields.get(field) ?? -1;
  return {
    columns: Int32Array.from(columns, ({ name }) => (PLACED.has(name) ? -1 : of(name))),
    unitCode: of('unit_code'),
    county: of('county_name'),
    town: of('town_name'),
    village: of('village_name'),
    hamlet: of('hamlet_name'),
    address: of('address'),
    x: of('source_x'),
    y: of('source_y'),
    coordinates: of('coordinates'),
    coordSource: of('coord_source'),
    plus60: of('age_60_plus'),
    plus65: of('age_65_plus'),
    of,
  };
}

/** The trimmed text of a cell; blank where the row ends before it or there is no such column. */
export function cellAt(cells: readonly string[], column: number): string {
  const cell = column < 0 ? undefined : cells[column];
  return cell === undefined || cell === '' ? '' : cell.trim();
}
