/** Facilities by type: shape and colour of the palette; those that do not count stand back. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { Facility } from '../../state/types';
import { facilityImage } from '../map-images';
import { setFeatures } from '../features';

export const facilitySource = 'facilities';

export const facilityLayers: readonly LayerSpecification[] = [
  {
    id: 'facilities',
    type: 'symbol',
    source: facilitySource,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        7,
        0.24,
        8.5,
        0.34,
        10,
        0.5,
        13,
        0.95,
        16,
        1.15,
      ],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['case', ['get', 'counted'], 1, 0],
    },
    paint: { 'icon-opacity': ['case', ['get', 'counted'], 1, 0.55] },
  },
  {
    id: 'facility-selected',
    type: 'circle',
    source: facilitySource,
    filter: ['==', ['id'], -1],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 9, 13, 15],
      'circle-opacity': 0,
      'circle-stroke-color': mapGround.path,
      'circle-stroke-width': 3,
    },
  },
];

export function showFacilities(
  map: Map,
  facilities: readonly Facility[],
  isCounted: (facilityIndex: number) => boolean,
): void {
  const features = facilities
    .filter(({ lon, lat }) => lon !== null && lat !== null)
    .map((facility) => ({
      type: 'Feature' as const,
      id: facility.index,
      geometry: { type: 'Point' as const, coordinates: [facility.lon, facility.lat] },
      properties: {
        facilityIndex: facility.index,
        image: facilityImage(facility.type),
        counted: isCounted(facility.index),
      },
    }));
  setFeatures(map, facilitySource, features);
}

export function filterFacilities(map: Map, showsCounted: boolean, showsOthers: boolean): void {
  const wanted = [...(showsCounted ? [true] : []), ...(showsOthers ? [false] : [])];
  map.setFilter('facilities', ['in', ['get', 'counted'], ['literal', wanted]]);
}

export function markFacilities(map: Map, selected: number, hovered: number): void {
  map.setFilter('facility-selected', ['in', ['id'], ['literal', [selected, hovered]]]);
}
