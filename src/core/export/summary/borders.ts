/** Counties' true borders from areas.geojson; sketches of towns and villages never leave as borders. */
import type { BorderSummary } from './result-summary';

interface AreaFeature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type: string; readonly coordinates: unknown } | null;
}

type Polygon = BorderSummary['polygons'][number];

/** @param bytes a GeoJSON FeatureCollection; anything else gives no borders */
export function countyBorders(bytes: Uint8Array): BorderSummary[] {
  let features: readonly AreaFeature[];
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as { features?: unknown };
    features = Array.isArray(read.features) ? (read.features as AreaFeature[]) : [];
  } catch {
    return [];
  }
  return features.flatMap(({ properties, geometry }) => {
    const { real, level, unit_code: unitCode } = properties ?? {};
    if (real !== true || level !== 'county' || typeof unitCode !== 'string' || !geometry) return [];
    if (geometry.type === 'Polygon')
      return [{ unitCode, polygons: [geometry.coordinates as Polygon] }];
    if (geometry.type === 'MultiPolygon')
      return [{ unitCode, polygons: geometry.coordinates as Polygon[] }];
    return [];
  });
}
