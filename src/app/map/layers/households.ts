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
}

/** Made when households first come near enough to be drawn one by one. */
export function householdSquares(points: HouseholdPoints): HouseholdSquares {
  return { points, index: gridIndex(points.positions, points.count, cellDegrees) };
}

const stateColors = householdStates.map((state) => rgb(coverageStates[state].color));
const unknownColor = rgb(mapGround.street);

/** Squares drawn so far, for one run's states: deck.gl sees the same object and uploads nothing. */
export type SquareCache = Map<number, object>;

/** Positions and colours of one square; households with nobody of the group are faint. */
function squareData(
  { points, index }: HouseholdSquares,
  states: Uint8Array | null,
  weights: ArrayLike<number>,
  cell: number,
  cache: SquareCache,
): object {
  const known = cache.get(cell);
  if (known) return known;
  const from = index.cellStart[cell];
  const length = index.cellStart[cell + 1] - from;
  const positions = new Float32Array(2 * length);
  const colors = new Uint8ClampedArray(4 * length);
  for (let i = 0; i < length; i++) {
    const household = index.order[from + i];
    const color = states === null ? unknownColor : stateColors[states[household]];
    positions[2 * i] = points.positions[2 * household];
    positions[2 * i + 1] = points.positions[2 * household + 1];
    colors[4 * i] = color[0];
    colors[4 * i + 1] = color[1];
    colors[4 * i + 2] = color[2];
    colors[4 * i + 3] = weights[household] === 0 ? 110 : 255;
  }
  const made = {
    length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getFillColor: { value: colors, size: 4 },
    },
  };
  cache.set(cell, made);
  return made;
}

export function householdLayers(
  squares: HouseholdSquares,
  states: Uint8Array | null,
  weights: ArrayLike<number>,
  cache: SquareCache,
  bounds: Bounds,
  zoom: number,
): ScatterplotLayer[] {
  return cellsWithin(squares.index, bounds).map(
    (cell) =>
      new ScatterplotLayer({
        id: `households-${cell}`,
        data: squareData(squares, states, weights, cell, cache) as never,
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
