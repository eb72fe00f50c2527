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
  const unitCount = tree.parent.length;
  const all = new Float64Array(unitCount);
  for (let i = 0; i < states.length; i++) {
    if (unit[i] >= 0 && states[i] !== CoverageState.notLocated) {
      all[unit[i]] += weight === undefined ? 1 : weight[i];
    }
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
    const count = weight === undefined ? 1 : weight[i];
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
    if (unit[i] < 0 || states[i] === CoverageState.notLocated || costCm[i] < 0) continue;
    if (states[i] === CoverageState.notConnected) continue;
    rows[count++] = i;
  }
  const keys = new Uint32Array(count);
  for (let k = 0; k < count; k++) keys[k] = costCm[rows[k]];
  const order = sortedIndices(keys);
  for (let k = 0; k < count; k++) order[k] = rows[order[k]];
  return order;
}
