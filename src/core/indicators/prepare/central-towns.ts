/**
 * Central towns by a drawn polygon: the towns whose seat lies in it. Ticking is a list of codes; both
 * end as `central_towns` in the overrides, and the list is printed with every result.
 */
import { booleanPointInPolygon } from '@turf/turf';
import { ok, problem, type Result } from '../../result';
import type { Database } from '../../store/database';

export interface AreaPolygon {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: number[][][] | number[][][][];
}

/**
 * The polygons of a GeoJSON text (a geometry, a feature or a collection) as one area, WGS-84 degrees.
 * Refused with words: `area_not_geojson`, `area_without_polygon`, `area_not_degrees`.
 */
export function readArea(text: string, file: string): Result<AreaPolygon> {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return problem('area_not_geojson', { file });
  }
  const polygons = polygonsOf(read);
  if (polygons.length === 0) return problem('area_without_polygon', { file });
  const isDegrees = polygons
    .flat(2)
    .every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  if (!isDegrees) return problem('area_not_degrees', { file });
  return ok({ type: 'MultiPolygon', coordinates: polygons });
}

interface GeoJson {
  readonly type?: string;
  readonly features?: readonly unknown[];
  readonly geometries?: readonly unknown[];
  readonly geometry?: unknown;
  readonly coordinates?: unknown;
}

function polygonsOf(value: unknown): number[][][][] {
  const node = (value ?? {}) as GeoJson;
  switch (node.type) {
    case 'FeatureCollection':
      return (node.features ?? []).flatMap(polygonsOf);
    case 'GeometryCollection':
      return (node.geometries ?? []).flatMap(polygonsOf);
    case 'Feature':
      return polygonsOf(node.geometry);
    case 'Polygon':
      return isRings(node.coordinates) ? [node.coordinates] : [];
    case 'MultiPolygon':
      return Array.isArray(node.coordinates) ? node.coordinates.filter(isRings) : [];
    default:
      return [];
  }
}

/** Closed rings of at least four [lon, lat]. */
function isRings(value: unknown): value is number[][][] {
  const isPoint = (point: unknown) =>
    Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPoint))
  );
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
