/** Reads the tables that state totals of units, and lays the totals out for the SELECTs. */
import type { Database, Row } from '../../store/database';
import type { CodeResolver } from '../divisions/resolve-code';
import { ancestorsOf, type UnitTree } from '../divisions/unit-tree';
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
    family_or_listed: at(familyOrListed(tree, family.byUnit, listed.households)),
    dependent: at(listed.dependent),
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

interface Listed {
  readonly households: ReadonlyMap<string, number>;
  readonly persons: ReadonlyMap<string, number>;
  readonly dependent: ReadonlyMap<string, number>;
}

/** Sums of the household table by unit; a unit without rows, or with a blank, has no sum. */
async function listedHouseholds(
  database: Database,
  tree: UnitTree,
  resolve: CodeResolver,
): Promise<Listed> {
  const groups = await database.query(
    `SELECT code,
       CAST(sum(family_households) AS BIGINT) AS households, 0 AS households_blank,
       CAST(sum(persons) AS BIGINT) AS persons, CAST(sum(persons_blank) AS BIGINT) AS persons_blank,
       CAST(sum(dependent) AS BIGINT) AS dependent,
       CAST(sum(dependent_blank) AS BIGINT) AS dependent_blank
     FROM household_groups WHERE code IS NOT NULL GROUP BY code ORDER BY code`,
  );
  const placed = groups.flatMap((group) => {
    const resolved = resolve(String(group['code']));
    if (resolved === null) return [];
    return ancestorsOf(tree, resolved.unitCode).map(({ unitCode }) => ({ unitCode, group }));
  });
  const sumOf = (field: string) => {
    const sums = new Map<string, number>();
    for (const { unitCode, group } of placed) {
      sums.set(unitCode, (sums.get(unitCode) ?? 0) + Number(group[field] ?? 0));
    }
    for (const { unitCode, group } of placed) {
      if (Number(group[`${field}_blank`]) > 0) sums.delete(unitCode);
    }
    return sums;
  };
  return {
    households: sumOf('households'),
    persons: sumOf('persons'),
    dependent: sumOf('dependent'),
  };
}

/**
 * Households stated for a unit, else those listed. A household table that lists only some (a register
 * of older people) must not become a denominator: where the nearest unit above with a stated figure
 * differs from the list by more than one in a hundred, the list is not used.
 */
function familyOrListed(
  tree: UnitTree,
  stated: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, number>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const unitCode of tree.units.keys()) {
    const own = stated.get(unitCode) ?? null;
    const above = ancestorsOf(tree, unitCode).find((unit) => stated.has(unit.unitCode));
    const isWhole =
      above === undefined ||
      100 * Math.abs((listed.get(above.unitCode) ?? 0) - stated.get(above.unitCode)!) <=
        stated.get(above.unitCode)!;
    const total = own ?? (isWhole ? (listed.get(unitCode) ?? null) : null);
    if (total !== null) found.set(unitCode, total);
  }
  return found;
}
