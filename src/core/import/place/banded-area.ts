/**
 * An area whose borders are laid out by bands of latitude, so that a question about a point looks at
 * the few edges of its band and not at the whole border: a million rows are asked one by one.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { RawArea } from '../raw/raw-table';

export type Polygons = RawArea['polygons'];

const EDGES_PER_BAND = 4;
const MOST_BANDS = 1024;
/** Numbers of an edge: polygon, first lon, lat, second lon, lat. */
const STRIDE = 5;

export class BandedArea {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly #bandHeight: number;
  /** By band the edges that touch it, polygon after polygon. */
  readonly #bands: readonly Float64Array[];

  constructor(polygons: Polygons) {
    const edges = edgesOf(polygons);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [, lonA, latA] of edges) {
      west = Math.min(west, lonA);
      east = Math.max(east, lonA);
      south = Math.min(south, latA);
      north = Math.max(north, latA);
    }
    [this.west, this.south, this.east, this.north] = [west, south, east, north];
    const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil(edges.length / EDGES_PER_BAND)));
    this.#bandHeight = (north - south) / count || 1;
    const bands = Array.from({ length: count }, (): number[] => []);
    for (const edge of edges) {
      const last = this.#band(Math.max(edge[2], edge[4]), count);
      for (let band = this.#band(Math.min(edge[2], edge[4]), count); band <= last; band++)
        bands[band].push(...edge);
    }
    this.#bands = bands.map((numbers) => Float64Array.from(numbers));
  }

  contains(lon: number, lat: number): boolean {
    if (!(lon >= this.west && lon <= this.east && lat >= this.south && lat <= this.north))
      return false;
    const edges = this.#bands[this.#band(lat, this.#bands.length)];
    let polygon = -1;
    let isInside = false;
    for (let at = 0; at < edges.length; at += STRIDE) {
      if (edges[at] !== polygon) {
        if (isInside) return true;
        polygon = edges[at];
      }
      const latA = edges[at + 2];
      const latB = edges[at + 4];
      if (latA > lat === latB > lat) continue;
      const lonA = edges[at + 1];
      if (lon < lonA + ((lat - latA) / (latB - latA)) * (edges[at + 3] - lonA))
        isInside = !isInside;
    }
    return isInside;
  }

  /** True where the border passes within so many metres. */
  isNear(lon: number, lat: number, metres: number): boolean {
    const perLon = metresPerDegreeLon(lat);
    const perLat = metresPerDegreeLat(lat);
    if (lat + metres / perLat < this.south || lat - metres / perLat > this.north) return false;
    if (lon + metres / perLon < this.west || lon - metres / perLon > this.east) return false;
    const count = this.#bands.length;
    const last = this.#band(lat + metres / perLat, count);
    for (let band = this.#band(lat - metres / perLat, count); band <= last; band++) {
      const edges = this.#bands[band];
      for (let at = 0; at < edges.length; at += STRIDE) {
        const ax = (edges[at + 1] - lon) * perLon;
        const ay = (edges[at + 2] - lat) * perLat;
        const dx = (edges[at + 3] - edges[at + 1]) * perLon;
        const dy = (edges[at + 4] - edges[at + 2]) * perLat;
        const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
        if (Math.hypot(ax + t * dx, ay + t * dy) <= metres) return true;
      }
    }
    return false;
  }

  #band(lat: number, count: number): number {
    return Math.max(0, Math.min(count - 1, Math.floor((lat - this.south) / this.#bandHeight)));
  }
}

function edgesOf(polygons: Polygons): (readonly number[])[] {
  const edges: (readonly number[])[] = [];
  for (const [number, polygon] of polygons.entries()) {
    for (const ring of polygon) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const edge = [number, ring[i][0], ring[i][1], ring[i + 1][0], ring[i + 1][1]];
        if (edge.every(Number.isFinite)) edges.push(edge);
      }
    }
  }
  return edges;
}
