/** Streets as deck.gl paths, cut into squares so that only those in sight reach the graphics card. */
import { PathLayer } from '@deck.gl/layers';
import { mapGround, rgb } from '../../../core/palette';
import type { StreetPaths } from '../../state/types';
import { cellsWithin, gridIndex, type Bounds, type GridIndex } from '../grid-index';
import { layerAbove } from '../z-order';

export const streetsFromZoom = 10.6;
const cellDegrees = 0.1;
/** Paths and steps (StreetClass 1 and 2) are finer than streets. */
const widthPixels = (streetClass: number, zoom: number) =>
  (streetClass === 0 ? 1 : 0.6) * Math.min(4, Math.max(0.7, 0.7 + (zoom - 11) * 0.55));

interface StreetSquares {
  readonly streetClass: number;
  readonly index: GridIndex;
  /** Of the paths in the index's order. */
  readonly startIndices: Uint32Array;
  readonly positions: Float32Array;
}

/** Sorts each class's paths into squares by their first point; made once when streets arrive. */
export function streetSquares(streets: readonly StreetPaths[]): StreetSquares[] {
  return streets.map(({ streetClass, pathCount, startIndices, positions }) => {
    const index = gridIndex(positions, pathCount, cellDegrees, startIndices);
    const starts = new Uint32Array(index.order.length + 1);
    const sorted = new Float32Array(positions.length);
    let at = 0;
    for (let i = 0; i < index.order.length; i++) {
      const path = index.order[i];
      starts[i] = at;
      sorted.set(positions.subarray(2 * startIndices[path], 2 * startIndices[path + 1]), 2 * at);
      at += startIndices[path + 1] - startIndices[path];
    }
    starts[index.order.length] = at;
    return { streetClass, index, startIndices: starts, positions: sorted };
  });
}

const cached = new WeakMap<StreetSquares, Map<number, object>>();

/** The same object for the same square, so that deck.gl sees nothing new and uploads nothing. */
function squareData(squares: StreetSquares, cell: number): object {
  const known = cached.get(squares) ?? new Map<number, object>();
  cached.set(squares, known);
  const found = known.get(cell);
  if (found) return found;
  const from = squares.index.cellStart[cell];
  const to = squares.index.cellStart[cell + 1];
  const first = squares.startIndices[from];
  const made = {
    length: to - from,
    startIndices: squares.startIndices.slice(from, to + 1).map((start) => start - first),
    attributes: {
      getPath: {
        value: squares.positions.subarray(2 * first, 2 * squares.startIndices[to]),
        size: 2,
      },
    },
  };
  known.set(cell, made);
  return made;
}

export function streetLayers(
  all: readonly StreetSquares[],
  bounds: Bounds,
  zoom: number,
): PathLayer[] {
  return all.flatMap((squares) =>
    cellsWithin(squares.index, bounds, 0).map(
      (cell) =>
        new PathLayer({
          id: `streets-${squares.streetClass}-${cell}`,
          data: squareData(squares, cell) as never,
          _pathType: 'open',
          positionFormat: 'XY',
          getColor: [...rgb(mapGround.street), Math.min(255, 90 + (zoom - streetsFromZoom) * 70)],
          getWidth: widthPixels(squares.streetClass, zoom),
          widthUnits: 'pixels',
          updateTriggers: { getWidth: zoom, getColor: zoom },
          beforeId: layerAbove('streets'),
        }),
    ),
  );
}
