/** Households an option gains (filled) and loses (hollow) against the facilities as they are. */
import { ScatterplotLayer } from '@deck.gl/layers';
import { planMarks, rgb } from '../../../core/palette';
import { layerAbove } from '../z-order';

export interface Difference {
  readonly gained: Uint32Array;
  readonly lost: Uint32Array;
}

/** CSS pixels. */
export function differenceRadius(zoom: number): number {
  return Math.max(2, Math.min(6, (zoom - 7) * 0.8));
}

/** @param positions of all households, [lon, lat] */
export function differenceLayers(
  { gained, lost }: Difference,
  positions: Float32Array,
  zoom: number,
): ScatterplotLayer[] {
  const radius = differenceRadius(zoom);
  const dots = (id: 'gained' | 'lost', households: Uint32Array) =>
    new ScatterplotLayer({
      id: `difference-${id}`,
      data: dataOf(households, positions) as never,
      positionFormat: 'XY',
      radiusUnits: 'pixels',
      getRadius: radius,
      filled: id === 'gained',
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: id === 'gained' ? 1 : 2,
      getFillColor: rgb(planMarks.gained),
      getLineColor: id === 'gained' ? [255, 255, 255] : rgb(planMarks.lost),
      updateTriggers: { getRadius: radius },
      beforeId: layerAbove('difference'),
    });
  return [dots('gained', gained), dots('lost', lost)];
}

function dataOf(households: Uint32Array, positions: Float32Array): object {
  const value = new Float32Array(2 * households.length);
  households.forEach((household, i) => {
    value[2 * i] = positions[2 * household];
    value[2 * i + 1] = positions[2 * household + 1];
  });
  return { length: households.length, attributes: { getPosition: { value, size: 2 } } };
}
