/** A place given by hand to a row that had none. */
import type { ColumnData } from '../../store/columns';
import type { ImportedTable } from '../table/imported-table';

/** Changes the row in place; `lon` and `lat` in WGS-84 degrees, NaN takes the pin away. */
export function pinRow({ columns }: ImportedTable, row: number, lon: number, lat: number): void {
  const isPlaced = !Number.isNaN(lon + lat);
  for (const [name, value] of [
    ['lon', lon],
    ['lat', lat],
  ] as const) {
    const column = columns[name];
    if (column?.kind === 'number') column.values[row] = value;
  }
  setWord(columns.location_precision, row, isPlaced ? 'door' : 'none');
  setWord(columns.coord_source, row, isPlaced ? 'manual_pin' : null);
}

function setWord(column: ColumnData | undefined, row: number, word: string | null): void {
  if (column?.kind !== 'dictionary') return;
  const words = column.words as (string | null)[];
  const known = words.indexOf(word);
  column.codes[row] = known >= 0 ? known : words.push(word) - 1;
}
