/** Reads the tables that state totals of units, and lays the totals out for the SELECTs. */
import type { Database, Row } from '../store/database';
import type { CodeResolver } from './divisions/resolve-code';
import { ancestorsOf, type UnitTree } from './divisions/unit-tree';
import type { ProvenanceRow } from './sources';
import { unitTotals, type StatedRow } from './totals';

export interface LoadedTotals {
  /** False for rows of dates that no total used (an older census beside the one used). */
  isUsed(row: ProvenanceRow): boolean;
}

const populationFields = ['residents', 'registered', 'family_households', 'registered_households'];

/** Fills unit_totals under the chosen divisions. */
export async function loadTotals(
  database: Database,
  tree: UnitTree,
  resolve: CodeResolver,
  asOf: string | null,
): Promise<LoadedTotals> {
  const population = await statedRows(database, 'population', populationFields);
  const volunteers = await statedRows(database, 'volunteers', ['registered_volunteers']);
  const base = { tree, resolve, asOf };
  const volunteerTotals = unitTotals({ ...base, rows: volunteers, field: 'registered_volunteers' });
  const volunteerDate = [...volunteerTotals.datesUsed].sort().at(-1) ?? null;
  const preferredYear = volunteerDate?.slice(0, 4) ?? null;

  const of = (field: string, year: string | null = null) =>
    unitTotals({ ...base, rows: population, field, preferredYear: year });
  const residents = of('residents', preferredYear);
  const registered = of('registered', preferredYear);
  const family = of('family_households');
  const registeredHouseholds = of('registered_households');
  const listed = await listedHouseholds(database, tree, resolve);

  const codes = [...tree.units.keys()];
  const at = (totals: ReadonlyMap<string, number>) => codes.map((code) => totals.get(code) ?? null);
  await database.insert('unit_totals', {
    unit_code: codes,
    residents: at(residents.byUnit),
    registered: at(registered.byUnit),
    family_households: at(family.byUnit),
    registered_households: at(registeredHouseholds.byUnit),
    listed_households: at(listed.households),
    registered_volunteers: at(volunteerTotals.byUnit),
    residents_or_listed: codes.map(
      (code) => residents.byUnit.get(code) ?? listed.persons.get(code) ?? null,
    ),
  });
  const used = new Set(
    [residents, registered, family, registeredHouseholds].flatMap((totals) => [
      ...totals.datesUsed,
    ]),
  );
  return {
    isUsed: (row) => row.table !== 'population' || row.asOf === null || used.has(row.asOf),
  };
}

async function statedRows(
  database: Database,
  table: 'population' | 'volunteers',
  fields: readonly string[],
): Promise<StatedRow[]> {
  const rows = await database.query(
    `SELECT unit_code, as_of, ${fields.join(', ')} FROM ${table} ORDER BY ALL`,
  );
  return rows.map((row: Row) => ({
    code: row['unit_code'] as string | null,
    asOf: row['as_of'] as string | null,
    figures: Object.fromEntries(fields.map((field) => [field, row[field] as number | null])),
  }));
}

/** Family households and persons as the household table lists them; a unit without rows has none. */
async function listedHouseholds(database: Database, tree: UnitTree, resolve: CodeResolver) {
  const groups = await database.query(
    `SELECT code, CAST(sum(family_households) AS BIGINT) AS households,
       CAST(sum(persons) AS BIGINT) AS persons, CAST(sum(persons_blank) AS BIGINT) AS persons_blank
     FROM household_groups WHERE code IS NOT NULL GROUP BY code ORDER BY code`,
  );
  const households = new Map<string, number>();
  const persons = new Map<string, number>();
  const blanks = new Set<string>();
  for (const group of groups) {
    const resolved = resolve(String(group['code']));
    if (resolved === null) continue;
    for (const { unitCode } of ancestorsOf(tree, resolved.unitCode)) {
      households.set(unitCode, (households.get(unitCode) ?? 0) + Number(group['households']));
      persons.set(unitCode, (persons.get(unitCode) ?? 0) + Number(group['persons'] ?? 0));
      if (Number(group['persons_blank']) > 0) blanks.add(unitCode);
    }
  }
  for (const unitCode of blanks) persons.delete(unitCode);
  return { households, persons };
}
