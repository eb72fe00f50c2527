/**
 * Places of rows that have none: the same address as a row that has one, else the seat of the
 * village or town they name. How good a place is goes with it: village-level points stay out of
 * walking results unless asked for.
 */
import type { UnitIndex } from '../understand/unit-index';

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
