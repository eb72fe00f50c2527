/**
 * admin_units and population: real names, codes, seats of townships and census rows of counties;
 * generated places and numbers below them.
 */
import { CENSUS_SOURCE, DIVISIONS_SOURCE, GENERATED_FROM_CENSUS } from '../names';
import { Chance } from '../random';
import type { CensusRow, City, County } from '../sources';
import type { SettledUnit } from '../streets/settled-unit';
import type { TableRow } from '../files/csv';
import { AS_OF } from '../services/facility-plan';
import { round5 } from '../services/siting';
import type { HousedPeople } from './house';
import { isSeatTown } from './plan';

const UNITS_AS_OF = '2023-06-30';
const RESETTLEMENT_RATE = 0.016;

export function unitRows(
  city: City,
  counties: readonly County[],
  units: readonly SettledUnit[],
  seed: number,
): TableRow[] {
  const settled = new Map(units.map((u) => [u.village.code, u]));
  const provenance = { as_of: UNITS_AS_OF, source: DIVISIONS_SOURCE };
  const rows: TableRow[] = [
    {
      unit_code: city.code,
      parent_code: null,
      name: city.name,
      level: 'city',
      lon: city.lon,
      lat: city.lat,
      ...provenance,
    },
  ];
  for (const county of counties) {
    const { code, name, lon, lat } = county;
    rows.push({
      unit_code: code,
      parent_code: city.code,
      name,
      level: 'county',
      lon,
      lat,
      ...provenance,
    });
    for (const town of county.towns) {
      rows.push({
        unit_code: town.code,
        parent_code: code,
        name: town.name,
        level: 'town',
        kind: town.kind,
        is_central_town: isSeatTown(town),
        lon: town.lon,
        lat: town.lat,
        ...provenance,
      });
      for (const village of town.villages) {
        const unit = settled.get(village.code);
        const chance = new Chance(seed, `unit ${village.code}`);
        rows.push({
          unit_code: village.code,
          parent_code: town.code,
          name: village.name,
          level: 'village',
          kind: village.kind,
          host_code: village.hostCode,
          urban_rural_class: classOf(town.kind, village.kind, unit?.isCore ?? false),
          lon: unit ? round5(unit.lon) : null,
          lat: unit ? round5(unit.lat) : null,
          is_resettlement_site:
            village.kind === 'villagers_committee' && chance.is(RESETTLEMENT_RATE),
          ...provenance,
        });
      }
    }
  }
  return rows.sort((a, b) => (a.unit_code! < b.unit_code! ? -1 : 1));
}

/** 111 主城区, 112 城乡结合区, 121 镇中心区, 122 镇乡结合区, 220 村庄: by where the unit was put. */
function classOf(town: string, kind: string, isCore: boolean): string {
  if (!isCore) return '220';
  if (town === 'subdistrict') return kind === 'residents_committee' ? '111' : '112';
  if (town === 'township') return '210';
  return kind === 'residents_committee' ? '121' : '122';
}

/** The census for city and counties; sums of the generated households for townships and villages. */
export function populationRows(
  city: City,
  counties: readonly County[],
  units: readonly SettledUnit[],
  parts: readonly HousedPeople[],
): TableRow[] {
  const rows: TableRow[] = [];
  const whole = counties.length === city.counties.length;
  if (whole) rows.push(censusRow(city.code, city.census));
  for (const county of counties) rows.push(censusRow(county.code, county.census));
  const sums = units.map(() => new Int32Array(6));
  for (const { unit, people, isCollective } of parts) {
    for (let i = 0; i < unit.length; i++) {
      const sum = sums[unit[i]];
      const persons = people.persons[i];
      const sixtyFive = people.age_65_74[i] + people.age_75_79[i] + people.age_80_plus[i];
      sum[0] += persons;
      sum[1] += isCollective[i] === 1 ? 0 : 1;
      sum[2] += isCollective[i] === 1 ? persons : 0;
      sum[3] += sixtyFive + people.age_60_64[i];
      sum[4] += sixtyFive;
      sum[5] += people.age_80_plus[i];
    }
  }
  const towns = new Map<string, Int32Array>();
  units.forEach((unit, u) => {
    const town = towns.get(unit.townCode) ?? new Int32Array(6);
    for (let k = 0; k < 6; k++) town[k] += sums[u][k];
    towns.set(unit.townCode, town);
    rows.push(summedRow(unit.village.code, sums[u]));
  });
  for (const [code, sum] of towns) rows.push(summedRow(code, sum));
  return rows.sort((a, b) => (a.unit_code! < b.unit_code! ? -1 : 1));
}

function censusRow(unit_code: string, c: CensusRow): TableRow {
  const sixtyFive = c.age_65_74 + c.age_75_79 + c.age_80_plus;
  return {
    unit_code,
    as_of: AS_OF,
    residents: c.residents,
    family_households: c.family_households,
    collective_residents: c.residents - c.household_members,
    age_60_plus: c.age_60_64 + sixtyFive,
    age_65_plus: sixtyFive,
    age_80_plus: c.age_80_plus,
    urban_residents: c.urban_residents,
    source: CENSUS_SOURCE,
  };
}

const summedRow = (unit_code: string, sum: Int32Array): TableRow => ({
  unit_code,
  as_of: AS_OF,
  residents: sum[0],
  family_households: sum[1],
  collective_residents: sum[2],
  age_60_plus: sum[3],
  age_65_plus: sum[4],
  age_80_plus: sum[5],
  source: GENERATED_FROM_CENSUS,
});
