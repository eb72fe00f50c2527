/** The circle of a facility: 5, 10 and 15 minutes on the streets. A picture; people are counted elsewhere. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround, reachBands } from '../../../core/palette';
import type { FacilityCircle } from '../../state/types';
import { setFeatures } from '../features';

export const ringSource = 'rings';

export const ringLayers: readonly LayerSpecification[] = [
  {
    id: 'rings-fill',
    type: 'fill',
    source: ringSource,
    paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.3, 'fill-antialias': false },
  },
  {
    id: 'rings-casing',
    type: 'line',
    source: ringSource,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': mapGround.halo, 'line-width': 5, 'line-opacity': 0.85 },
  },
  {
    id: 'rings-line',
    type: 'line',
    source: ringSource,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': ['get', 'color'], 'line-width': 2.5 },
  },
];

export function showRings(map: Map, circle: FacilityCircle | null): void {
  showReach(map, circle?.bands);
}

/** Areas within so many minutes, largest first. */
export function showReach(
  map: Map,
  bands: readonly Pick<FacilityCircle['bands'][number], 'minutes' | 'polygon'>[] = [],
): void {
  const features = bands.map((band, i) => ({
    type: 'Feature' as const,
    geometry: band.polygon,
    // Bands come largest first, colours nearest first.
    properties: { color: reachBands[bands.length - 1 - i] ?? reachBands[reachBands.length - 1] },
  }));
  setFeatures(map, ringSource, features);
}
