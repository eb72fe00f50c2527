/** Coordinates of a table's rows; a table without them has none. */
import type { ImportedTable } from '../../import';

export interface TablePlaces {
  /** Degrees, WGS-84; NaN where unknown. Empty where the table has no such columns. */
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

export function tablePlaces({ columns: { lon, lat } }: ImportedTable): TablePlaces {
  if (lon?.kind !== 'number' || lat?.kind !== 'number') return { lon: [], lat: [] };
  return { lon: lon.values, lat: lat.values };
}
