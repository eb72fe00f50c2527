/**
 * The choropleth: units by share covered, colour and pattern. Town and village cells are schematic,
 * so they have a fill and never a line.
 */
import type { ExpressionSpecification, LayerSpecification, Map } from 'maplibre-gl';
import { insufficient, rateClassOf, rateClasses, type Mark } from '../../../core/palette';
import type { AreaFeature, UnitLevel } from '../../state/types';
import { setFeatures } from '../features';

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

/** Hexagons and households take over when one comes near; areas asked for by name only step back. */
function fadingTo(near: number, far = 0.88): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 10.2, far, 10.6, near, 12.2, near, 12.6, 0];
}

/** Quiet on the screen, where colour speaks; plain on paper, which may be grey. */
export const patternOpacity = { screen: 0.24, print: 1 } as const;

export const areaLayers: readonly LayerSpecification[] = [
  {
    id: 'areas-fill',
    type: 'fill',
    source: areaSource,
    paint: {
      'fill-color': byClass((mark) => mark.color),
      'fill-opacity': fadingTo(0),
      'fill-antialias': false,
    },
  },
  {
    id: 'areas-pattern',
    type: 'fill',
    source: areaSource,
    maxzoom: 10.3,
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

/**
 * `level` null shows none; `rateOf` gives percent or null; `isAskedFor` keeps areas under hexagons,
 * `hasBasemap` lets the ground through.
 */
export function showAreas(
  map: Map,
  areas: readonly AreaFeature[],
  level: UnitLevel | null,
  rateOf: (unitIndex: number) => number | null,
  isAskedFor: boolean,
  hasBasemap = false,
): void {
  const far = hasBasemap ? 0.6 : undefined;
  map.setPaintProperty('areas-fill', 'fill-opacity', fadingTo(isAskedFor ? 0.35 : 0, far));
  const features = areas
    .filter((area) => area.properties.level === level)
    .map(({ geometry, properties: { unitIndex } }) => ({
      type: 'Feature' as const,
      id: unitIndex,
      geometry,
      properties: { unitIndex, rateClass: rateClassOf(rateOf(unitIndex)) },
    }));
  setFeatures(map, areaSource, features);
}
