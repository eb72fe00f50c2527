/**
 * What an evaluation lays out before it asks: units under the chosen divisions, where every code of the
 * data belongs, totals, and where each figure's rows come from. One scan of households, whatever the
 * number of indicators.
 */
import type { Note } from '../../result';
import type { Columns, Database, SqlValue } from '../../store/database';
import { boundQuery, prepared } from '../bind';
import { families } from '../families';
import type { CodePair, Divisions } from '../divisions/crosswalk';
import { codeResolver, type CodeResolver } from '../divisions/resolve-code';
import { ancestorsOf, unitTree, type AdminUnit, type UnitTree } from '../divisions/unit-tree';
import { loadTotals } from './load-totals';
import { parseOpeningHours } from './opening-hours';
import type { ProvenanceRow } from './sources';
import evaluationTables from '../sql/relations/evaluation-tables.sql?raw';
import facilitiesInView from '../sql/relations/facilities-in-view.sql?raw';
import householdCells from '../sql/relations/household-cells.sql?raw';
import householdGroups from '../sql/relations/household-groups.sql?raw';
import placedRelations from '../sql/relations/placed-relations.sql?raw';
import provenanceRows from '../sql/relations/provenance-rows.sql?raw';
import type { Level } from '../types';

/** Facilities as a plan would have them, for what-if runs. */
export interface FacilityChanges {
  readonly removedIds: readonly string[];
  /** New or moved facilities by column of the facilities table; a moved one replaces its row. */
  readonly added: Columns | null;
  /** Units the added ones are said to serve. */
  readonly serves: readonly { readonly facilityId: string; readonly unitCode: string }[];
}

export interface PrepareOptions {
  readonly divisions: Divisions;
  /** Date the figures speak of (ISO); null: the latest in the data. */
  readonly asOf: string | null;
  readonly dutyIds: readonly string[];
  readonly cellM: number;
  readonly changes?: FacilityChanges;
}

export interface Prepared {
  readonly tree: UnitTree;
  readonly resolve: CodeResolver;
  readonly asOf: string | null;
  /** Dates of the tables of figures, earliest first. */
  readonly dates: readonly string[];
  readonly provenance: readonly ProvenanceRow[];
  /** Rows in each table. */
  readonly rowCounts: ReadonlyMap<string, number>;
  readonly notes: readonly Note[];
  /** Cells of the net that stands in for missing grids, in degrees. */
  readonly cell: { readonly lonDegrees: number; readonly latDegrees: number };
}

/** Lays out the relations that the SELECTs read, in temporary tables of this connection. */
export async function prepareEvaluation(
  database: Database,
  options: PrepareOptions,
): Promise<Prepared> {
  await database.run(evaluationTables);
  await database.run(householdGroups);
  await database.run(provenanceRows);
  const [adminUnits, villagePairs, provenance] = await readBasics(database);
  const tree = unitTree(adminUnits, options.divisions, villagePairs);
  const resolve = codeResolver(tree, villagePairs);
  await insertUnits(database, tree);
  const notes = await insertAliases(database, tree, resolve, provenance, options.changes);
  await placeFacilities(database, options.changes);
  await insertOpeningTimes(database);
  await put(database, 'duty_ids', { duty_id: [...options.dutyIds] });
  const dates = datesOf(provenance);
  const asOf = options.asOf ?? dates.at(-1) ?? null;
  const totals = await loadTotals(database, tree, resolve, asOf);
  const cell = cellDegrees(adminUnits, options.cellM);
  if (!provenance.some((row) => row.table === 'grid_units')) {
    const { sql, values } = prepared(
      boundQuery(householdCells, {
        cell_lon_degrees: cell.lonDegrees,
        cell_lat_degrees: cell.latDegrees,
      }),
    );
    await database.run(sql, values);
  }
  await database.run(placedRelations);
  for (const family of Object.values(families)) await database.run(family);
  return {
    tree,
    resolve,
    asOf,
    dates,
    provenance: provenance.filter((row) => totals.isUsed(row)),
    rowCounts: countRows(provenance),
    notes,
    cell,
  };
}

type BasicUnit = AdminUnit & { readonly lat: number | null };

async function readBasics(database: Database): Promise<[BasicUnit[], CodePair[], ProvenanceRow[]]> {
  const units = await database.query(
    `SELECT unit_code, parent_code, name, level, kind, host_code, is_central_town,
       is_resettlement_site, lat FROM admin_units ORDER BY unit_code`,
  );
  const pairs = await database.query(
    'SELECT old_code, new_code FROM unit_crosswalk WHERE old_code IS NOT NULL AND new_code IS NOT NULL ORDER BY ALL',
  );
  const rows = await database.query('SELECT * FROM provenance_rows ORDER BY ALL');
  return [
    units.map((unit) => ({
      unitCode: String(unit['unit_code']),
      parentCode: unit['parent_code'] as string | null,
      name: String(unit['name']),
      level: unit['level'] as Level,
      kind: unit['kind'] as string | null,
      hostCode: unit['host_code'] as string | null,
      isCentralTown: unit['is_central_town'] as boolean | null,
      isResettlementSite: unit['is_resettlement_site'] as boolean | null,
      lat: unit['lat'] as number | null,
    })),
    pairs.map((pair) => ({ oldCode: String(pair['old_code']), newCode: String(pair['new_code']) })),
    rows.map((row) => ({
      table: String(row['table_name']),
      code: row['code'] as string | null,
      asOf: row['as_of'] as string | null,
      source: row['source'] as string | null,
      rows: Number(row['row_count']),
    })),
  ];
}

async function insertUnits(database: Database, tree: UnitTree): Promise<void> {
  const units = [...tree.units.values()];
  await put(database, 'assessed_units', {
    unit_code: units.map((unit) => unit.unitCode),
    parent_code: units.map((unit) => unit.parentCode),
    name: units.map((unit) => unit.name),
    level: units.map((unit) => unit.level),
    kind: units.map((unit) => unit.kind),
    is_resettlement_site: units.map((unit) => unit.isResettlementSite),
  });
  const pairs = units.flatMap((unit) =>
    ancestorsOf(tree, unit.unitCode).map((above) => [unit.unitCode, above.unitCode, above.level]),
  );
  await put(database, 'unit_ancestors', {
    unit_code: pairs.map((pair) => pair[0]),
    ancestor_code: pairs.map((pair) => pair[1]),
    ancestor_level: pairs.map((pair) => pair[2]),
  });
  const parents = [...tree.nativeParents];
  await put(database, 'native_parents', {
    unit_code: parents.map(([code]) => code),
    parent_code: parents.map(([, parent]) => parent),
  });
}

/** Every code found in the data, resolved once; notes say how many rows were placed only roughly. */
async function insertAliases(
  database: Database,
  tree: UnitTree,
  resolve: CodeResolver,
  provenance: readonly ProvenanceRow[],
  changes: FacilityChanges | undefined,
): Promise<Note[]> {
  const roughly = new Map<string, number>();
  const nowhere = new Map<string, number>();
  const codes = new Set<string>(tree.units.keys());
  for (const { table, code, rows } of provenance) {
    if (code !== null) codes.add(code);
    const resolved = resolve(code);
    if (resolved === null) nowhere.set(table, (nowhere.get(table) ?? 0) + rows);
    else if (!resolved.isExact) roughly.set(table, (roughly.get(table) ?? 0) + rows);
  }
  for (const code of changedCodes(changes)) codes.add(code);
  const aliases = [...codes].flatMap((code) => {
    const resolved = resolve(code);
    return resolved === null ? [] : [{ code, ...resolved }];
  });
  await put(database, 'code_aliases', {
    code: aliases.map((alias) => alias.code),
    unit_code: aliases.map((alias) => alias.unitCode),
    is_exact: aliases.map((alias) => alias.isExact),
  });
  const note =
    (code: string) =>
    ([table, count]: [string, number]) => ({
      code,
      params: { table, count },
    });
  return [
    ...[...roughly].map(note('rows_placed_roughly')),
    ...[...nowhere].map(note('rows_without_unit')),
  ];
}

function changedCodes(changes: FacilityChanges | undefined): string[] {
  const added = changes?.added?.['unit_code'];
  const codes = added && !('kind' in added) ? Array.from(added as ArrayLike<SqlValue>) : [];
  const served = changes?.serves.map((row) => row.unitCode) ?? [];
  return [...codes, ...served].filter((code): code is string => typeof code === 'string');
}

async function placeFacilities(
  database: Database,
  changes: FacilityChanges | undefined,
): Promise<void> {
  await database.run(facilitiesInView);
  if (changes === undefined) return;
  const added = changes.added?.['facility_id'];
  const addedIds = added && !('kind' in added) ? Array.from(added as ArrayLike<SqlValue>) : [];
  for (const id of [...changes.removedIds, ...addedIds]) {
    await database.run('DELETE FROM facilities_in_view WHERE facility_id = $1', [id]);
  }
  if (changes.added !== null) await put(database, 'facilities_in_view', changes.added);
  await put(database, 'services_in_view', {
    facility_id: changes.serves.map((row) => row.facilityId),
    unit_code: changes.serves.map((row) => row.unitCode),
  });
}

async function insertOpeningTimes(database: Database): Promise<void> {
  const texts = await database.query(
    `SELECT DISTINCT open_hours_text AS text FROM facilities_in_view
     WHERE open_hours_text IS NOT NULL ORDER BY text`,
  );
  const read = texts.flatMap(({ text }) => {
    const hours = parseOpeningHours(String(text));
    return hours === null ? [] : [{ text, ...hours }];
  });
  await put(database, 'opening_times', {
    open_hours_text: read.map((row) => row.text),
    minutes_per_day: read.map((row) => row.minutesPerDay),
    days_per_week: read.map((row) => row.daysPerWeek),
  });
}

/** Dates of figures; lists of units and grids are dated by their edition. */
function datesOf(provenance: readonly ProvenanceRow[]): string[] {
  const dates = provenance
    .filter((row) => row.table !== 'admin_units' && row.table !== 'grid_units')
    .map((row) => row.asOf)
    .filter((date) => date !== null);
  return [...new Set(dates)].sort();
}

function countRows(provenance: readonly ProvenanceRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, rows } of provenance) counts.set(table, (counts.get(table) ?? 0) + rows);
  return counts;
}

/** A square of so many metres at the city's middle latitude, to a millionth of a degree. */
function cellDegrees(units: readonly BasicUnit[], cellM: number): Prepared['cell'] {
  const latitudes = units.map((unit) => unit.lat).filter((lat) => lat !== null);
  const middle = latitudes.length ? (Math.min(...latitudes) + Math.max(...latitudes)) / 2 : 26.25;
  const metresPerDegree = 111_320;
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    latDegrees: rounded(cellM / metresPerDegree),
    lonDegrees: rounded(cellM / (metresPerDegree * Math.cos((middle * Math.PI) / 180))),
  };
}

/** Rows into a table; no rows, no call. */
export async function put(database: Database, table: string, columns: Columns): Promise<void> {
  const [first] = Object.values(columns);
  if (!('kind' in first) && first.length === 0) return;
  await database.insert(table, columns);
}
