/**
 * What a source of the map holds. Nothing in place of nothing is no change: most are empty at first.
 * Layers of an empty source are hidden, else MapLibre keeps its tiles and marks out each of them in
 * every frame.
 */
import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

const filled = new WeakSet<GeoJSONSource>();

export const noFeatures = { type: 'FeatureCollection' as const, features: [] };

/** Sources begin empty. */
export function setFeatures(map: MapLibreMap, id: string, features: readonly object[]): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (!source) return;
  const isEmpty = features.length === 0;
  const wasEmpty = !filled.has(source);
  if (isEmpty && wasEmpty) return;
  source.setData({ type: 'FeatureCollection', features: features as Feature[] });
  if (isEmpty === wasEmpty) return;
  if (isEmpty) filled.delete(source);
  else filled.add(source);
  showLayersOf(map, id, !isEmpty);
}

export function showLayersOf(map: MapLibreMap, sourceId: string, isShown: boolean): void {
  for (const id of map.getLayersOrder()) {
    if (map.getLayer(id)?.source !== sourceId) continue;
    map.setLayoutProperty(id, 'visibility', isShown ? 'visible' : 'none');
  }
}
