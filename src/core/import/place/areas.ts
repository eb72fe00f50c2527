/** Areas of units: which point lies in the one it names, and how far outside. */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import { pointWithin } from '../read/point-within';
import type { RawArea } from '../raw/raw-table';

type Polygons = RawArea['polygons'];

interface Area {
  readonly polygons: Polygons;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export class UnitAreas {
  readonly #areas = new Map<string, Area>();

  get size(): number {
    return this.#areas.size;
  }

  add(code: string, polygons: Polygons): void {
    const own = this.#areas.get(code);
    const all = own ? [...own.polygons, ...polygons] : polygons;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [outer] of all) {
      for (const [lon, lat] of outer ?? []) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
    }
    this.#areas.set(code, { polygons: all, west, south, east, north });
  }

  has(code: string): boolean {
    return this.#areas.has(code);
  }

  /** The smallest area there is for a unit: its own, its town's or its county's. */
  finest(code: string): string | null {
    return (
      [code, `${code.slice(0, 9)}000`, `${code.slice(0, 6)}000000`].find((one) =>
        this.#areas.has(one),
      ) ?? null
    );
  }

  contains(code: string, lon: number, lat: number): boolean {
    const area = this.#areas.get(code);
    return area !== undefined && isInside(area, lon, lat);
  }

  anyContains(lon: number, lat: number): boolean {
    for (const area of this.#areas.values()) if (isInside(area, lon, lat)) return true;
    return false;
  }

  /** Metres to the nearest border of an area; Infinity of one that is not there. */
  borderMetres(code: string, lon: number, lat: number): number {
    const area = this.#areas.get(code);
    if (!area) return Infinity;
    const perLon = metresPerDegreeLon(lat);
    const perLat = metresPerDegreeLat(lat);
    let best = Infinity;
    for (const polygon of area.polygons) {
      for (const ring of polygon) {
        for (let i = 0; i + 1 < ring.length; i++) {
          const ax = (ring[i][0] - lon) * perLon;
          const ay = (ring[i][1] - lat) * perLat;
          const dx = (ring[i + 1][0] - ring[i][0]) * perLon;
          const dy = (ring[i + 1][1] - ring[i][1]) * perLat;
          const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
          best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
        }
      }
    }
    return best;
  }

  /** A point within a unit's area, or null. */
  pointOf(code: string): readonly number[] | null {
    const area = this.#areas.get(code);
    return area ? pointWithin('MultiPolygon', area.polygons) : null;
  }

  /** West, south, east, north of all, or null where there are none. */
  bounds(): readonly [number, number, number, number] | null {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const area of this.#areas.values()) {
      west = Math.min(west, area.west);
      south = Math.min(south, area.south);
      east = Math.max(east, area.east);
      north = Math.max(north, area.north);
    }
    return west <= east ? [west, south, east, north] : null;
  }
}

function isInside({ polygons, west, south, east, north }: Area, lon: number, lat: number): boolean {
  if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
  for (const polygon of polygons) {
    let crossings = 0;
    for (const ring of polygon) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [lonA, latA] = ring[i];
        const [lonB, latB] = ring[i + 1];
        if (latA > lat === latB > lat) continue;
        if (lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) crossings++;
      }
    }
    if (crossings % 2 === 1) return true;
  }
  return false;
}
