/** Planned facilities as rows: a place, a name and details for each; and whom they serve. */
import type { TableRow } from '../files/csv';
import type { Land } from '../land/land';
import { DEMO_SOURCE, facilityName, shortUnitName } from '../names';
import { Chance } from '../random';
import type { SettledUnit } from '../streets/settled-unit';
import { facilityDetails } from './facility-details';
import { FACILITIES_AS_OF, type PlannedFacility } from './facility-plan';
import { placeNear } from './siting';

export interface FacilityTables {
  readonly facilities: TableRow[];
  readonly services: TableRow[];
}

/** @param units where people live, by unit code; facilities elsewhere are left out */
export function facilityTables(
  planned: readonly PlannedFacility[],
  units: ReadonlyMap<string, SettledUnit>,
  land: Land,
  seed: number,
): FacilityTables {
  const facilities: TableRow[] = [];
  const services: TableRow[] = [];
  const provenance = { as_of: FACILITIES_AS_OF, source: DEMO_SOURCE };
  const sites = new Map<string, [number, number]>();
  for (const f of planned) {
    const unit = units.get(f.village.code);
    if (!unit) continue;
    const chance = new Chance(seed, f.id);
    const host = f.sharesRoomsWith === null ? undefined : sites.get(f.sharesRoomsWith);
    const [lon, lat] = host ?? placeNear(unit, land, unit.isCore ? 260 : 120, chance);
    sites.set(f.id, [lon, lat]);
    facilities.push({
      facility_id: f.id,
      name: facilityName(placeName(f), f.type, f.variant),
      type: f.type,
      unit_code: f.village.code,
      lon,
      lat,
      ...facilityDetails(f, chance),
      status: f.status,
      shares_rooms_with: f.sharesRoomsWith,
      location_precision: 'door',
      coord_source: 'generated',
      ...provenance,
    });
    for (const code of f.serves)
      services.push({ facility_id: f.id, unit_code: code, ...provenance });
  }
  return { facilities, services };
}

function placeName({ type, county, town, village }: PlannedFacility): string {
  if (type === 'care_centre' || type === 'rural_welfare_home') return town.name;
  if (type === 'welfare_centre') return county.name;
  return `${town.name}${shortUnitName(village.name)}`;
}
