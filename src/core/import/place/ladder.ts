/**
 * Places of rows that have none: the same address as a facility that has one, the hamlet they name,
 * else the seat of their village or town. How good a place is goes with it: village-level points stay out of
 * walking results unless asked for.
 */
import type { UnitIndex } from '../understand/unit-index';
import type { HamletIndex } from './hamlets';

export type Precision = 'door' | 'hamlet' | 'village' | 'town' | 'none';

export interface Rung {
  readonly lon: number;
  readonly lat: number;
  readonly precision: Precision;
  /** Kept in coord_source. */
  readonly by: 'same_address' | 'hamlet' | 'unit_seat';
}

/** Places by addressKey. */
export type KnownAddresses = ReadonlyMap<string, readonly [lon: number, lat: number]>;

/** What a row without a place says of it; blank where it says nothing. */
export interface Whereabouts {
  readonly code: string;
  readonly hamlet: string;
  readonly address: string;
}

export interface Ladder {
  readonly addresses: KnownAddresses;
  readonly hamlets: HamletIndex | null;
  readonly units: UnitIndex;
}

export function addressKey(code: string, address: string): string {
  return `${code}|${address.normalize('NFKC').replace(/\s+/g, '')}`;
}

export function climb(
  { code, hamlet, address }: Whereabouts,
  { addresses, hamlets, units }: Ladder,
): Rung | null {
  const same = address === '' ? undefined : addresses.get(addressKey(code, address));
  if (same) return { lon: same[0], lat: same[1], precision: 'door', by: 'same_address' };
  const named = hamlets?.find(code, hamlet, address);
  if (named) return { lon: named[0], lat: named[1], precision: 'hamlet', by: 'hamlet' };
  for (const host of [code, `${code.slice(0, 9)}000`]) {
    const unit = units.unit(host);
    if (!unit || (unit.level !== 'village' && unit.level !== 'town')) continue;
    if (Number.isNaN(unit.lon + unit.lat)) continue;
    return { lon: unit.lon, lat: unit.lat, precision: unit.level, by: 'unit_seat' };
  }
  return null;
}
