/**
 * Points to the nearest edge, exactly: the nearest segment is searched cell by cell outward from the
 * point until no nearer one can exist. The snap point belongs to one edge only and never joins
 * streets; edges of every component count alike (islands are reported later, not skipped).
 *
 * Distances while searching are in a plane around the point whose scale follows the latitude, right
 * within 1e-6 for a few kilometres; the door leg handed out is the WGS-84 geodesic.
 */
import { geodesicMetres, metresPerDegreeLat, metresPerDegreeLon, sortedIndices } from '../geo';
import type { Progress } from '../result';
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

/** A degree of latitude is nowhere shorter, metres. */
const LEAST_PER_DEGREE_LAT = 110574;
/** Bounds are taken a little low, for what the plane does not see of the globe. */
const CAUTION = 0.999;
const PROGRESS_EVERY = 1 << 16;

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
  const edge = new Int32Array(count).fill(-1);
  const alongCm = new Int32Array(count);
  const doorCm = new Int32Array(count);
  const search = new NearestSegment(index);
  const { network, edgeOfShape } = index;
  const { shapeCm, shapeLon, shapeLat } = network;
  const order = orderByCell(index, lon, lat);

  for (let k = 0; k < count; k++) {
    if ((k & (PROGRESS_EVERY - 1)) === 0) progress('snap', k, count);
    const p = order[k];
    const cap = typeof capM === 'number' ? capM : capM[p];
    const segment = search.find(lon[p], lat[p], cap);
    if (segment < 0) continue;
    const t = search.fraction;
    const footLon = shapeLon[segment] + t * (shapeLon[segment + 1] - shapeLon[segment]);
    const footLat = shapeLat[segment] + t * (shapeLat[segment + 1] - shapeLat[segment]);
    const door = Math.round(geodesicMetres(lon[p], lat[p], footLon, footLat) * 100);
    if (door > cap * 100) continue;
    edge[p] = edgeOfShape[segment];
    alongCm[p] = Math.round(shapeCm[segment] + t * (shapeCm[segment + 1] - shapeCm[segment]));
    doorCm[p] = door;
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

/** One search at a time; `fraction` is the second half of its answer. */
class NearestSegment {
  readonly #index: SnapIndex;
  /** The least width of a column over each row of cells, metres. */
  readonly #leastWidth: Float64Array;
  /** Where on the segment found the foot is, 0 … 1. */
  fraction = 0;

  constructor(index: SnapIndex) {
    this.#index = index;
    const { south, rows, cellLon, cellLat } = index;
    this.#leastWidth = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const a = metresPerDegreeLon(Math.min(south + row * cellLat, 90));
      const b = metresPerDegreeLon(Math.min(south + (row + 1) * cellLat, 90));
      this.#leastWidth[row] = Math.min(a, b) * cellLon;
    }
  }

  /** The nearest segment if it may be within the cap, or −1. */
  find(lon: number, lat: number, capM: number): number {
    if (Number.isNaN(lon + lat + capM)) return -1;
    const { west, south, cellLon, cellLat, columns, rows } = this.#index;
    const { cellStart, cellSegments, network } = this.#index;
    const { shapeLon, shapeLat } = network;
    const leastWidth = this.#leastWidth;
    const leastHeight = cellLat * LEAST_PER_DEGREE_LAT * CAUTION;

    const perLat = metresPerDegreeLat(lat);
    const perLon = metresPerDegreeLon(lat);
    // Half the change of a degree of longitude with latitude: the scale at the middle of the way.
    const perLonChange = (metresPerDegreeLon(lat + 0.005) - perLon) * 100;

    const x = (lon - west) / cellLon;
    const y = (lat - south) / cellLat;
    const column = Math.floor(x);
    const row = Math.floor(y);
    let best = -1;
    let bestFraction = 0;
    // The plane may err against the geodesic that decides in the end.
    let bestSquared = (capM * 1.001 + 1) ** 2;

    // Rings of cells around the point's own; outside the grid, from the first that touches it.
    let ring = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
    for (; ; ring++) {
      const left = column - ring;
      const right = column + ring;
      const bottom = row - ring;
      const top = row + ring;
      const firstRow = bottom > 0 ? bottom : 0;
      const lastRow = top < rows - 1 ? top : rows - 1;
      const width = Math.min(leastWidth[firstRow], leastWidth[lastRow], perLon * cellLon) * CAUTION;
      for (let r = firstRow; r <= lastRow; r++) {
        const gapY = (r > y ? r - y : y > r + 1 ? y - r - 1 : 0) * leastHeight;
        const step = ring === 0 || r === bottom || r === top ? 1 : right - left;
        for (let c = left; c <= right; c += step) {
          if (c < 0 || c >= columns) continue;
          const gapX = (c > x ? c - x : x > c + 1 ? x - c - 1 : 0) * width;
          if (gapX * gapX + gapY * gapY > bestSquared) continue;

          const end = cellStart[r * columns + c + 1];
          for (let k = cellStart[r * columns + c]; k < end; k++) {
            const i = cellSegments[k];
            const lat1 = shapeLat[i] - lat;
            const lat2 = shapeLat[i + 1] - lat;
            const x1 = (shapeLon[i] - lon) * (perLon + perLonChange * lat1);
            const x2 = (shapeLon[i + 1] - lon) * (perLon + perLonChange * lat2);
            const y1 = lat1 * perLat;
            const y2 = lat2 * perLat;
            const dx = x2 - x1;
            const dy = y2 - y1;
            const along = -(x1 * dx + y1 * dy);
            const squared = dx * dx + dy * dy;
            let footX = x1;
            let footY = y1;
            let t = 0;
            if (along >= squared) {
              // The end's own numbers, so that edges meeting there are equally near to the bit.
              t = squared > 0 ? 1 : 0;
              footX = x2;
              footY = y2;
            } else if (along > 0) {
              t = along / squared;
              footX = x1 + t * dx;
              footY = y1 + t * dy;
            }
            const distance = footX * footX + footY * footY;
            if (distance < bestSquared || (distance === bestSquared && i < best)) {
              bestSquared = distance;
              best = i;
              bestFraction = t;
            }
          }
        }
      }
      if (left <= 0 && bottom <= 0 && right >= columns - 1 && top >= rows - 1) break;
      // Nothing outside the rings can be nearer than their border.
      const reachX = Math.min(x - left, right + 1 - x) * width;
      const reachY = Math.min(y - bottom, top + 1 - y) * leastHeight;
      const reach = Math.min(reachX, reachY);
      if (reach * reach > bestSquared) break;
    }
    this.fraction = bestFraction;
    return best;
  }
}
