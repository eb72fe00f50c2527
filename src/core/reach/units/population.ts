/**
 * Whom each household counts: persons, bands of age, those who live alone. What is unknown adds
 * nothing to a sum and is counted apart, so that a sum over unknowns only is unknown, never 0.
 */
import type { ImportedTable } from '../../import';
import { UNKNOWN_BOOLEAN, UNKNOWN_INTEGER, type ColumnData } from '../../store/columns';
import type { PopulationGroup } from './rollup';

export interface GroupCounts {
  /** People of the group in each household; 0 where unknown. */
  readonly values: Int32Array;
  /** 1 where known. */
  readonly known: Uint8Array;
  readonly unknownCount: number;
}

/** A group that no column speaks of is missing. */
export type Population = Partial<Readonly<Record<PopulationGroup, GroupCounts>>>;

const bands = ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'] as const;

/** People of 60 and over in each household; absent where a band is. */
export function olderPeopleOf({ columns, rowCount }: ImportedTable): GroupCounts | undefined {
  const parts = bands.map((name) => columns[name]);
  return parts.every((part) => part !== undefined) ? sumOf(parts, rowCount) : undefined;
}

/** @param weight a column that says how many people each row stands for, in place of `persons` */
export function populationOf(households: ImportedTable, weight: string | null): Population {
  const { columns, rowCount } = households;
  const ones = new Int32Array(rowCount).fill(1);
  const population: Partial<Record<PopulationGroup, GroupCounts>> = {
    households: { values: ones, known: new Uint8Array(rowCount).fill(1), unknownCount: 0 },
  };
  const put = (group: PopulationGroup, parts: readonly (ColumnData | undefined)[]) => {
    if (parts.every((part) => part !== undefined)) population[group] = sumOf(parts, rowCount);
  };
  put('persons', [columns[weight ?? 'persons']]);
  const older = olderPeopleOf(households);
  if (older) population.age_60_plus = older;
  put(
    'age_65_plus',
    bands.slice(1).map((name) => columns[name]),
  );
  put('age_80_plus', [columns.age_80_plus]);
  put('living_alone', [columns.living_alone]);
  put('dependent', [columns.dependent]);
  return population;
}

/** Adds a column where it is known. */
function add(
  column: Int32Array | Uint8Array,
  unknown: number,
  values: Int32Array,
  known: Uint8Array,
): void {
  for (let row = 0; row < values.length; row++) {
    const value = column[row];
    if (value === unknown) known[row] = 0;
    else values[row] += value;
  }
}

/** The sum of columns, unknown wherever one of them is. */
function sumOf(parts: readonly ColumnData[], rowCount: number): GroupCounts {
  const values = new Int32Array(rowCount);
  const known = new Uint8Array(rowCount).fill(1);
  for (const part of parts) {
    if (part.kind === 'integer') add(part.values, UNKNOWN_INTEGER, values, known);
    else if (part.kind === 'boolean') add(part.values, UNKNOWN_BOOLEAN, values, known);
  }
  let unknownCount = 0;
  for (let row = 0; row < rowCount; row++) {
    if (known[row] === 1) continue;
    values[row] = 0;
    unknownCount++;
  }
  return { values, known, unknownCount };
}
