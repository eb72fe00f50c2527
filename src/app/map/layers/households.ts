/** Households one by one when near: a point each, coloured by state, by binary attributes alone. */
import { ScatterplotLayer } from '@deck.gl/layers';
import { coverageStates, mapGround, rgb } from '../../../core/palette';
import { householdStates, type HouseholdPoints } from '../../state/types';
import { cellsWithin, gridIndex, type Bounds, type GridIndex } from '../grid-index';
import { layerAbove } from '../z-order';
import { householdsFromZoom } from '../zoom-levels';

const cellDegrees = 0.05;

export interface HouseholdSquares {
  readonly points: HouseholdPoints;
  readonly index: GridIndex;
  /** [lon, lat] in the index's order. */
  readonly positions: Float32Array;
}

/** Made once when households arrive. */
export function householdSquares(points: HouseholdPoints): HouseholdSquares {
  const index = gridIndex(points.positions, points.count, cellDegrees);
  const positions = new Float32Array(2 * index.order.length);
  for (let i = 0; i < index.order.length; i++) {
    positions[2 * i] = points.positions[2 * index.order[i]];
    positions[2 * i + 1] = points.positions[2 * index.order[i] + 1];
  }
  return { points, index, positions };
}

/** RGBA in the index's order; made once for each run. Households without older people are faint. */
export function householdColors(
  { index, points }: HouseholdSquares,
  householdState: Uint8Array | null,
): Uint8ClampedArray {
  const colors = new Uint8ClampedArray(4 * index.order.length);
  const table = householdStates.map((state) => rgb(coverageStates[state].color));
  const unknown = rgb(mapGround.street);
  for (let i = 0; i < index.order.length; i++) {
    const household = index.order[i];
    const [red, green, blue] = householdState ? table[householdState[household]] : unknown;
    colors[4 * i] = red;
    colors[4 * i + 1] = green;
    colors[4 * i + 2] = blue;
    colors[4 * i + 3] = points.age60Plus[household] > 0 ? 255 : 110;
  }
  return colors;
}

const cached = new WeakMap<Uint8ClampedArray, Map<number, object>>();

function squareData(squares: HouseholdSquares, colors: Uint8ClampedArray, cell: number): object {
  const known = cached.get(colors) ?? new Map<number, object>();
  cached.set(colors, known);
  const found = known.get(cell);
  if (found) return found;
  const from = squares.index.cellStart[cell];
  const to = squares.index.cellStart[cell + 1];
  const made = {
    length: to - from,
    attributes: {
      getPosition: { value: squares.positions.subarray(2 * from, 2 * to), size: 2 },
      getFillColor: { value: colors.subarray(4 * from, 4 * to), size: 4 },
    },
  };
  known.set(cell, made);
  return made;
}

export function householdLayers(
  squares: HouseholdSquares,
  colors: Uint8ClampedArray,
  bounds: Bounds,
  zoom: number,
): ScatterplotLayer[] {
  if (zoom < householdsFromZoom) return [];
  return cellsWithin(squares.index, bounds).map(
    (cell) =>
      new ScatterplotLayer({
        id: `households-${cell}`,
        data: squareData(squares, colors, cell) as never,
        positionFormat: 'XY',
        radiusUnits: 'pixels',
        getRadius: Math.min(5, 1.3 + (zoom - householdsFromZoom) * 0.62),
        stroked: zoom > 15.5,
        getLineColor: [255, 255, 255, 220],
        lineWidthUnits: 'pixels',
        getLineWidth: 1,
        updateTriggers: { getRadius: zoom },
        beforeId: layerAbove('households'),
      }),
  );
}
