/**
 * Marching squares over the distance raster: rings around all samples within a distance. Inside is
 * on the left, so outer rings run counter-clockwise and holes clockwise (RFC 7946). A ring's points
 * lie on the grid's lines, never at a sample, so no two rings and no two parts of one ever touch.
 */
import { tileSide, type DistanceRaster } from './distance-raster';

/** Closed rings in cells: x, y, x, y …, the first point not repeated. */
export type Ring = Float64Array;

/** Points keep this share of a cell away from the samples: more than rounding to 1e-6° moves them. */
const clearance = 0.03;

/**
 * Segments of a cell by its inside corners (1: left bottom, 2: right bottom, 4: right top, 8: left
 * top), as pairs of sides from → to (0 bottom, 1 right, 2 top, 3 left). Opposite corners stay apart.
 */
const segmentsOfCell: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];

export function contourRings(raster: DistanceRaster, distance: number): Ring[] {
  const level = distance * distance;
  const side = tileSide + 1;
  const window = new Float32Array(side * side);
  const starts = new Map<number, number>();
  const ends: number[] = [];
  const points: number[] = [];

  for (let tile = 0; tile < raster.tileSlot.length; tile++) {
    if (raster.tileSlot[tile] < 0) continue;
    const tileColumn = tile % raster.tileColumns;
    const tileRow = (tile - tileColumn) / raster.tileColumns;
    raster.readWindow(tileColumn, tileRow, window);
    for (let row = 0; row < tileSide; row++) {
      for (let column = 0; column < tileSide; column++) {
        const at = row * side + column;
        const corners =
          (window[at] <= level ? 1 : 0) |
          (window[at + 1] <= level ? 2 : 0) |
          (window[at + side + 1] <= level ? 4 : 0) |
          (window[at + side] <= level ? 8 : 0);
        if (corners === 0 || corners === 15) continue;
        const x = tileColumn * tileSide + column;
        const y = tileRow * tileSide + row;
        const segments = segmentsOfCell[corners];
        for (let s = 0; s < segments.length; s += 2) {
          starts.set(crossing(raster, x, y, segments[s]), ends.length);
          ends.push(crossing(raster, x, y, segments[s + 1]));
          pushPoint(points, window, at, segments[s], x, y, distance);
        }
      }
    }
  }
  return joinRings(starts, ends, points);
}

/** One number for the piece of grid line a side of a cell is. */
function crossing(raster: DistanceRaster, x: number, y: number, cellSide: number): number {
  const column = cellSide === 1 ? x + 1 : x;
  const row = cellSide === 2 ? y + 1 : y;
  return 2 * (row * (raster.columns + tileSide) + column) + (cellSide & 1);
}

function pushPoint(
  points: number[],
  window: Float32Array,
  at: number,
  cellSide: number,
  x: number,
  y: number,
  distance: number,
): void {
  const line = tileSide + 1;
  const first = cellSide === 1 ? at + 1 : cellSide === 2 ? at + line : at;
  const second = cellSide & 1 ? first + line : first + 1;
  const a = Math.sqrt(window[first]);
  const b = Math.sqrt(window[second]);
  const share = Math.min(1 - clearance, Math.max(clearance, (distance - a) / (b - a)));
  if (cellSide & 1) points.push(cellSide === 1 ? x + 1 : x, y + share);
  else points.push(x + share, cellSide === 2 ? y + 1 : y);
}

function joinRings(starts: Map<number, number>, ends: number[], points: number[]): Ring[] {
  const used = new Uint8Array(ends.length);
  const rings: Ring[] = [];
  for (let first = 0; first < ends.length; first++) {
    if (used[first]) continue;
    const ring: number[] = [];
    for (let s = first; !used[s]; s = starts.get(ends[s])!) {
      used[s] = 1;
      ring.push(points[2 * s], points[2 * s + 1]);
    }
    rings.push(Float64Array.from(ring));
  }
  return rings;
}

/** Twice the signed area: above 0 where the ring runs counter-clockwise. */
export function signedArea2(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  }
  return sum;
}

/** Whether a point lies inside a ring (points on it are either). */
export function ringHolds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const above = ring[i + 1] > y;
    if (above === ring[j + 1] > y) continue;
    const crossX =
      ring[j] + ((y - ring[j + 1]) / (ring[i + 1] - ring[j + 1])) * (ring[i] - ring[j]);
    if (x < crossX) inside = !inside;
  }
  return inside;
}
