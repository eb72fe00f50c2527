/**
 * Which facilities the demo has and whom they serve. Every draw is for the whole city, also when only one
 * county is written, so that the counts hold and an extract is a part of the whole.
 */
import { apportion } from '../apportion';
import { isSeatTown, type CountyPlan } from '../people/plan';
import { Chance } from '../random';
import type { City, Town } from '../sources';
import {
  BED_WEIGHTS,
  CARE_STATIONS,
  HAPPINESS_HOMES,
  INSTITUTIONS,
  INSTITUTION_BEDS,
  NOT_AT_WORK,
  type FacilityType,
  type PlannedFacility,
  type UnitPlace,
} from './facility-plan';

/** @param plans how many households each village has, and which units are in built areas */
export function planFacilities(
  city: City,
  plans: readonly CountyPlan[],
  seed: number,
): PlannedFacility[] {
  const chance = new Chance(seed, 'facilities');
  const places: UnitPlace[] = city.counties.flatMap((county) =>
    county.towns.flatMap((town) => town.villages.map((village) => ({ county, town, village }))),
  );
  const planned: PlannedFacility[] = [];
  const add = (type: FacilityType, place: UnitPlace, status: string): PlannedFacility => {
    const facility: PlannedFacility = {
      id: '',
      type,
      status,
      ...place,
      variant: chance.whole(0, 5),
      beds: null,
      sharesRoomsWith: null,
      serves: [],
    };
    planned.push(facility);
    return facility;
  };
  const atWork = (type: FacilityType) =>
    chance.is(type === 'rural_happiness_home' ? 0.12 : 0.05) ? 'built' : 'operating';

  const committees = places.filter((p) => p.village.kind === 'residents_committee');
  const villages = places.filter((p) => p.village.kind === 'villagers_committee');
  const size = new Map(
    plans.flatMap((plan) =>
      plan.towns.flatMap((t) => [
        ...t.villages.map((v) => [v.village.code, v.households] as const),
        ...t.coreUnits.map((v) => [v.code, t.coreHouseholds / t.coreUnits.length] as const),
      ]),
    ),
  );
  const coreUnits = new Set(plans.flatMap((p) => p.towns.flatMap((t) => t.coreUnits)));
  // Where more people live something was built sooner, but not always.
  const take = (from: readonly UnitPlace[], count: number) =>
    from
      .map((place) => ({ place, luck: chance.fraction() * (size.get(place.village.code) ?? 0) }))
      .sort((a, b) => b.luck - a.luck)
      .slice(0, count)
      .map(({ place }) => place);

  // 幸福院: counties did not build at the same pace; some villages have two.
  const pace = city.counties.map(() => chance.between(0.55, 1.5));
  const perCounty = city.counties.map((c) => villages.filter((p) => p.county === c));
  const homes = apportion(
    HAPPINESS_HOMES,
    perCounty.map((v, i) => v.length * pace[i]),
  );
  const spare: UnitPlace[] = [];
  city.counties.forEach((_, c) => {
    const double = Math.round(homes[c] * 0.05);
    const chosen = take(perCounty[c], homes[c] - double);
    [...chosen, ...chosen.slice(0, double)].forEach((p) =>
      add('rural_happiness_home', p, atWork('rural_happiness_home')),
    );
    spare.push(...perCounty[c].filter((p) => !chosen.includes(p)));
    for (const p of chosen) shareWithNeighbour(planned, p, spare, chance);
  });
  addNotAtWork('rural_happiness_home', spare, add, chance);

  // Stations: most in 居委会, some in villages of built areas.
  const inTown = villages.filter((p) => coreUnits.has(p.village));
  const stationPlaces = [...take(committees, 126), ...take(inTown, CARE_STATIONS - 126)];
  for (const p of stationPlaces) add('home_care_station', p, atWork('home_care_station'));
  const withoutStation = committees.filter((p) => !stationPlaces.includes(p));
  addNotAtWork('home_care_station', withoutStation, add, chance);

  planInstitutions(places, add, chance);
  planCareCentres(city, places, add, chance);
  for (const p of take(withoutStation, 34)) add('day_care_centre', p, atWork('day_care_centre'));
  for (const p of [...take(committees, 38), ...take(inTown, 24)])
    add('meal_point', p, atWork('meal_point'));
  for (const p of [...take(committees, 96), ...take(villages, 310)])
    add('activity_centre', p, atWork('activity_centre'));

  // 社区综合服务设施: nearly every 居委会, about half of the villages.
  for (const p of [...take(committees, 197), ...take(villages, 934)]) {
    add('community_service_facility', p, atWork('community_service_facility'));
  }
  return numbered(planned, chance);
}

/** Some 幸福院 are built together with the next village. */
function shareWithNeighbour(
  planned: PlannedFacility[],
  place: UnitPlace,
  spare: UnitPlace[],
  chance: Chance,
): void {
  if (!chance.is(0.06)) return;
  const home = planned.find(
    (f) => f.village === place.village && f.type === 'rural_happiness_home',
  );
  const neighbours = spare.filter((p) => p.town === place.town);
  if (home && neighbours.length > 0) home.serves.push(chance.pick(neighbours).village.code);
}

type Add = (type: FacilityType, place: UnitPlace, status: string) => PlannedFacility;

function addNotAtWork(
  type: FacilityType,
  places: readonly UnitPlace[],
  add: Add,
  chance: Chance,
): void {
  const pool = chance.shuffle(places.slice());
  for (const [status, count] of Object.entries(NOT_AT_WORK[type] ?? {})) {
    for (let i = 0; i < count && pool.length > 0; i++) add(type, pool.pop()!, status);
  }
}

/** 敬老院 in townships, the others in seats of counties; beds to the known sum. */
function planInstitutions(places: readonly UnitPlace[], add: Add, chance: Chance): void {
  const firstOf = new Map<Town, UnitPlace>();
  for (const p of places) {
    const isBetter = p.village.kind === 'residents_committee' || !firstOf.has(p.town);
    if (isBetter && p.village.kind !== 'other') firstOf.set(p.town, p);
  }
  const rural = chance.shuffle([...firstOf.values()].filter((p) => p.town.kind !== 'subdistrict'));
  const seats = places.filter(
    (p) =>
      (p.town.kind === 'subdistrict' || isSeatTown(p.town)) &&
      p.village.kind === 'residents_committee',
  );
  const counties = [...new Set(places.map((p) => p.county))];
  const built: PlannedFacility[] = [];
  for (const p of rural.slice(0, INSTITUTIONS.rural_welfare_home))
    built.push(add('rural_welfare_home', p, 'operating'));
  addNotAtWork('rural_welfare_home', rural.slice(INSTITUTIONS.rural_welfare_home), add, chance);
  for (let i = 0; i < INSTITUTIONS.welfare_centre; i++) {
    const county = counties[i % counties.length];
    built.push(
      add('welfare_centre', chance.pick(seats.filter((p) => p.county === county)), 'operating'),
    );
  }
  for (let i = 0; i < INSTITUTIONS.residential_care_home; i++)
    built.push(add('residential_care_home', chance.pick(seats), 'operating'));
  for (let i = 0; i < INSTITUTIONS.nursing_home; i++)
    built.push(add('nursing_home', chance.pick(seats), 'operating'));
  addNotAtWork('residential_care_home', seats, add, chance);
  const weights = built.map(
    (f) => BED_WEIGHTS[f.type as keyof typeof BED_WEIGHTS] * chance.between(0.6, 1.5),
  );
  const beds = apportion(INSTITUTION_BEDS, weights);
  built.forEach((f, i) => (f.beds = beds[i]));
}

/** 10 of 13 街道 and 5 of 8 seat towns have one; a few are run by the government itself. */
function planCareCentres(city: City, places: readonly UnitPlace[], add: Add, chance: Chance): void {
  const inTown = (town: Town) =>
    places.filter((p) => p.town === town && p.village.kind === 'residents_committee');
  const towns = city.counties.flatMap((c) => c.towns);
  const groups = [
    chance.shuffle(towns.filter((t) => t.kind === 'subdistrict')).slice(0, 10),
    chance.shuffle(towns.filter(isSeatTown)).slice(0, 5),
  ];
  for (const town of groups.flat()) add('care_centre', chance.pick(inTown(town)), 'operating');
  const left = towns.filter(
    (t) => (t.kind === 'subdistrict' || isSeatTown(t)) && !groups.flat().includes(t),
  );
  addNotAtWork(
    'care_centre',
    left.map((t) => inTown(t)[0]),
    add,
    chance,
  );
}

/** In the order of units, with ids; stations may use rooms of their community's own facility. */
function numbered(planned: PlannedFacility[], chance: Chance): PlannedFacility[] {
  const rank = (f: PlannedFacility) =>
    `${f.village.code}${f.type === 'community_service_facility' ? 0 : 1}`;
  planned.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  const out = planned.map((f, i) => ({ ...f, id: `F${String(i + 1).padStart(5, '0')}` }));
  const complex = new Map(
    out.filter((f) => f.type === 'community_service_facility').map((f) => [f.village.code, f.id]),
  );
  for (const f of out) {
    if (f.type !== 'home_care_station' && f.type !== 'day_care_centre') continue;
    const host = complex.get(f.village.code);
    if (host && chance.is(0.4)) f.sharesRoomsWith = host;
  }
  return out;
}
