/** What lies above what on the map, from the ground up: the one place that decides it. */
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

export const zOrder = [
  'background',
  'land',
  'basemap', // whatever layers a basemap has
  'areas-fill',
  'areas-pattern',
  'hexagons', // deck.gl
  'vehicle-fill',
  'vehicle-pattern',
  'rings-fill',
  'catchment-fill',
  'highlight-fill',
  'streets', // deck.gl
  'county-border',
  'highlight-line',
  'households', // deck.gl
  'difference', // deck.gl
  'marks', // deck.gl
  'rings-casing',
  'rings-line',
  'catchment-line',
  'siting-area',
  'candidates',
  'path-casing',
  'path',
  'path-ends',
  'facilities',
  'facility-selected',
  'pin-picked',
  'pins',
  'pin-names',
  'label-village',
  'label-town',
  'label-county',
  'highlight-seat',
  'recommended',
  'recommended-number',
] as const;

export type LayerId = (typeof zOrder)[number];

/** Not layers of the style: deck.gl's, and the height where a basemap goes. */
const notInStyle: readonly LayerId[] = [
  'basemap',
  'hexagons',
  'streets',
  'households',
  'difference',
  'marks',
];

/** The layer of MapLibre's own that lies next above: what deck.gl and addLayer call beforeId. */
export function layerAbove(id: LayerId): LayerId | undefined {
  return zOrder.slice(zOrder.indexOf(id) + 1).find((above) => !notInStyle.includes(above));
}

/** Adds layers whatever their order in the list: each goes to its own height. */
export function addInOrder(map: MapLibreMap, layers: readonly LayerSpecification[]): void {
  const height = (layer: LayerSpecification) => zOrder.indexOf(layer.id as LayerId);
  for (const layer of [...layers].sort((a, b) => height(a) - height(b))) map.addLayer(layer);
}
