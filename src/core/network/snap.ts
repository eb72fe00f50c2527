/**
 * Points to the nearest edge, exactly: the nearest segment is searched cell by cell outward from the
 * point until no nearer one can exist. The snap point belongs to one edge only and never joins
 * streets; edges of every component count alike (islands are reported later, not skipped).
 *
 * Distances while searching are in a plane around the point whose scale follows the latitude, right
 * within 1e-6 for a few kilometres; the door leg handed out is the WGS-84 geodesic.
 */
import { geodesicMetres, sortedIndices } from '../geo';
import type { Progress } from '../result';
import { nearestSegments, pointsPerCall } from './nearest-segments';
import type { SnapIndex } from './snap-index';

/** A row for each point; arrays of equal length. */
export interface SnappedPoints {
  /** −1 where there is no street within the cap, or no place. */
  readonly edge: Int32Array;
  /** From the edge's start to the foot of the point, centimetres. */
  readonly alongCm: Int32Array;
  /** From the point to its foot on the edge, centimetres. */
  readonly doorCm: Int32Array;
}

/**
 * @param lon, lat degrees; NaN where a point has no place
 * @param capM the longest door leg in metres, for all or for each; Infinity for none
 *
 * Of edges equally near the lowest wins.
 */
export function snapPoints(
  index: SnapIndex,
  lon: Float64Array,
  lat: Float64Array,
  capM: Float64Array | number,
  progress: Progress = () => {},
): SnappedPoints {
  const count = lon.length;
  const edge = new Int32Array(count);
  const alongCm = new Int32Array(count);
  const doorCm = new Int32Array(count);
  const search = nearestSegments(index);
  const { points, answers, feet } = search;
  const order = orderByCell(index, lon, lat);
  for (let first = 0; first < count; first += pointsPerCall) {
    progress('snap', first, count);
    const end = Math.min(first + pointsPerCall, count);
    for (let k = first, at = 0; k < end; k++, at += 3) {
      const p = order[k];
      // What is no place on the globe has no street near it.
      points[at] = lon[p] >= -360 && lon[p] <= 360 ? lon[p] : NaN;
      points[at + 1] = lat[p] >= -90 && lat[p] <= 90 ? lat[p] : NaN;
      points[at + 2] = typeof capM === 'number' ? capM : capM[p];
    }
    search.find(end - first);
    for (let k = first, at = 0; k < end; k++, at += 3) {
      const p = order[k];
      edge[p] = answers[at];
      if (answers[at] < 0) continue;
      alongCm[p] = answers[at + 1];
      doorCm[p] = answers[at + 2];
      if (answers[at + 2] >= 0) continue;
      const foot = 2 * (k - first);
      const door = Math.round(geodesicMetres(lon[p], lat[p], feet[foot], feet[foot + 1]) * 100);
      const isNear = door <= points[at + 2] * 100;
      edge[p] = isNear ? edge[p] : -1;
      alongCm[p] = isNear ? alongCm[p] : 0;
      doorCm[p] = isNear ? door : 0;
    }
  }
  progress('snap', count, count);
  return { edge, alongCm, doorCm };
}

/** Points in the order of their cells, so that the same streets are read one after another. */
function orderByCell(index: SnapIndex, lon: Float64Array, lat: Float64Array): Uint32Array {
  const { west, south, cellLon, cellLat, columns, rows } = index;
  const cells = new Uint32Array(lon.length);
  for (let p = 0; p < cells.length; p++) {
    const column = Math.floor((lon[p] - west) / cellLon);
    const row = Math.floor((lat[p] - south) / cellLat);
    cells[p] =
      Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1);
  }
  return sortedIndices(cells);
}
