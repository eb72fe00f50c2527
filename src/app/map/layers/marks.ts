/** Rows of a table on the map: hollow rings, so that what lies below stays in sight. */
import { ScatterplotLayer } from '@deck.gl/layers';
import { mapGround, rgb } from '../../../core/palette';
import { layerAbove } from '../z-order';

/** @param positions [lon, lat] of each */
export function markLayer(positions: Float32Array, zoom: number): ScatterplotLayer {
  const length = positions.length / 2;
  // Many are small, so that they do not run into one.
  const radius = length > 5000 ? Math.max(1.5, Math.min(5, zoom - 8)) : Math.max(4, zoom - 5);
  return new ScatterplotLayer({
    id: 'marks',
    data: { length, attributes: { getPosition: { value: positions, size: 2 } } } as never,
    positionFormat: 'XY',
    radiusUnits: 'pixels',
    getRadius: radius,
    filled: length > 5000,
    stroked: length <= 5000,
    lineWidthUnits: 'pixels',
    getLineWidth: 2,
    getFillColor: [...rgb(mapGround.path), 190],
    getLineColor: rgb(mapGround.path),
    updateTriggers: { getRadius: radius },
    beforeId: layerAbove('marks'),
  });
}
