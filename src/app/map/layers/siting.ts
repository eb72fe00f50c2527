/** Recommended sites as numbered stars, candidates as small ones, and where the site looked at reaches. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround, sitingMarks } from '../../../core/palette';
import type { Catchment } from '../../state/siting-types';
import type { DrawnPolygon } from '../../state/types';
import { setFeatures } from '../features';

export const candidateSource = 'candidates';
export const sitingSource = 'recommended';
export const catchmentSource = 'catchment';
export const sitingAreaSource = 'siting-area';

export const sitingLayers: readonly LayerSpecification[] = [
  {
    id: 'siting-area',
    type: 'line',
    source: sitingAreaSource,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': sitingMarks.site, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  {
    id: 'catchment-fill',
    type: 'fill',
    source: catchmentSource,
    paint: { 'fill-color': sitingMarks.catchment, 'fill-opacity': 0.28, 'fill-antialias': false },
  },
  {
    id: 'catchment-line',
    type: 'line',
    source: catchmentSource,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': sitingMarks.catchment, 'line-width': 2.5 },
  },
  {
    id: 'candidates',
    type: 'circle',
    source: candidateSource,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 1.2, 10, 2.5, 14, 5],
      'circle-color': mapGround.halo,
      'circle-stroke-color': sitingMarks.site,
      'circle-stroke-width': 1.2,
      'circle-opacity': 0.9,
    },
  },
  {
    id: 'recommended',
    type: 'circle',
    source: sitingSource,
    paint: {
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['zoom'],
        7,
        ['case', ['get', 'looked'], 11, 8],
        12,
        ['case', ['get', 'looked'], 15, 12],
      ],
      'circle-color': sitingMarks.site,
      'circle-stroke-color': mapGround.halo,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'recommended-number',
    type: 'symbol',
    source: sitingSource,
    layout: {
      'text-field': ['get', 'number'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, 9, 10, 11],
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': mapGround.halo },
  },
];

interface Placed {
  readonly lon: number;
  readonly lat: number;
}

export interface ShownSite extends Placed {
  readonly number: number;
  readonly isLookedAt: boolean;
}

export function showCandidates(map: Map, places: readonly Placed[]): void {
  setPoints(map, candidateSource, places, () => ({}));
}

export function showRecommended(map: Map, sites: readonly ShownSite[]): void {
  setPoints(map, sitingSource, sites, ({ number, isLookedAt }) => ({
    number: String(number),
    looked: isLookedAt,
  }));
}

export function showCatchment(map: Map, catchment: Catchment | null): void {
  const features =
    catchment === null
      ? []
      : [{ type: 'Feature' as const, geometry: catchment.polygon, properties: {} }];
  setFeatures(map, catchmentSource, features);
}

/** The area that junctions are looked for in; null for none. */
export function showSitingArea(map: Map, ring: DrawnPolygon | null): void {
  const geometry = ring && { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  setFeatures(
    map,
    sitingAreaSource,
    geometry ? [{ type: 'Feature', geometry, properties: {} }] : [],
  );
}

function setPoints<T extends Placed>(
  map: Map,
  source: string,
  places: readonly T[],
  properties: (place: T) => Record<string, string | boolean>,
): void {
  const features = places.map((place) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [place.lon, place.lat] },
    properties: properties(place),
  }));
  setFeatures(map, source, features);
}
