/**
 * Median and 90th percentile of the walk, by unit. The quantile q is the shortest walk that at
 * least the share q of the households does not exceed (no interpolation), so the answer is some
 * household's own walk. Households that reach no facility, or join no street, count as infinitely
 * far; households without a place are unknown and do not count.
 */
import { sortedIndices } from '../../geo';
import { CoverageState } from '../walks/coverage-states';
import { unitsBottomUp, type UnitTree } from './rollup';

export interface WalkQuantiles {
  /** Centimetres, -1 where the unit has no placed household or the quantile is out of reach. */
  readonly medianCm: Int32Array;
  readonly p90Cm: Int32Array;
}

/** `weight` counts each household as that many; absent: once. */
export function quantilesByUnit(
  tree: UnitTree,
  unit: Int32Array,
  states: Uint8Array,
  costCm: Int32Array,
  weight?: ArrayLike<number>,
): WalkQuantiles {
  return weight === undefined
    ? selected(tree, unit, states, costCm)
    : weighed(tree, unit, states, costCm, weight);
}

/**
 * Each household counts once: walks are laid out so that those of every unit, the units below it
 * included, lie side by side, and the wanted ones are selected there without sorting.
 */
function selected(
  tree: UnitTree,
  unit: Int32Array,
  states: Uint8Array,
  costCm: Int32Array,
): WalkQuantiles {
  const { parent } = tree;
  const unitCount = parent.length;
  const bottomUp = unitsBottomUp(tree);
  const placed = new Uint32Array(unitCount);
  const walking = new Uint32Array(unitCount);
  for (let i = 0; i < states.length; i++) {
    const u = unit[i];
    if (u < 0 || states[i] === CoverageState.notLocated) continue;
    placed[u]++;
    if (hasWalk(states[i], costCm[i])) walking[u]++;
  }
  const own = walking.slice();
  for (const u of bottomUp) {
    if (parent[u] < 0) continue;
    placed[parent[u]] += placed[u];
    walking[parent[u]] += walking[u];
  }

  // A unit's own walks first, then those of the units below it, one after another.
  const start = new Uint32Array(unitCount);
  const next = new Uint32Array(unitCount);
  let end = 0;
  for (let k = unitCount - 1; k >= 0; k--) {
    const u = bottomUp[k];
    const above = parent[u];
    start[u] = above < 0 ? end : next[above];
    if (above < 0) end += walking[u];
    else next[above] += walking[u];
    next[u] = start[u] + own[u];
  }
  const fill = start.slice();
  const walks = new Int32Array(end);
  for (let i = 0; i < states.length; i++) {
    if (unit[i] >= 0 && hasWalk(states[i], costCm[i])) walks[fill[unit[i]]++] = costCm[i];
  }

  const medianCm = new Int32Array(unitCount).fill(-1);
  const p90Cm = new Int32Array(unitCount).fill(-1);
  // From below: selecting in a unit moves walks across the units within it.
  for (const u of bottomUp) {
    if (placed[u] === 0) continue;
    const last = start[u] + walking[u] - 1;
    const median = start[u] + Math.ceil(placed[u] / 2) - 1;
    const p90 = start[u] + Math.ceil((9 * placed[u]) / 10) - 1;
    if (median > last) continue;
    medianCm[u] = select(walks, start[u], last, median);
    if (p90 <= last) p90Cm[u] = select(walks, median, last, p90);
  }
  return { medianCm, p90Cm };
}

/** Whether a household with a place walks to a facility at all. */
function hasWalk(state: number, costCm: number): boolean {
  return costCm >= 0 && state !== CoverageState.notLocated && state !== CoverageState.notConnected;
}

/** Reorders values[left … right] so that the one at `rank` is where sorting would put it; its value. */
function select(values: Int32Array, left: number, right: number, rank: number): number {
  while (left < right) {
    const middle = (left + right) >> 1;
    const [a, b, c] = [values[left], values[middle], values[right]];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swap = values[i];
      values[i++] = values[j];
      values[j--] = swap;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return values[rank];
}

function weighed(
  tree: UnitTree,
  unit: Int32Array,
  states: Uint8Array,
  costCm: Int32Array,
  weight: ArrayLike<number>,
): WalkQuantiles {
  const unitCount = tree.parent.length;
  const all = new Float64Array(unitCount);
  for (let i = 0; i < states.length; i++) {
    if (unit[i] >= 0 && states[i] !== CoverageState.notLocated) all[unit[i]] += weight[i];
  }
  for (const u of unitsBottomUp(tree)) if (tree.parent[u] >= 0) all[tree.parent[u]] += all[u];

  // Walks from short to long; each household adds to its unit and those above until they have both.
  const quantiles = {
    medianCm: new Int32Array(unitCount).fill(-1),
    p90Cm: new Int32Array(unitCount).fill(-1),
  };
  const { parent } = tree;
  const { medianCm, p90Cm } = quantiles;
  const passed = new Float64Array(unitCount);
  const order = byWalk(unit, states, costCm);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const count = weight[i];
    if (count <= 0) continue;
    for (let u = unit[i]; u >= 0; u = parent[u]) {
      const by = (passed[u] += count);
      if (medianCm[u] < 0 && 2 * by >= all[u]) medianCm[u] = costCm[i];
      if (p90Cm[u] < 0 && 10 * by >= 9 * all[u]) p90Cm[u] = costCm[i];
    }
  }
  return quantiles;
}

/** Indices of the placed households with a walk, shortest first, equal walks in their own order. */
function byWalk(unit: Int32Array, states: Uint8Array, costCm: Int32Array): Uint32Array {
  const rows = new Uint32Array(states.length);
  let count = 0;
  for (let i = 0; i < states.length; i++) {
    if (unit[i] >= 0 && hasWalk(states[i], costCm[i])) rows[count++] = i;
  }
  const keys = new Uint32Array(count);
  for (let k = 0; k < count; k++) keys[k] = costCm[rows[k]];
  const order = sortedIndices(keys);
  for (let k = 0; k < count; k++) order[k] = rows[order[k]];
  return order;
}
