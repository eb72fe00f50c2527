/** Villages by minutes by vehicle: a layer of its own in colours of its own, never the circle on foot. */
import type { LayerSpecification, Map } from 'maplibre-gl';
import { vehicleMarks } from '../../../core/palette';
import type { AreaFeature } from '../../state/types';
import { setFeatures } from '../features';

export const vehicleSource = 'vehicle';

export const vehicleLayers: readonly LayerSpecification[] = [
  {
    id: 'vehicle-fill',
    type: 'fill',
    source: vehicleSource,
    paint: {
      'fill-color': ['get', 'color'],
      // Near by, streets and doors show through.
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.88, 13, 0.45],
      'fill-antialias': false,
    },
  },
  {
    id: 'vehicle-pattern',
    type: 'fill',
    source: vehicleSource,
    paint: { 'fill-pattern': ['get', 'pattern'], 'fill-opacity': 0.3 },
  },
];

/** `classes` by unit index, as core makes them; null draws nothing. */
export function showVehicle(
  map: Map,
  areas: readonly AreaFeature[],
  classes: Uint8Array | null,
): void {
  const features = (classes ? areas : [])
    .filter((area) => area.properties.level === 'village')
    .map(({ geometry, properties: { unitIndex } }) => {
      const { color, pattern } = vehicleMarks[classes![unitIndex]] ?? vehicleMarks.none;
      const properties = { unitIndex, color, pattern: `pattern-${pattern}` };
      return { type: 'Feature' as const, id: unitIndex, geometry, properties };
    });
  setFeatures(map, vehicleSource, features);
}
