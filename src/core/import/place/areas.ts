/** Areas of units: which point lies in the one it names, and which in none. */
import { pointWithin } from '../read/point-within';
import { BandedArea, type Polygons } from './banded-area';

interface Area {
  readonly polygons: Polygons;
  /** Made when first asked. */
  banded: BandedArea | null;
}

export class UnitAreas {
  readonly #areas = new Map<string, Area>();

  get size(): number {
    return this.#areas.size;
  }

  add(code: string, polygons: Polygons): void {
    const own = this.#areas.get(code);
    this.#areas.set(code, {
      polygons: own ? [...own.polygons, ...polygons] : polygons,
      banded: null,
    });
  }

  /** These, and those of `coarser` for units that have none here. */
  over(coarser: UnitAreas): UnitAreas {
    const both = new UnitAreas();
    for (const [areas, wanted] of [
      [this, () => true],
      [coarser, (code: string) => !this.has(code)],
    ] as const)
      for (const code of areas.codes()) if (wanted(code)) both.add(code, areas.polygonsOf(code));
    return both;
  }

  polygonsOf(code: string): Polygons {
    return this.#areas.get(code)?.polygons ?? [];
  }

  codes(): Iterable<string> {
    return this.#areas.keys();
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
    return this.#banded(code)?.contains(lon, lat) ?? false;
  }

  anyContains(lon: number, lat: number): boolean {
    for (const code of this.#areas.keys()) if (this.contains(code, lon, lat)) return true;
    return false;
  }

  /** True where the border of a unit's area passes within so many metres. */
  isNearBorder(code: string, lon: number, lat: number, metres: number): boolean {
    return this.#banded(code)?.isNear(lon, lat, metres) ?? false;
  }

  /** A point within a unit's area, or null. */
  pointOf(code: string): readonly number[] | null {
    const area = this.#areas.get(code);
    return area ? pointWithin('MultiPolygon', area.polygons) : null;
  }

  /** West, south, east, north of one, or null where it is not there. */
  boundsOf(code: string): readonly [number, number, number, number] | null {
    const area = this.#banded(code);
    return area && [area.west, area.south, area.east, area.north];
  }

  /** West, south, east, north of all, or null where there are none. */
  bounds(): readonly [number, number, number, number] | null {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const code of this.#areas.keys()) {
      const area = this.#banded(code)!;
      west = Math.min(west, area.west);
      south = Math.min(south, area.south);
      east = Math.max(east, area.east);
      north = Math.max(north, area.north);
    }
    return west <= east ? [west, south, east, north] : null;
  }

  #banded(code: string): BandedArea | null {
    const area = this.#areas.get(code);
    return area ? (area.banded ??= new BandedArea(area.polygons)) : null;
  }
}
