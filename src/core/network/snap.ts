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

class NearestSegment {
  readonly #index: SnapIndex;
  /** Where on the segment found the foot is, 0 … 1. */
  fraction = 0;
  #best = -1;
  #bestSquared = Infinity;
  #lon = 0;
  #lat = 0;
  #perLon = 0;
  #perLonChange = 0;
  #perLat = 0;

  constructor(index: SnapIndex) {
    this.#index = index;
  }

  /** The nearest segment within the cap, or −1. */
  find(lon: number, lat: number, capM: number): number {
    const { west, south, cellLon, cellLat, columns, rows } = this.#index;
    this.#best = -1;
    this.#bestSquared = Infinity;
    if (Number.isNaN(lon) || Number.isNaN(lat) || Number.isNaN(capM)) return -1;
    this.#lon = lon;
    this.#lat = lat;
    this.#perLon = metresPerDegreeLon(lat);
    this.#perLat = metresPerDegreeLat(lat);
    // Half the change of a degree of longitude with latitude: the scale at the middle of the way.
    this.#perLonChange = (metresPerDegreeLon(lat + 0.005) - metresPerDegreeLon(lat - 0.005)) * 50;

    const x = (lon - west) / cellLon;
    const y = (lat - south) / cellLat;
    const column = Math.floor(x);
    const row = Math.floor(y);
    // Outside the grid, the first ring that touches it.
    let ring = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
    // The cap may be exceeded by the plane's error and still hold for the geodesic.
    const limit = capM * 1.001 + 1;
    for (; ; ring++) {
      const left = column - ring;
      const right = column + ring;
      const bottom = row - ring;
      const top = row + ring;
      for (let r = Math.max(bottom, 0); r <= Math.min(top, rows - 1); r++) {
        const whole = r === bottom || r === top;
        const step = whole || ring === 0 ? 1 : right - left;
        for (let c = left; c <= right; c += step) {
          if (c >= 0 && c < columns) this.#scan(r * columns + c);
        }
      }
      if (left <= 0 && bottom <= 0 && right >= columns - 1 && top >= rows - 1) break;
      // Nothing outside the rings can be nearer than their border.
      const reachLat = Math.min(y - bottom, top + 1 - y) * cellLat * LEAST_PER_DEGREE_LAT;
      const farLat = Math.min(Math.abs(lat) + (ring + 1) * cellLat, 90);
      const reachLon = Math.min(x - left, right + 1 - x) * cellLon * metresPerDegreeLon(farLat);
      const reach = Math.min(reachLat, reachLon) * CAUTION;
      if (reach > limit || reach * reach > this.#bestSquared) break;
    }
    return this.#best;
  }

  #scan(cell: number): void {
    const { cellStart, cellSegments, network } = this.#index;
    const { shapeLon, shapeLat } = network;
    for (let k = cellStart[cell]; k < cellStart[cell + 1]; k++) {
      const i = cellSegments[k];
      const lat1 = shapeLat[i] - this.#lat;
      const lat2 = shapeLat[i + 1] - this.#lat;
      const x1 = (shapeLon[i] - this.#lon) * (this.#perLon + this.#perLonChange * lat1);
      const x2 = (shapeLon[i + 1] - this.#lon) * (this.#perLon + this.#perLonChange * lat2);
      const y1 = lat1 * this.#perLat;
      const y2 = lat2 * this.#perLat;
      const dx = x2 - x1;
      const dy = y2 - y1;
      const squared = dx * dx + dy * dy;
      let t = squared > 0 ? -(x1 * dx + y1 * dy) / squared : 0;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      // At the far end its own numbers, so that edges meeting there are equally near to the bit.
      const footX = t === 1 ? x2 : x1 + t * dx;
      const footY = t === 1 ? y2 : y1 + t * dy;
      const distance = footX * footX + footY * footY;
      if (distance < this.#bestSquared || (distance === this.#bestSquared && i < this.#best)) {
        this.#bestSquared = distance;
        this.#best = i;
        this.fraction = t;
      }
    }
  }
}
