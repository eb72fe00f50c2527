/** The ground: land of the counties and their borders. Only true borders are drawn as lines. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { AreaFeature } from '../../state/types';
import { setFeatures } from '../features';

export const borderSource = 'borders';

export const borderLayers: readonly LayerSpecification[] = [
  {
    id: 'land',
    type: 'fill',
    source: borderSource,
    paint: { 'fill-color': mapGround.land },
  },
  {
    id: 'county-border',
    type: 'line',
    source: borderSource,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': mapGround.countyBorder,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1, 12, 1.8],
    },
  },
];

export function showBorders(map: Map, areas: readonly AreaFeature[]): void {
  const features = areas.filter((area) => area.properties.real);
  setFeatures(map, borderSource, features);
}
