/**
 * Counts that several indicators share, each a table macro in the file of its name: a SELECT shows its
 * own parameters, and the definition is shown under it.
 */
import circleParts from './sql/families/circle_parts.sql?raw';
import householdsBy from './sql/families/households_by.sql?raw';
import organisationsPerUnit from './sql/families/organisations_per_unit.sql?raw';
import serviceRooms from './sql/families/service_rooms.sql?raw';
import socialWorkersOfLevel from './sql/families/social_workers_of_level.sql?raw';
import townsWithCareCentre from './sql/families/towns_with_care_centre.sql?raw';
import unitsWithFacility from './sql/families/units_with_facility.sql?raw';
import unitsWithSocialWorker from './sql/families/units_with_social_worker.sql?raw';

/** By name; each is made once before anything is asked. */
export const families: Readonly<Record<string, string>> = {
  circle_parts: circleParts,
  households_by: householdsBy,
  organisations_per_unit: organisationsPerUnit,
  service_rooms: serviceRooms,
  social_workers_of_level: socialWorkersOfLevel,
  towns_with_care_centre: townsWithCareCentre,
  units_with_facility: unitsWithFacility,
  units_with_social_worker: unitsWithSocialWorker,
};

/** The definitions a SELECT stands on, in its order. */
export function definitionsIn(sql: string): readonly string[] {
  const called = [...sql.matchAll(/([a-z_]+)\(/g)].map((match) => match[1]);
  return [...new Set(called)].flatMap((name) => families[name] ?? []);
}
