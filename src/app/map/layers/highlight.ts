/** The unit that is selected or pointed at: a wash of light; a line only where the border is true. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { mapGround } from '../../../core/palette';
import type { AreaFeature } from '../../state/types';
import { setFeatures } from '../features';

export const highlightSource = 'highlight';

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
];

export function showHighlight(
  map: Map,
  areas: readonly AreaFeature[],
  selectedUnit: number,
  hoveredUnit: number,
): void {
  const features = areas
    .filter(({ properties: { unitIndex } }) =>
      unitIndex >= 0 ? unitIndex === selectedUnit || unitIndex === hoveredUnit : false,
    )
    .map(({ type, geometry, properties }) => ({
      type,
      geometry,
      properties: { real: properties.real, selected: properties.unitIndex === selectedUnit },
    }));
  setFeatures(map, highlightSource, features);
}
