/**
 * Central towns by a drawn polygon: the towns whose seat lies in it. Ticking is a list of codes; both
 * end as `central_towns` in the overrides, and the list is printed with every result.
 */
import { booleanPointInPolygon } from '@turf/turf';
import type { Database } from '../../store/database';

export interface AreaPolygon {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: number[][][] | number[][][][];
}

/** Codes of towns and townships (subdistricts are counted anyway) with their seat in the area, WGS-84. */
export async function centralTownsWithin(
  database: Database,
  area: AreaPolygon,
): Promise<readonly string[]> {
  const seats = await database.query(
    `SELECT unit_code, lon, lat FROM admin_units
     WHERE kind IN ('town', 'township') AND lon IS NOT NULL AND lat IS NOT NULL ORDER BY unit_code`,
  );
  return seats
    .filter(({ lon, lat }) =>
      booleanPointInPolygon(
        [Number(lon), Number(lat)],
        area as Parameters<typeof booleanPointInPolygon>[1],
      ),
    )
    .map(({ unit_code: code }) => String(code));
}
