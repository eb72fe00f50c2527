/** Pins of the option in view: stars for new sites, hollow while only considered; a ring where one is picked. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround, planMarks } from '../../../core/palette';
import { setFeatures } from '../features';
import { pinImages } from '../map-images';

export const pinSource = 'pins';

export interface ShownPin {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isFacility: boolean;
}

export const pinLayers: readonly LayerSpecification[] = [
  {
    id: 'pin-picked',
    type: 'circle',
    source: pinSource,
    filter: ['get', 'picked'],
    paint: {
      'circle-radius': 16,
      'circle-color': planMarks.site,
      'circle-opacity': 0.16,
      'circle-stroke-color': planMarks.site,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'pins',
    type: 'symbol',
    source: pinSource,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 12, 1.1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['case', ['get', 'picked'], 2, ['get', 'chosen'], 1, 0],
    },
  },
  {
    id: 'pin-names',
    type: 'symbol',
    source: pinSource,
    minzoom: 12,
    layout: {
      'text-field': ['get', 'name'],
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 1.1],
      'text-optional': true,
    },
    paint: {
      'text-color': planMarks.site,
      'text-halo-color': mapGround.halo,
      'text-halo-width': 1.6,
    },
  },
];

export function showPins(map: Map, pins: readonly ShownPin[], pickedId: string | null): void {
  const features = pins.map(({ id, lon, lat, name, isChosen, isFacility }) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    properties: {
      name,
      image: isFacility ? pinImages.facility : isChosen ? pinImages.chosen : pinImages.considered,
      chosen: isChosen,
      picked: id === pickedId,
    },
  }));
  setFeatures(map, pinSource, features);
}
