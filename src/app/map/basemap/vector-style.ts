/**
 * How the layers of a vector file are drawn: calm and neutral, whatever its schema. No glyphs are
 * named, so names come from the machine's own fonts.
 */
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LayerMeaning, VectorLayer } from '../../../core/basemap';
import { basemapMarks, mapGround } from '../../../core/palette';

const order: readonly LayerMeaning[] = [
  'built',
  'green',
  'water',
  'other',
  'building',
  'road',
  'place',
];
const ofType = (type: string): FilterSpecification => ['==', ['geometry-type'], type];

/** From the ground up; ids begin with `basemap-`. */
export function vectorStyle(
  source: string,
  layers: readonly VectorLayer[],
): readonly LayerSpecification[] {
  const sorted = [...layers].sort((a, b) => order.indexOf(a.meaning) - order.indexOf(b.meaning));
  const ground = sorted.filter(({ meaning }) => meaning !== 'place');
  return [
    ...ground.map((layer) => fill(source, layer)),
    ...ground.map((layer) => line(source, layer)),
    ...sorted.filter(({ nameField }) => nameField !== null).map((layer) => names(source, layer)),
  ];
}

function colorOf(meaning: LayerMeaning): string {
  return meaning === 'place' ? basemapMarks.other : basemapMarks[meaning];
}

function fill(source: string, { id, meaning }: VectorLayer): LayerSpecification {
  return {
    id: `basemap-fill-${id}`,
    type: 'fill',
    source,
    'source-layer': id,
    filter: ofType('Polygon'),
    paint: { 'fill-color': colorOf(meaning), 'fill-antialias': meaning === 'building' },
  };
}

function line(source: string, { id, meaning }: VectorLayer): LayerSpecification {
  const widest = meaning === 'road' ? 6 : 3;
  return {
    id: `basemap-line-${id}`,
    type: 'line',
    source,
    'source-layer': id,
    filter: ofType('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colorOf(meaning),
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 7, 0.5, 18, widest],
    },
  };
}

/** Places by their point; roads and rivers along their line. */
function names(source: string, { id, meaning, nameField }: VectorLayer): LayerSpecification {
  const isLine = meaning === 'road' || meaning === 'water';
  return {
    id: `basemap-names-${id}`,
    type: 'symbol',
    source,
    'source-layer': id,
    minzoom: isLine ? 13 : 0,
    filter: ofType(isLine ? 'LineString' : 'Point'),
    layout: {
      'text-field': ['coalesce', ['get', nameField ?? 'name'], ['get', 'name'], ''],
      'text-size': isLine ? 11 : 12,
      'symbol-placement': isLine ? 'line' : 'point',
    },
    paint: {
      'text-color': basemapMarks.name,
      'text-halo-color': mapGround.halo,
      'text-halo-width': 1.2,
    },
  };
}
