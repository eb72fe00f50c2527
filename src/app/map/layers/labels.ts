/** Names of counties, towns and villages, drawn with the machine's own Chinese fonts. */
import type { ExpressionSpecification, LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { Unit, UnitLevel } from '../../state/types';
import type { LayerId } from '../z-order';
import { setFeatures } from '../features';

export const labelSource = 'labels';

function labels(
  id: LayerId,
  level: UnitLevel,
  minzoom: number,
  sizes: readonly [number, number],
  maxzoom: number,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: labelSource,
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'level'], level],
    layout: {
      'text-field': ['get', 'name'],
      'text-size': textSize(minzoom, sizes, 1),
      'text-padding': 4,
      'text-letter-spacing': level === 'county' ? 0.12 : 0.02,
      // A county's name gives way to another's, never is left out.
      'text-variable-anchor':
        level === 'county'
          ? ['center', 'top', 'bottom', 'left', 'right']
          : ['top', 'bottom', 'left', 'right'],
      'text-overlap': level === 'county' ? 'always' : 'never',
      'text-radial-offset': level === 'county' ? 0 : 0.5,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': level === 'village' ? mapGround.labelMinor : mapGround.label,
      'text-halo-color': mapGround.halo,
      'text-halo-width': 1.6,
    },
  };
}

const kinds = [
  { id: 'label-county', level: 'county', minzoom: 5, sizes: [14, 22], maxzoom: 12 },
  { id: 'label-town', level: 'town', minzoom: 9, sizes: [11.5, 17], maxzoom: 15 },
  { id: 'label-village', level: 'village', minzoom: 11.2, sizes: [11, 14], maxzoom: 24 },
] as const;

export const labelLayers: readonly LayerSpecification[] = kinds.map(
  ({ id, level, minzoom, sizes, maxzoom }) => labels(id, level, minzoom, sizes, maxzoom),
);

function textSize(
  minzoom: number,
  sizes: readonly [number, number],
  scale: number,
): ExpressionSpecification {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    minzoom,
    sizes[0] * scale,
    15,
    sizes[1] * scale,
  ] as ExpressionSpecification;
}

/** Names grow with the page's own text, for screens read from afar. */
export function scaleLabels(map: Map, scale: number): void {
  for (const { id, minzoom, sizes } of kinds)
    map.setLayoutProperty(id, 'text-size', textSize(minzoom, sizes, scale));
}

export function showLabels(map: Map, units: readonly Unit[]): void {
  const features = units
    .filter(({ lon, lat }) => lon !== null && lat !== null)
    .map((unit) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [unit.lon, unit.lat] },
      properties: { name: unit.name, level: unit.level, rank: unit.isCentralTown ? 0 : 1 },
    }));
  setFeatures(map, labelSource, features);
}
