/**
 * A grid over the segments of all edges, so that the nearest edge of a point is found by looking
 * into a few cells. Cells are about 60 m, larger where that would make more cells than the segments
 * are worth. Each segment stands in every cell it passes.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../geo';
import type { Network } from './graph';

const CELL_M = 60;
const CELLS_PER_SEGMENT = 16;
/** Cells are counted a little wider than they are, so that rounding never loses a segment. */
const MARGIN = 1e-6;

export interface SnapIndex {
  readonly network: Network;
  readonly west: number;
  readonly south: number;
  /** Degrees. */
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  /** Segments of cell c: cellSegments[cellStart[c] … cellStart[c + 1] - 1], c = row · columns + column. */
  readonly cellStart: Uint32Array;
  /** A segment is named by its first shape point. */
  readonly cellSegments: Uint32Array;
  /** The edge of each shape point. */
  readonly edgeOfShape: Uint32Array;
}

export function buildSnapIndex(network: Network): SnapIndex {
  const { shapeStart, shapeLon, shapeLat, edgeCount } = network;
  let west = Infinity;
  let east = -Infinity;
  let south = Infinity;
  let north = -Infinity;
  for (let i = 0; i < shapeLon.length; i++) {
    if (shapeLon[i] < west) west = shapeLon[i];
    if (shapeLon[i] > east) east = shapeLon[i];
    if (shapeLat[i] < south) south = shapeLat[i];
    if (shapeLat[i] > north) north = shapeLat[i];
  }
  if (edgeCount === 0) west = east = south = north = 0;

  const middle = (south + north) / 2;
  const width = Math.max((east - west) * metresPerDegreeLon(middle), 1);
  const height = Math.max((north - south) * metresPerDegreeLat(middle), 1);
  const most = CELLS_PER_SEGMENT * (shapeLon.length - edgeCount) + 64;
  const cellM = Math.max(CELL_M, Math.sqrt((width * height) / most), width / most, height / most);
  const cellLon = cellM / metresPerDegreeLon(middle);
  const cellLat = cellM / metresPerDegreeLat(middle);
  const columns = Math.floor((east - west) / cellLon) + 1;
  const rows = Math.floor((north - south) / cellLat) + 1;

  const edgeOfShape = new Uint32Array(shapeLon.length);
  for (let e = 0; e < edgeCount; e++) edgeOfShape.fill(e, shapeStart[e], shapeStart[e + 1]);

  // Twice the same walk over all segments: count, then fill.
  const grid = { west, south, cellLon, cellLat, columns, rows };
  const cellStart = new Uint32Array(columns * rows + 2);
  fillCells(network, grid, cellStart, undefined);
  for (let c = 2; c < cellStart.length; c++) cellStart[c] += cellStart[c - 1];
  const cellSegments = new Uint32Array(cellStart[cellStart.length - 1]);
  fillCells(network, grid, cellStart, cellSegments);
  return { network, ...grid, cellStart: cellStart.slice(0, -1), cellSegments, edgeOfShape };
}

type Grid = Pick<SnapIndex, 'west' | 'south' | 'cellLon' | 'cellLat' | 'columns' | 'rows'>;

/**
 * Without `cellSegments`, counts into cellStart[c + 2]. With it, fills: cellStart[c + 1] is then
 * where cell c goes on, and ends as the start of cell c + 1.
 */
function fillCells(
  { edgeCount, shapeStart, shapeLon, shapeLat }: Network,
  { west, south, cellLon, cellLat, columns, rows }: Grid,
  cellStart: Uint32Array,
  cellSegments: Uint32Array | undefined,
): void {
  for (let e = 0; e < edgeCount; e++) {
    for (let i = shapeStart[e]; i < shapeStart[e + 1] - 1; i++) {
      const x1 = (shapeLon[i] - west) / cellLon;
      const y1 = (shapeLat[i] - south) / cellLat;
      const x2 = (shapeLon[i + 1] - west) / cellLon;
      const y2 = (shapeLat[i + 1] - south) / cellLat;
      const low = Math.min(y1, y2);
      const high = Math.max(y1, y2);
      const firstRow = Math.max(Math.floor(low - MARGIN), 0);
      const lastRow = Math.min(Math.floor(high + MARGIN), rows - 1);
      // In each row of cells, the columns between where the segment enters and leaves it.
      const slope = high - low > MARGIN ? (x2 - x1) / (y2 - y1) : 0;
      for (let row = firstRow; row <= lastRow; row++) {
        let a = x1;
        let b = x2;
        if (firstRow !== lastRow && slope !== 0) {
          a = x1 + (Math.max(low, row - MARGIN) - y1) * slope;
          b = x1 + (Math.min(high, row + 1 + MARGIN) - y1) * slope;
        }
        const firstColumn = Math.max(Math.floor(Math.min(a, b) - MARGIN), 0);
        const lastColumn = Math.min(Math.floor(Math.max(a, b) + MARGIN), columns - 1);
        for (let c = row * columns + firstColumn; c <= row * columns + lastColumn; c++) {
          if (cellSegments === undefined) cellStart[c + 2]++;
          else cellSegments[cellStart[c + 1]++] = i;
        }
      }
    }
  }
}
