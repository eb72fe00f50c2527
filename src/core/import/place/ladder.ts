/**
 * Places of rows that have none: the same address as a row that has one, else the seat of the
 * village or town they name. How good a place is goes with it: village-level points stay out of
 * walking results unless asked for.
 */
import type { UnitIndex } from '../understand/unit-index';

/** More rows than this on one spot are somebody's placeholder, not doors. */
export const MOST_ON_ONE_SPOT = 20;

export type Precision = 'door' | 'hamlet' | 'village' | 'town' | 'none';

export interface Rung {
  readonly lon: number;
  readonly lat: number;
  readonly precision: Precision;
  /** Kept in coord_source. */
  readonly by: 'same_address' | 'unit_seat';
}

export function addressKey(code: string, address: string): string {
  return `${code}|${address.normalize('NFKC').replace(/\s+/g, '')}`;
}

/** @param addresses places by addressKey, of rows that have coordinates */
export function climb(
  code: string,
  address: string,
  addresses: ReadonlyMap<string, readonly [number, number]>,
  units: UnitIndex,
): Rung | null {
  const same = address === '' ? undefined : addresses.get(addressKey(code, address));
  if (same) return { lon: same[0], lat: same[1], precision: 'door', by: 'same_address' };
  for (const host of [code, `${code.slice(0, 9)}000`]) {
    const unit = units.unit(host);
    if (!unit || (unit.level !== 'village' && unit.level !== 'town')) continue;
    if (Number.isNaN(unit.lon + unit.lat)) continue;
    return { lon: unit.lon, lat: unit.lat, precision: unit.level, by: 'unit_seat' };
  }
  return null;
}

/** For each row how many share its coordinates to the last digit. */
export function crowding(x: Float64Array, y: Float64Array): (row: number) => number {
  const counts = new Map<string, number>();
  const key = (row: number) => `${x[row]},${y[row]}`;
  for (let row = 0; row < x.length; row++) {
    if (!Number.isNaN(x[row])) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  }
  return (row) => counts.get(key(row)) ?? 0;
}
