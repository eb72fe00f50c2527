/** The walk from a door to its nearest facility. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { HouseholdDetail } from '../../state/types';
import { setFeatures } from '../features';

export const pathSource = 'path';

export const pathLayers: readonly LayerSpecification[] = [
  {
    id: 'path-casing',
    type: 'line',
    source: pathSource,
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': mapGround.halo, 'line-width': 8 },
  },
  {
    id: 'path',
    type: 'line',
    source: pathSource,
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': mapGround.path, 'line-width': 4 },
  },
  {
    id: 'path-ends',
    type: 'circle',
    source: pathSource,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 6,
      'circle-color': mapGround.halo,
      'circle-stroke-color': mapGround.path,
      'circle-stroke-width': 3,
    },
  },
];

export function showPath(map: Map, household: HouseholdDetail | null): void {
  const features: object[] = [];
  const point = (coordinates: readonly number[]) =>
    features.push({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...coordinates] },
    });
  if (household?.path)
    features.push({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: household.path.coordinates.map((pair) => [...pair]),
      },
    });
  if (household && household.lon !== null && household.lat !== null)
    point([household.lon, household.lat]);
  setFeatures(map, pathSource, features);
}
