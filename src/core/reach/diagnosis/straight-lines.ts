/**
 * The nearest of some places as the crow flies, exactly: places stand by latitude, and the look
 * from a point outwards ends where latitude alone is farther than the best so far.
 */
import { geodesicMetres } from '../../geo';
import type { TablePlaces } from '../coverage/table-places';

/** No degree of latitude is shorter, metres. */
const leastMetresPerDegree = 110_500;

export class StraightLines {
  /** Length of the last line found, metres. */
  metres = NaN;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #index: Uint32Array;

  /** @param takesPart which places count; those without coordinates never do */
  constructor(places: TablePlaces, takesPart: (index: number) => boolean) {
    const { lon, lat } = places;
    const index = Array.from({ length: lat.length }, (_, i) => i)
      .filter((i) => takesPart(i) && !Number.isNaN(lon[i]) && !Number.isNaN(lat[i]))
      .sort((a, b) => lat[a] - lat[b] || a - b);
    this.#index = Uint32Array.from(index);
    this.#lon = Float64Array.from(index, (i) => lon[i]);
    this.#lat = Float64Array.from(index, (i) => lat[i]);
  }

  /** Index of the nearest place within so many metres, its distance in `metres`; -1 if there is none, or no point. */
  nearest(lon: number, lat: number, withinM = Infinity): number {
    this.metres = NaN;
    if (Number.isNaN(lon) || Number.isNaN(lat)) return -1;
    const count = this.#lat.length;
    let above = this.#firstFrom(lat);
    let below = above - 1;
    let best = -1;
    let bestM = withinM;
    while (above < count || below >= 0) {
      const up = above < count ? this.#lat[above] - lat : Infinity;
      const down = below >= 0 ? lat - this.#lat[below] : Infinity;
      const goesUp = up <= down;
      if (Math.min(up, down) * leastMetresPerDegree > bestM) break;
      const at = goesUp ? above++ : below--;
      const metres = geodesicMetres(lon, lat, this.#lon[at], this.#lat[at]);
      const isNearer = metres < bestM || (metres === bestM && (best < 0 || this.#index[at] < best));
      if (!isNearer) continue;
      best = this.#index[at];
      bestM = metres;
    }
    if (best >= 0) this.metres = bestM;
    return best;
  }

  /** Place of the first latitude not below. */
  #firstFrom(lat: number): number {
    let first = 0;
    let end = this.#lat.length;
    while (first < end) {
      const middle = (first + end) >> 1;
      if (this.#lat[middle] < lat) first = middle + 1;
      else end = middle;
    }
    return first;
  }
}
