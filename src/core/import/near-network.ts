/**
 * Places against the streets they should lie on: exchanged coordinates that each look possible
 * (−23.5, −46.6 is a place, too) show only here.
 */
import type { Network } from '../network/graph';
import { networkBox } from '../network/network-box';
import type { Problem } from '../result';
import type { ImportedTable } from './table/imported-table';

/** Degrees around the streets within which a place is simply a little outside. */
const marginDegrees = 1;

/** The first row that lies far from the streets but among them once lon and lat are exchanged. */
export function swappedRow(table: ImportedTable, network: Network): Problem | null {
  const { lon, lat } = table.columns;
  if (lon?.kind !== 'number' || lat?.kind !== 'number') return null;
  const [west, south, east, north] = networkBox(network);
  const [lons, lats] = [lon.values, lat.values];
  for (let row = 0; row < table.rowCount; row++) {
    const x = lons[row];
    const y = lats[row];
    const isNear =
      x > west - marginDegrees &&
      x < east + marginDegrees &&
      y > south - marginDegrees &&
      y < north + marginDegrees;
    if (isNear || !(y >= west && y <= east && x >= south && x <= north)) continue;
    return {
      code: 'coordinates_swapped',
      params: { file: table.fileName, row: table.rowNumbers[row], column: 'lon', value: x },
    };
  }
  return null;
}
