/** What a source of the map holds. Nothing in place of nothing is no change: most are empty at first. */
import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

const filled = new WeakSet<GeoJSONSource>();

export const noFeatures = { type: 'FeatureCollection' as const, features: [] };

/** Sources begin empty. */
export function setFeatures(map: MapLibreMap, id: string, features: readonly object[]): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (!source) return;
  const isEmpty = features.length === 0;
  if (isEmpty && !filled.has(source)) return;
  if (isEmpty) filled.delete(source);
  else filled.add(source);
  source.setData({ type: 'FeatureCollection', features: features as Feature[] });
}
