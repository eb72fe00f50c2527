/**
 * The two lists of villages, never mixed: uncovered by policy (no facility that counts, in it or
 * serving it) and uncovered on foot (less than a share of its 60+ within the limit). They stand on
 * admin_units, facilities, facility_services, premises and a run's unit results in the database.
 */
import { walkCauses } from '../reach';
import { UNKNOWN_INTEGER, dictionaryOf, type ColumnData } from '../store/columns';
import { defaultSharePercent } from '../store/counting';
import type { Database, Row } from '../store/database';
import { csvColumns } from './coverage-files';
import { csvChunks, type CsvColumn, type CsvStyle } from './csv';
import { prioritiesOf, type Priority } from './handed-in/priority';
import byPolicySql from './uncovered_by_policy.sql?raw';
import onFootSql from './uncovered_on_foot.sql?raw';
import unitFacilitiesSql from './unit_facilities.sql?raw';
import unitPlacesSql from './unit_places.sql?raw';

/** Why a village is on a list; the words are in i18n under `cause.`. */
export const causes = [
  'no_facility',
  'facility_not_operating',
  'facility_type_not_counted',
  ...walkCauses,
] as const;

/** What could be done, by the rule in the list's SQL; the words are in i18n under `suggestion.`. */
export const suggestions = [
  'complete_construction',
  'reopen_facility',
  'share_nearby_facility',
  'convert_premises',
  'build_facility',
  'open_link',
  'vehicle_service',
  'complete_coordinates',
  'survey_streets',
] as const;

/** A row of either list; null is unknown. */
export interface UncoveredVillage extends Row {
  unit_code: string;
  name: string;
  kind: string | null;
  town_name: string | null;
  county_name: string | null;
  households: number | null;
  age_60_plus: number | null;
  age_80_plus: number | null;
  living_alone: number | null;
  dependent: number | null;
  nearest_facility_id: string | null;
  nearest_facility_name: string | null;
  median_minutes: number | null;
  /** Beyond the limit; null where the median household is within it or reaches none. */
  short_minutes: number | null;
  cause: string;
  suggestion: string;
  /** Among the rows of the whole list; null where a count is unknown. */
  priority: Priority | null;
}

export { defaultSharePercent };

export async function uncoveredByPolicy(
  database: Database,
  types: readonly string[],
  statuses: readonly string[],
): Promise<UncoveredVillage[]> {
  await createViews(database);
  return ranked(await database.query(byPolicySql, [types.join(','), statuses.join(',')]));
}

export async function uncoveredOnFoot(
  database: Database,
  sharePercent = defaultSharePercent,
): Promise<UncoveredVillage[]> {
  await createViews(database);
  return ranked(await database.query(onFootSql, [sharePercent]));
}

function ranked(rows: readonly Omit<UncoveredVillage, 'priority'>[]): UncoveredVillage[] {
  const priorities = prioritiesOf(rows as readonly UncoveredVillage[]);
  return rows.map((row, i) => ({ ...row, priority: priorities[i] }) as UncoveredVillage);
}

/** A list as CSV in chunks; only the head where there are no rows. */
export function uncoveredCsv(
  rows: readonly UncoveredVillage[],
  style?: CsvStyle,
): Iterable<string> {
  return csvChunks(uncoveredColumns(rows), rows.length, style);
}

/** A list as the columns of its file. */
export function uncoveredColumns(rows: readonly UncoveredVillage[]): CsvColumn[] {
  const texts = (name: keyof UncoveredVillage) =>
    dictionaryOf(rows.map((row) => row[name] as string | null));
  const counts = (name: keyof UncoveredVillage): ColumnData => ({
    kind: 'integer',
    values: Int32Array.from(rows, (row) => (row[name] as number | null) ?? UNKNOWN_INTEGER),
  });
  const minutes = (name: 'median_minutes' | 'short_minutes'): ColumnData => ({
    kind: 'number',
    values: Float64Array.from(rows, (row) => row[name] ?? NaN),
  });
  const columns: Record<string, ColumnData> = {
    unit_code: texts('unit_code'),
    name: texts('name'),
    kind: texts('kind'),
    town_name: texts('town_name'),
    county_name: texts('county_name'),
    households: counts('households'),
    age_60_plus: counts('age_60_plus'),
    age_80_plus: counts('age_80_plus'),
    living_alone: counts('living_alone'),
    dependent: counts('dependent'),
    nearest_facility_id: texts('nearest_facility_id'),
    nearest_facility_name: texts('nearest_facility_name'),
    median_minutes: minutes('median_minutes'),
    short_minutes: minutes('short_minutes'),
    cause: texts('cause'),
    suggestion: texts('suggestion'),
    priority: texts('priority'),
  };
  return csvColumns(columns);
}

async function createViews(database: Database): Promise<void> {
  await database.run(unitPlacesSql);
  await database.run(unitFacilitiesSql);
}
