/**
 * The choropleth: units by share covered, colour and pattern. Town and village cells are schematic,
 * so they have a fill and never a line.
 */
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { insufficient, rateClassOf, rateClasses, type Mark } from '../../../core/palette';
import type { AreaFeature, UnitLevel } from '../../state/types';

export const areaSource = 'areas';

function byClass(read: (mark: Pick<Mark, 'color' | 'pattern'>) => string): ExpressionSpecification {
  const cases = rateClasses.flatMap((rateClass, i) => [i, read(rateClass)]);
  return [
    'match',
    ['get', 'rateClass'],
    ...cases,
    read(insufficient),
  ] as unknown as ExpressionSpecification;
}

/** Hexagons and households take over when one comes near; the areas then step back. */
const fadesWhenNear: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  9.6,
  0.88,
  10.4,
  0.3,
  12.2,
  0.3,
  12.6,
  0,
];

/** Quiet on the screen, where colour speaks; plain on paper, which may be grey. */
export const patternOpacity = { screen: 0.35, print: 1 } as const;

export const areaLayers: readonly LayerSpecification[] = [
  {
    id: 'areas-fill',
    type: 'fill',
    source: areaSource,
    paint: {
      'fill-color': byClass((mark) => mark.color),
      'fill-opacity': fadesWhenNear,
      'fill-antialias': false,
    },
  },
  {
    id: 'areas-pattern',
    type: 'fill',
    source: areaSource,
    maxzoom: 10.4,
    paint: {
      'fill-pattern': byClass((mark) => `pattern-${mark.pattern}`),
      'fill-opacity': patternOpacity.screen,
    },
  },
];

/** The level that "auto" colours at a zoom. */
export function autoLevel(zoom: number): UnitLevel {
  if (zoom < 7) return 'county';
  return zoom < 9.4 ? 'town' : 'village';
}

/** `level` null shows none; `rateOf` gives percent or null by unit index. */
export function showAreas(
  map: Map,
  areas: readonly AreaFeature[],
  level: UnitLevel | null,
  rateOf: (unitIndex: number) => number | null,
): void {
  const features = areas
    .filter((area) => area.properties.level === level)
    .map(({ geometry, properties: { unitIndex } }) => ({
      type: 'Feature' as const,
      id: unitIndex,
      geometry,
      properties: { unitIndex, rateClass: rateClassOf(rateOf(unitIndex)) },
    }));
  map
    .getSource<GeoJSONSource>(areaSource)
    ?.setData({ type: 'FeatureCollection', features } as unknown as FeatureCollection);
}
