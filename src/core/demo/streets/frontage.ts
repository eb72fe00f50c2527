/**
 * Stretches of street where a unit's people live, in walking order, and the houses along them: each
 * house stands beside its street, never in the water and never outside the county's inner part.
 */
import { METRES_PER_LAT, METRES_PER_LON, cellAt } from '../land/frame';
import { metresToBank } from '../land/river-lines';
import type { Land } from '../land/land';
import type { Chance } from '../random';

/** Straight pieces, as lon1, lat1, lon2, lat2 interleaved. */
export type Frontage = number[];

/** Places of houses along a frontage and how many households each holds, in order. */
export interface Houses {
  readonly lon: number[];
  readonly lat: number[];
  readonly households: number[];
}

/**
 * @param spacingM from house to house on one side
 * @returns houses for exactly so many households; more to a house where the street is short
 */
export function buildHouses(
  frontage: Frontage,
  households: number,
  spacingM: number,
  land: Land,
  countyIndex: number,
  chance: Chance,
): Houses {
  const lon: number[] = [];
  const lat: number[] = [];
  let carry = spacingM * chance.fraction();
  for (let i = 0; i + 3 < frontage.length; i += 4) {
    const x = (frontage[i + 2] - frontage[i]) * METRES_PER_LON;
    const y = (frontage[i + 3] - frontage[i + 1]) * METRES_PER_LAT;
    const length = Math.sqrt(x * x + y * y);
    if (length < 1) continue;
    for (; carry < length; carry += spacingM / 2) {
      const away = chance.between(7, 19) * (chance.is(0.5) ? 1 : -1);
      const t = carry / length;
      const houseLon = frontage[i] + (t * x - (away * y) / length) / METRES_PER_LON;
      const houseLat = frontage[i + 1] + (t * y + (away * x) / length) / METRES_PER_LAT;
      const cell = cellAt(houseLon, houseLat);
      if (land.cells.county[cell] !== countyIndex || land.cells.inner[cell] === 0) continue;
      if (metresToBank(land.water, houseLon, houseLat) < 4) continue;
      lon.push(Math.round(houseLon * 1e5) / 1e5);
      lat.push(Math.round(houseLat * 1e5) / 1e5);
    }
    carry -= length;
  }
  return fill(lon, lat, households, chance);
}

/** Spreads households over houses: one in so many stays empty if there are more houses than households. */
function fill(lon: number[], lat: number[], households: number, chance: Chance): Houses {
  const count = lon.length;
  if (count === 0) return { lon, lat, households: [] };
  const kept: Houses = { lon: [], lat: [], households: [] };
  const weights = lon.map(() => chance.between(0.5, 1.5));
  const sum = weights.reduce((a, b) => a + b, 0);
  let reached = 0;
  let given = 0;
  for (let i = 0; i < count; i++) {
    reached += weights[i];
    const until = i === count - 1 ? households : Math.round((households * reached) / sum);
    if (until > given) {
      kept.lon.push(lon[i]);
      kept.lat.push(lat[i]);
      kept.households.push(until - given);
    }
    given = until;
  }
  return kept;
}
