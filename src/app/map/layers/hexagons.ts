/** Households from afar: hexagons by share covered, fuller where more people live. */
import { ColumnLayer } from '@deck.gl/layers';
import { mapGround, rateClasses, rateClassOf, rgb } from '../../../core/palette';
import { layerAbove } from '../z-order';
import { hexagonsFromZoom } from '../zoom-levels';
import type { HexagonGrid } from './hexagon-grid';

/** Whole steps, so that panning and small zooms change nothing: about 10 pixels each. */
export function hexagonRadiusM(zoom: number): number {
  const steps = [500, 300, 200];
  return steps[Math.min(steps.length - 1, Math.max(0, Math.floor(zoom - hexagonsFromZoom)))];
}

/** RGBA of each hexagon; opacity grows with the logarithm of its people. */
export function hexagonColors(grid: HexagonGrid, hasStates: boolean): Uint8ClampedArray {
  const colors = new Uint8ClampedArray(4 * grid.count);
  let most = 1;
  for (let h = 0; h < grid.count; h++) most = Math.max(most, grid.total[h]);
  for (let h = 0; h < grid.count; h++) {
    const at = rateClassOf((grid.covered[h] * 100) / grid.total[h]);
    const color = hasStates && at >= 0 ? rateClasses[at].color : mapGround.street;
    colors.set(rgb(color), 4 * h);
    colors[4 * h + 3] = 165 + 90 * (Math.log1p(grid.total[h]) / Math.log1p(most));
  }
  return colors;
}

/** What deck.gl reads: the same object for the same grid, so that nothing is uploaded twice. */
export function hexagonData(grid: HexagonGrid, colors: Uint8ClampedArray): object {
  return {
    length: grid.count,
    attributes: {
      getPosition: { value: grid.positions, size: 2 },
      getFillColor: { value: colors, size: 4 },
    },
  };
}

/** A new layer each time: deck.gl takes back none that it has once let go. */
export function hexagonLayer(grid: HexagonGrid, data: object): ColumnLayer {
  return new ColumnLayer({
    id: `hexagons-${grid.radiusM}`,
    data: data as never,
    positionFormat: 'XY',
    diskResolution: 6,
    angle: 30,
    radius: grid.radiusM,
    coverage: 0.94,
    extruded: false,
    stroked: false,
    beforeId: layerAbove('hexagons'),
  });
}
