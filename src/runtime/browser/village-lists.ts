/** The two lists from the database, as the command line makes them, with indices for the map. */
import {
  uncoveredByPolicy,
  uncoveredOnFoot,
  type UncoveredVillage as ListRow,
} from '../../core/export';
import { countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import type { Database } from '../../core/store/database';
import type { ListKind, UncoveredVillage } from './figure-data';
import type { OpenCity } from './open-city';

export function listRows(database: Database, kind: ListKind): Promise<ListRow[]> {
  return kind === 'policy'
    ? uncoveredByPolicy(database, villageCoverageTypes, countingStatuses)
    : uncoveredOnFoot(database);
}

export function pageRows(city: OpenCity, rows: readonly ListRow[]): UncoveredVillage[] {
  const facilityOf = new Map(city.facilities.map((facility) => [facility.id, facility.index]));
  return rows.map((row) => ({
    unitIndex: city.units.indexOf.get(row.unit_code) ?? -1,
    unitCode: row.unit_code,
    name: row.name,
    townName: row.town_name,
    countyName: row.county_name,
    households: row.households,
    age60Plus: row.age_60_plus,
    age80Plus: row.age_80_plus,
    livingAlone: row.living_alone,
    dependent: row.dependent,
    facilityIndex: facilityOf.get(row.nearest_facility_id ?? '') ?? -1,
    facilityName: row.nearest_facility_name,
    minutes: row.median_minutes,
    cause: row.cause,
    suggestion: row.suggestion,
  }));
}
