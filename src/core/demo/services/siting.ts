/** Places for facilities: beside a street of their unit, near its seat, never in the water. */
import { METRES_PER_LAT, METRES_PER_LON, metresBetween } from '../land/frame';
import { metresToBank } from '../land/river-lines';
import type { Land } from '../land/land';
import type { Chance } from '../random';
import type { SettledUnit } from '../streets/settled-unit';

/** @param spreadM how far from the unit's seat the facility may stand */
export function placeNear(
  unit: SettledUnit,
  land: Land,
  spreadM: number,
  chance: Chance,
): [lon: number, lat: number] {
  const { lon, lat } = unit.houses;
  let at: [number, number] = [unit.lon, unit.lat];
  let best = Infinity;
  for (let attempt = 0; attempt < 40 && lon.length > 0; attempt++) {
    const h = Math.floor(chance.fraction() * lon.length);
    const miss = Math.abs(
      metresBetween(lon[h], lat[h], unit.lon, unit.lat) - spreadM * chance.fraction(),
    );
    if (miss >= best) continue;
    best = miss;
    at = [lon[h], lat[h]];
  }
  for (let attempt = 0; attempt < 8; attempt++) {
    const moved: [number, number] = [
      round5(at[0] + chance.between(-9, 9) / METRES_PER_LON),
      round5(at[1] + chance.between(-9, 9) / METRES_PER_LAT),
    ];
    if (metresToBank(land.water, moved[0], moved[1]) > 3) return moved;
  }
  return [round5(at[0]), round5(at[1])];
}

export const round5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
