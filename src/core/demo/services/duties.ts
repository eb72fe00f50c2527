/**
 * Premises that could become facilities, governance grids, and the eight yes/no duties of each
 * county: some fulfilled with a document, some not, some unknown.
 */
import { DEMO_SOURCE, PREMISES, TOWN_PREMISES, documentNumber, shortUnitName } from '../names';
import type { Land } from '../land/land';
import { Chance } from '../random';
import type { City } from '../sources';
import type { SettledUnit } from '../streets/settled-unit';
import type { TableRow } from '../files/csv';
import { AS_OF } from './facility-plan';
import { placeNear } from './siting';

const provenance = { as_of: AS_OF, source: DEMO_SOURCE };

const DUTIES = [
  'certified_social_worker_allowance',
  'purchase_catalogue',
  'eldercare_subsidy_system',
  'social_work_budget',
  'incubator',
  'info_platform',
  'supervision_system',
  'coordination_body',
] as const;

/** Fulfilled by how many in ten counties, and unknown in how many. */
const DUTY_STATES: Readonly<Record<(typeof DUTIES)[number], readonly [number, number]>> = {
  certified_social_worker_allowance: [0.7, 0],
  purchase_catalogue: [1, 0],
  eldercare_subsidy_system: [1, 0],
  social_work_budget: [0.8, 0.1],
  incubator: [0.5, 0],
  info_platform: [0.5, 0.3],
  supervision_system: [0.4, 0.2],
  coordination_body: [1, 0],
};

export function dutyRows(
  city: City,
  seed: number,
  keep: (countyCode: string) => boolean,
): TableRow[] {
  const chance = new Chance(seed, 'duties');
  const rows: TableRow[] = [];
  let number = 0;
  for (const county of city.counties) {
    for (const duty_id of DUTIES) {
      number++;
      const [done, unknown] = DUTY_STATES[duty_id];
      const luck = chance.fraction();
      const fulfilled = luck < done ? true : luck < done + unknown ? null : false;
      const year = chance.whole(2017, 2020);
      const month = chance.whole(1, 9);
      if (!keep(county.code)) continue;
      rows.push({
        unit_code: county.code,
        duty_id,
        fulfilled,
        document_no: fulfilled === true ? documentNumber(year, number) : null,
        document_date: fulfilled === true ? `${year}-0${month}-15` : null,
        ...provenance,
      });
    }
  }
  return rows;
}

/** Idle schools and shops, village halls: in about one unit of five, more than one in some. */
export function premiseRows(
  units: readonly SettledUnit[],
  townNames: ReadonlyMap<string, string>,
  land: Land,
  seed: number,
): TableRow[] {
  const rows: TableRow[] = [];
  for (const unit of units) {
    const chance = new Chance(seed, `premises ${unit.village.code}`);
    if (unit.houses.lon.length === 0) continue;
    const count = chance.is(0.2) ? (chance.is(0.2) ? 2 : 1) : 0;
    for (let n = 0; n < count; n++) {
      const [ending, use, tenure] = chance.pick<readonly [string, string, string]>(
        unit.isCore ? TOWN_PREMISES : PREMISES,
      );
      const [lon, lat] = placeNear(unit, land, unit.isCore ? 300 : 180, chance);
      const area = Math.round(chance.between(80, unit.isCore ? 900 : 620));
      const floors = chance.whole(1, 3);
      rows.push({
        premise_id: `P${unit.village.code}${n + 1}`,
        name: `${townNames.get(unit.townCode)}${shortUnitName(unit.village.name)}${ending}`,
        unit_code: unit.village.code,
        lon,
        lat,
        current_use: use,
        tenure,
        usable_area_m2: area,
        floors,
        has_lift: floors === 1 ? false : chance.is(0.1),
        renovation_cost_10k_yuan: Math.round(area * chance.between(0.04, 0.14)),
        building_mode: chance.pick(['renovated', 'renovated', 'transferred', 'leased', 'new']),
        ...provenance,
      });
    }
  }
  return rows;
}

/** Governance grids of 300–500 households within each unit. */
export function gridRows(units: readonly SettledUnit[], seed: number): TableRow[] {
  const rows: TableRow[] = [];
  for (const unit of units) {
    const chance = new Chance(seed, `grid ${unit.village.code}`);
    if (unit.households === 0) continue;
    const count = Math.max(1, Math.round(unit.households / chance.between(320, 480)));
    for (let n = 0; n < count; n++) {
      const households =
        Math.floor((unit.households * (n + 1)) / count) - Math.floor((unit.households * n) / count);
      rows.push({
        grid_code: `${unit.village.code}${String(n + 1).padStart(3, '0')}`,
        unit_code: unit.village.code,
        households,
        is_regular: false,
        ...provenance,
      });
    }
  }
  return rows;
}
