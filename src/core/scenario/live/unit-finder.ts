/** In which village or community a point lies: by its areas, else by the nearest seat. */
import { UnitAreas } from '../../import';
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { ImportedTable } from '../../import';
import type { Units } from '../../reach';

/** Further than this from every seat is outside: no village is that wide, and a wrong digit is. */
const FARTHEST_SEAT_M = 10_000;

export class UnitFinder {
  readonly #units: Units;
  readonly #areas: UnitAreas | null;
  readonly #villages: readonly number[];
  readonly #lon: ArrayLike<number>;
  readonly #lat: ArrayLike<number>;

  /** @param table the units' own table, for their seats */
  constructor(units: Units, table: ImportedTable | undefined, areas: UnitAreas | null) {
    this.#units = units;
    this.#areas = areas;
    this.#villages = units.levels.flatMap((level, unit) => (level === 'village' ? [unit] : []));
    const { lon, lat } = table?.columns ?? {};
    this.#lon = lon?.kind === 'number' ? lon.values : [];
    this.#lat = lat?.kind === 'number' ? lat.values : [];
  }

  /** Unit index, or -1 outside the city and where there are no villages with a place. */
  at(lon: number, lat: number): number {
    const { codes } = this.#units;
    const areas = this.#areas;
    if (areas) {
      const inside = this.#villages.find((unit) => areas.contains(codes[unit], lon, lat));
      if (inside !== undefined) return inside;
    }
    return this.#nearestSeat(lon, lat);
  }

  #nearestSeat(lon: number, lat: number): number {
    const perLon = metresPerDegreeLon(lat);
    const perLat = metresPerDegreeLat(lat);
    let nearest = -1;
    let nearestM = FARTHEST_SEAT_M;
    for (const unit of this.#villages) {
      const metres = Math.hypot((this.#lon[unit] - lon) * perLon, (this.#lat[unit] - lat) * perLat);
      if (metres < nearestM) [nearest, nearestM] = [unit, metres];
    }
    return nearest;
  }
}

/** The unit of a level at or above each unit, -1 where there is none. */
export function unitsAbove(units: Units, level: string): Int32Array {
  return Int32Array.from(units.levels, (_, unit) => {
    let at = unit;
    while (at >= 0 && units.levels[at] !== level) at = units.parent[at];
    return at;
  });
}
