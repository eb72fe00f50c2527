/**
 * Totals that are stated for a unit as a whole (residents, households, volunteers): a unit's own row
 * stands where it has one, the latest that is not after the date asked for; else the units that became
 * it, or the sum of the units below, if none of them is missing. A gap is a gap, never 0.
 */
import type { CodeResolver } from '../divisions/resolve-code';
import type { TreeUnit, UnitTree } from '../divisions/unit-tree';

/** One stated row: a code as the table writes it, a date, and figures. */
export interface StatedRow {
  readonly code: string | null;
  readonly asOf: string | null;
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface TotalsRequest {
  readonly tree: UnitTree;
  readonly resolve: CodeResolver;
  readonly rows: readonly StatedRow[];
  readonly field: string;
  /** No row after this date; null: any. */
  readonly asOf: string | null;
  /** Rows of this year first ("2020"), whatever else there is. */
  readonly preferredYear?: string | null;
}

export interface Totals {
  readonly byUnit: ReadonlyMap<string, number>;
  /** Dates of the rows that were used. */
  readonly datesUsed: ReadonlySet<string>;
}

/** The totals of one field for every unit that has one. */
export function unitTotals(request: TotalsRequest): Totals {
  const { tree, resolve, rows, field } = request;
  const ownByCode = new Map<string, StatedRow>();
  for (const row of rows) {
    if (row.code === null || row.figures[field] === null || row.figures[field] === undefined)
      continue;
    if (request.asOf !== null && row.asOf !== null && row.asOf > request.asOf) continue;
    const standing = ownByCode.get(row.code);
    if (standing === undefined || isBetter(row, standing, request.preferredYear ?? null)) {
      ownByCode.set(row.code, row);
    }
  }

  const stated = new Map<string, Map<string, StatedRow>>();
  for (const [code, row] of ownByCode) {
    const resolved = resolve(code);
    if (resolved === null || !resolved.isExact) continue;
    const rowsOfUnit = stated.get(resolved.unitCode) ?? new Map<string, StatedRow>();
    stated.set(resolved.unitCode, rowsOfUnit.set(twelve(code), row));
  }

  const children = childrenOf(tree);
  const byUnit = new Map<string, number>();
  const datesUsed = new Set<string>();
  const use = (row: StatedRow) => {
    if (row.asOf !== null) datesUsed.add(row.asOf);
    return row.figures[field] as number;
  };
  const totalOf = (unit: TreeUnit): number | null => {
    const below = (children.get(unit.unitCode) ?? []).map(
      (child) => [child, totalOf(child)] as const,
    );
    const rowsOfUnit = stated.get(unit.unitCode);
    const own = rowsOfUnit && ownTotal(unit, rowsOfUnit, tree);
    let total: number | null = null;
    if (own) total = own.reduce((sum, row) => sum + use(row), 0);
    else if (below.length > 0 && below.every(([child, sum]) => sum !== null || isVirtual(child))) {
      total = below.reduce((sum, [, part]) => sum + (part ?? 0), 0);
    } else if (unit.level === 'city') {
      total = sumOfStatedCounties(tree, ownByCode, use);
    }
    if (total !== null) byUnit.set(unit.unitCode, total);
    return total;
  };
  for (const unit of tree.units.values()) {
    if (unit.parentCode === null || !tree.units.has(unit.parentCode)) totalOf(unit);
  }
  return { byUnit, datesUsed };
}

const twelve = (code: string) => code.trim().padEnd(12, '0');
const isVirtual = (unit: TreeUnit) => unit.kind === 'other';

/** A later row, or one of the preferred year. */
function isBetter(row: StatedRow, standing: StatedRow, year: string | null): boolean {
  const rank = (one: StatedRow) => (year !== null && one.asOf?.startsWith(year) ? 1 : 0);
  if (rank(row) !== rank(standing)) return rank(row) > rank(standing);
  return (row.asOf ?? '') > (standing.asOf ?? '');
}

/** The unit's own row, else those of all units it was made of; undefined where one is missing. */
function ownTotal(
  unit: TreeUnit,
  rows: ReadonlyMap<string, StatedRow>,
  tree: UnitTree,
): StatedRow[] | undefined {
  const own = rows.get(unit.unitCode);
  if (own) return [own];
  const parts = tree.constituents.get(unit.unitCode);
  if (parts === undefined) return [...rows.values()];
  return parts.every((code) => rows.has(code)) ? parts.map((code) => rows.get(code)!) : undefined;
}

function childrenOf(tree: UnitTree): Map<string, TreeUnit[]> {
  const children = new Map<string, TreeUnit[]>();
  for (const unit of tree.units.values()) {
    if (unit.parentCode === null) continue;
    children.set(unit.parentCode, [...(children.get(unit.parentCode) ?? []), unit]);
  }
  return children;
}

/**
 * The city from its counties as admin_units has them, where the chosen divisions cannot divide a
 * county's figure: the sum is the same whatever the borders inside.
 */
function sumOfStatedCounties(
  tree: UnitTree,
  ownByCode: ReadonlyMap<string, StatedRow>,
  use: (row: StatedRow) => number,
): number | null {
  if (tree.nativeCounties.length === 0) return null;
  let sum = 0;
  for (const code of tree.nativeCounties) {
    const row = ownByCode.get(code) ?? ownByCode.get(code.slice(0, 6));
    if (row === undefined) return null;
    sum += use(row);
  }
  return sum;
}
