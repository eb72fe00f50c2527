/**
 * Puts the households of a county into its houses: fewer elders in the built areas than in the
 * villages, collective households in the built areas; 3 % are known to village level only, 1 % not
 * at all.
 */
import { Chance } from '../random';
import type { CensusRow } from '../sources';
import type { SettledUnit } from '../streets/settled-unit';
import { composeCounty, type Composition } from './compose';

/** Households of the demo, column by column, by unit and then along its streets. */
export interface HousedPeople {
  readonly householdId: string[];
  /** Index into the units. */
  readonly unit: Uint16Array;
  /** 1e-5°, WGS-84; 0 where unknown. */
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly people: Composition;
  readonly isCollective: Uint8Array;
  /** 0 door, 1 village, 2 none. */
  readonly precision: Uint8Array;
}

export const VILLAGE_LEVEL_RATE = 0.03;
export const NO_PLACE_RATE = 0.01;
/** How much rarer elders are in a household of a built area. */
const URBAN_ELDERS = 0.72;

export function houseCounty(
  countyCode: string,
  census: CensusRow,
  units: readonly SettledUnit[],
  firstUnit: number,
  seed: number,
): HousedPeople {
  const { families, collectives } = composeCounty(census, seed, countyCode);
  const chance = new Chance(seed, `houses ${countyCode}`);
  const urban = units.reduce((sum, u) => sum + (u.isCore ? u.households : 0), 0);
  const [urbanFamilies, ruralFamilies] = splitFamilies(families, urban, chance);

  // Collective households go to built areas, weighted by households.
  const cores = units.filter((u) => u.isCore && u.houses.lon.length > 0);
  const collectiveAt = new Map<SettledUnit, number[]>();
  for (let k = 0; k < collectives.persons.length; k++) {
    let at = chance.fraction() * urban;
    let core = cores[cores.length - 1];
    for (const u of cores) {
      at -= u.households;
      if (at < 0) {
        core = u;
        break;
      }
    }
    const there = collectiveAt.get(core);
    if (there) there.push(k);
    else collectiveAt.set(core, [k]);
  }

  const total = families.persons.length + collectives.persons.length;
  const housed: HousedPeople = {
    householdId: new Array<string>(total),
    unit: new Uint16Array(total),
    lonE5: new Int32Array(total),
    latE5: new Int32Array(total),
    people: {
      persons: new Uint8Array(total),
      age_60_64: new Uint8Array(total),
      age_65_74: new Uint8Array(total),
      age_75_79: new Uint8Array(total),
      age_80_plus: new Uint8Array(total),
      dependent: new Uint8Array(total),
    },
    isCollective: new Uint8Array(total),
    precision: new Uint8Array(total),
  };
  let row = 0;
  let nextUrban = 0;
  let nextRural = 0;
  units.forEach((unit, u) => {
    const seat = [Math.round(unit.lon * 1e5), Math.round(unit.lat * 1e5)];
    const put = (
      from: Composition,
      i: number,
      lonE5: number,
      latE5: number,
      collective: number,
    ) => {
      housed.householdId[row] = `${countyCode.slice(0, 6)}-${String(row + 1).padStart(6, '0')}`;
      housed.unit[row] = firstUnit + u;
      for (const column of columnsOf(housed.people)) housed.people[column][row] = from[column][i];
      housed.isCollective[row] = collective;
      const luck = chance.fraction();
      if (luck < NO_PLACE_RATE) housed.precision[row] = 2;
      else if (luck < NO_PLACE_RATE + VILLAGE_LEVEL_RATE) {
        housed.precision[row] = 1;
        [housed.lonE5[row], housed.latE5[row]] = seat;
      } else {
        housed.lonE5[row] = lonE5;
        housed.latE5[row] = latE5;
      }
      row++;
    };
    const { lon, lat, households } = unit.houses;
    for (let h = 0; h < lon.length; h++) {
      const lonE5 = Math.round(lon[h] * 1e5);
      const latE5 = Math.round(lat[h] * 1e5);
      for (let k = 0; k < households[h]; k++) {
        const i = unit.isCore ? urbanFamilies[nextUrban++] : ruralFamilies[nextRural++];
        put(families, i, lonE5, latE5, 0);
      }
    }
    for (const k of collectiveAt.get(unit) ?? []) {
      const h = Math.floor(chance.fraction() * lon.length);
      put(collectives, k, Math.round(lon[h] * 1e5), Math.round(lat[h] * 1e5), 1);
    }
  });
  if (row !== total) throw new Error(`${countyCode}: ${row} of ${total} households have a house`);
  return housed;
}

const columnsOf = (people: Composition) => Object.keys(people) as (keyof Composition)[];

/** Which family lives where: a random choice of exactly so many for the built areas, elders less often. */
function splitFamilies(
  families: Composition,
  urban: number,
  chance: Chance,
): [Uint32Array, Uint32Array] {
  const count = families.persons.length;
  const order = chance.shuffle(Uint32Array.from({ length: count }, (_, i) => i));
  const share = urban / count;
  const town: number[] = [];
  const country: number[] = [];
  for (const i of order) {
    const elders =
      families.age_60_64[i] +
      families.age_65_74[i] +
      families.age_75_79[i] +
      families.age_80_plus[i];
    (chance.is(elders > 0 ? share * URBAN_ELDERS : share) ? town : country).push(i);
  }
  // The rest of the built areas' households: those without elders from the end of the other list.
  for (let at = country.length - 1; town.length < urban && at >= 0; at--) {
    const i = country[at];
    if (
      families.age_60_64[i] +
        families.age_65_74[i] +
        families.age_75_79[i] +
        families.age_80_plus[i] >
      0
    )
      continue;
    town.push(i);
    country.splice(at, 1);
  }
  while (town.length < urban) town.push(country.pop()!);
  while (town.length > urban) country.push(town.pop()!);
  return [chance.shuffle(Uint32Array.from(town)), chance.shuffle(Uint32Array.from(country))];
}
