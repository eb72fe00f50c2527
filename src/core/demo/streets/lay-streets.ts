/**
 * The streets of the whole city and the houses' frontages: roads between the county seats first,
 * then county by county towns, villages and hamlets, each drawing its own chances, so that a county
 * looks the same alone and in the city.
 */
import { HEIGHT, WIDTH, metresBetween } from '../land/frame';
import type { Land } from '../land/land';
import type { CountyPlan } from '../people/plan';
import { Chance } from '../random';
import type { City } from '../sources';
import { StreetBuilder } from './builder';
import { buildCountyRoads, buildTrunks, clipRoads } from '../roads/connect';
import { CountryRoads } from '../roads/country-roads';
import { buildHouses, type Houses } from './frontage';
import { layTowns } from '../towns/lay-towns';
import { Roads } from '../roads/roads';
import { settleVillages, type RuralVillage } from './settle';
import type { SettledUnit } from './settled-unit';

export interface LaidStreets {
  readonly streets: StreetBuilder;
  readonly units: SettledUnit[];
}

const COUNT = WIDTH * HEIGHT;

/** @param only code of one county to settle; roads between counties are sought in any case */
export function layStreets(
  city: City,
  plans: readonly CountyPlan[],
  land: Land,
  seed: number,
  only: string | undefined,
): LaidStreets {
  const roads = new Roads(land);
  buildTrunks(city, roads);
  if (only !== undefined) {
    const keep = city.counties.findIndex((c) => c.code === only);
    clipRoads(roads, land.cells.county, keep);
  }
  const streets = new StreetBuilder();
  const townPoint = new Int32Array(COUNT).fill(-1);
  const isPlace = new Uint8Array(COUNT);
  const country = new CountryRoads(roads, land, streets, townPoint, isPlace);
  const chosen = plans
    .map((plan, index) => ({ plan, index }))
    .filter(({ plan }) => only === undefined || plan.county.code === only);

  const settled = chosen.map(({ plan, index }) => {
    const towns = layTowns(plan, index, land, streets, townPoint, seed);
    const villages = settleVillages(plan, index, land, towns.taken, seed);
    buildCountyRoads(plan, index, land, roads, villages, towns.cells, isPlace);
    return { plan, index, towns, villages };
  });
  country.lay();
  const units: SettledUnit[] = [];
  settled.forEach(({ plan, index, towns, villages }) => {
    units.push(...towns.units);
    country.beginCounty();
    const mayBuild = (cell: number) =>
      land.cells.county[cell] === index && land.cells.inner[cell] === 1;
    for (const village of villages) {
      units.push(
        settleUnit(
          plan,
          village,
          country,
          land,
          index,
          mayBuild,
          new Chance(seed, `lanes ${village.village.code}`),
        ),
      );
    }
  });
  units.sort((a, b) => (a.village.code < b.village.code ? -1 : 1));
  return { streets, units };
}

function settleUnit(
  plan: CountyPlan,
  { village, townIndex, hamlets }: RuralVillage,
  country: CountryRoads,
  land: Land,
  index: number,
  mayBuild: (cell: number) => boolean,
  chance: Chance,
): SettledUnit {
  const all: Houses = { lon: [], lat: [], households: [] };
  let [lon, lat] = [0, 0];
  // A hamlet without ground for a single house leaves its people to the next one.
  let waiting = 0;
  hamlets.forEach((hamlet, h) => {
    const frontage = country.layHamlet(hamlet.cell, hamlet.households * 13 + 80, mayBuild, chance);
    const houses = buildHouses(frontage, hamlet.households + waiting, 17, land, index, chance);
    waiting = houses.lon.length === 0 ? waiting + hamlet.households : 0;
    all.lon.push(...houses.lon);
    all.lat.push(...houses.lat);
    all.households.push(...houses.households);
    if (h === 0) [lon, lat] = nearestHouse(houses, country.placeOf(hamlet.cell));
  });
  all.households[all.households.length - 1] += waiting;
  const town = plan.towns[townIndex].town;
  return {
    village,
    townCode: town.code,
    countyCode: plan.county.code,
    isCore: false,
    lon,
    lat,
    households: hamlets.reduce((sum, h) => sum + h.households, 0),
    houses: all,
  };
}

/** A village's seat is a house in the middle of its main hamlet. */
function nearestHouse(houses: Houses, [lon, lat]: readonly [number, number]): [number, number] {
  let seat: [number, number] = [lon, lat];
  let best = Infinity;
  for (let h = 0; h < houses.lon.length; h++) {
    const distance = metresBetween(houses.lon[h], houses.lat[h], lon, lat);
    if (distance >= best) continue;
    best = distance;
    seat = [houses.lon[h], houses.lat[h]];
  }
  return seat;
}
