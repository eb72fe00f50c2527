/**
 * From households to villages, towns, counties and the city. All sums are whole numbers and a rate
 * is a ratio of sums, rounded down; those not connected or not located stay in the denominator, and
 * where nobody at all is located there is no rate (`isJudged`).
 */
import { CoverageState } from '../walks/coverage-states';

/** Whom a column counts, in the order of coverage_units. */
export const populationGroups = [
  'households',
  'persons',
  'age_60_plus',
  'age_65_plus',
  'age_80_plus',
  'living_alone',
  'dependent',
] as const;
export type PopulationGroup = (typeof populationGroups)[number];

/**
 * How many of each group live in each household; a group without a column is unknown and has no
 * sums. `living_alone` is 1 for a household flagged so: the one older person who lives there.
 */
export type PopulationColumns = Partial<Readonly<Record<PopulationGroup, ArrayLike<number>>>>;

/** Units as indices: parent[u] is the unit above u, -1 at the top. Any order. */
export interface UnitTree {
  readonly parent: Int32Array;
}

/** Sums of one group for each unit. */
export interface GroupSums {
  readonly total: Float64Array;
  readonly covered: Float64Array;
  readonly notConnected: Float64Array;
  readonly notLocated: Float64Array;
}

export type UnitSums = Partial<Readonly<Record<PopulationGroup, GroupSums>>>;

/**
 * Sums for every unit, each household counting in its own unit and all above it. `unit[i]` is
 * household i's unit, -1 where unknown (it then counts nowhere).
 */
export function sumByUnit(
  tree: UnitTree,
  unit: Int32Array,
  states: Uint8Array,
  columns: PopulationColumns,
): UnitSums {
  const sums: Partial<Record<PopulationGroup, GroupSums>> = {};
  const bottomUp = unitsBottomUp(tree);
  for (const group of populationGroups) {
    const column = columns[group];
    if (column === undefined) continue;
    const own = ownSums(tree.parent.length, unit, states, column);
    for (const series of [own.total, own.covered, own.notConnected, own.notLocated]) {
      for (const u of bottomUp) if (tree.parent[u] >= 0) series[tree.parent[u]] += series[u];
    }
    sums[group] = own;
  }
  return sums;
}

function emptySums(unitCount: number): GroupSums {
  return {
    total: new Float64Array(unitCount),
    covered: new Float64Array(unitCount),
    notConnected: new Float64Array(unitCount),
    notLocated: new Float64Array(unitCount),
  };
}

/** What lives in each unit itself. One cell for each unit and state keeps the long loop short. */
function ownSums(
  unitCount: number,
  unit: Int32Array,
  states: Uint8Array,
  column: ArrayLike<number>,
): GroupSums {
  const cells = new Float64Array(4 * unitCount);
  for (let i = 0; i < states.length; i++) {
    const u = unit[i];
    if (u >= 0) cells[4 * u + states[i]] += column[i];
  }
  const sums = emptySums(unitCount);
  for (let u = 0; u < unitCount; u++) {
    const own = cells.subarray(4 * u, 4 * u + 4);
    sums.total[u] = own[0] + own[1] + own[2] + own[3];
    sums.covered[u] = own[CoverageState.covered];
    sums.notConnected[u] = own[CoverageState.notConnected];
    sums.notLocated[u] = own[CoverageState.notLocated];
  }
  return sums;
}

/** Units so that each comes before its parent. */
export function unitsBottomUp({ parent }: UnitTree): Int32Array {
  const depth = new Int32Array(parent.length);
  for (let u = 0; u < parent.length; u++) {
    for (let above = parent[u]; above >= 0 && depth[u] <= parent.length; above = parent[above]) {
      depth[u]++;
    }
  }
  return Int32Array.from(parent.keys()).sort((a, b) => depth[b] - depth[a] || a - b);
}

/**
 * Whether a unit's sums say how many are covered: where everybody is without a place on the map no walk
 * was judged, and none covered would be a guess. Where some have a place the others stay in the
 * denominator, so a rate is the least it can be.
 */
export function isJudged({ total, notLocated }: GroupSums, unit: number): boolean {
  return total[unit] === 0 || notLocated[unit] < total[unit];
}

/** Hundredths of a percent, rounded down, or undefined where there is nobody: 10000 is all. */
export function rateHundredths(covered: number, total: number): number | undefined {
  return total > 0 ? Math.floor((10000 * covered) / total) : undefined;
}
