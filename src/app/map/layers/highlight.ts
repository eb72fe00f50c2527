/**
 * The unit that is selected or pointed at: a wash of light; a line only where the border is true. From afar
 * a village's area is a speck, and some units have none: a dot at the seat says where it is.
 */
import type { ExpressionSpecification, LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { AreaFeature, Unit } from '../../state/types';
import { setFeatures } from '../features';
import { householdsFromZoom } from '../zoom-levels';

export const highlightSource = 'highlight';

/** Close by an area is marked enough; a unit without one keeps its dot. */
const seatOpacity: ExpressionSpecification = [
  'step',
  ['zoom'],
  1,
  householdsFromZoom,
  ['case', ['get', 'hasArea'], 0, 1],
];

export const highlightLayers: readonly LayerSpecification[] = [
  {
    id: 'highlight-fill',
    type: 'fill',
    source: highlightSource,
    paint: {
      'fill-color': mapGround.highlight,
      // A true border is drawn as a line and keeps its colour; a schematic cell has only its wash.
      'fill-opacity': [
        'case',
        ['get', 'real'],
        ['case', ['get', 'selected'], 0, 0.14],
        ['get', 'selected'],
        0.28,
        0.18,
      ],
      'fill-antialias': false,
    },
  },
  {
    id: 'highlight-line',
    type: 'line',
    source: highlightSource,
    filter: ['==', ['get', 'real'], true],
    paint: { 'line-color': mapGround.ink, 'line-width': 2.5 },
  },
  {
    id: 'highlight-seat',
    type: 'circle',
    source: highlightSource,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 6,
      'circle-color': mapGround.highlight,
      'circle-opacity': seatOpacity,
      'circle-stroke-opacity': seatOpacity,
      'circle-stroke-color': mapGround.ink,
      'circle-stroke-width': 2,
    },
  },
];

export function showHighlight(
  map: Map,
  areas: readonly AreaFeature[],
  units: readonly Unit[],
  selectedUnit: number,
  hoveredUnit: number,
): void {
  const washes = areas
    .filter(({ properties: { unitIndex } }) =>
      unitIndex >= 0 ? unitIndex === selectedUnit || unitIndex === hoveredUnit : false,
    )
    .map(({ type, geometry, properties }) => ({
      type,
      geometry,
      properties: { real: properties.real, selected: properties.unitIndex === selectedUnit },
    }));
  const withArea = new Set(areas.map(({ properties }) => properties.unitIndex));
  const seats = [...new Set([selectedUnit, hoveredUnit])]
    .map((unitIndex) => units[unitIndex])
    .filter((unit) => unit && unit.lon !== null && unit.lat !== null)
    .filter(({ index, level }) => level === 'village' || (level !== 'city' && !withArea.has(index)))
    .map(({ index, lon, lat }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { real: false, hasArea: withArea.has(index) },
    }));
  setFeatures(map, highlightSource, [...washes, ...seats]);
}
