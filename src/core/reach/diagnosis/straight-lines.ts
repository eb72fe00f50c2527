/**
 * The nearest of some places as the crow flies, exactly: places stand by latitude, and the look
 * from a point outwards ends where latitude alone is farther than the best so far; what lies too far
 * aside is passed over.
 */
import { geodesicMetres, metresPerDegreeLon } from '../../geo';
import type { TablePlaces } from '../coverage/table-places';

/** No degree of latitude is shorter, metres. */
const leastMetresPerDegree = 110_500;
/** Up to 60° apart a line is at least this share of the degrees between, along the parallel nearer the pole. */
const leastShareAside = 0.9;

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
    let asideM = leastMetresAside(lat, bestM);
    while (above < count || below >= 0) {
      const up = above < count ? this.#lat[above] - lat : Infinity;
      const down = below >= 0 ? lat - this.#lat[below] : Infinity;
      const goesUp = up <= down;
      if (Math.min(up, down) * leastMetresPerDegree > bestM) break;
      const at = goesUp ? above++ : below--;
      const aside = Math.abs(this.#lon[at] - lon);
      if (aside < 60 && aside * asideM > bestM) continue;
      const metres = geodesicMetres(lon, lat, this.#lon[at], this.#lat[at]);
      const isNearer = metres < bestM || (metres === bestM && (best < 0 || this.#index[at] < best));
      if (!isNearer) continue;
      best = this.#index[at];
      bestM = metres;
      asideM = leastMetresAside(lat, bestM);
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

/** Metres in a degree of longitude, at the least, to any place within so many metres. */
function leastMetresAside(lat: number, withinM: number): number {
  const farthest = Math.abs(lat) + withinM / leastMetresPerDegree;
  return farthest < 90 ? leastShareAside * metresPerDegreeLon(farthest) : 0;
}
