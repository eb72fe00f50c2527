/**
 * The bound of a target, in whole numbers. Each row has a multiplier, what reaching it must cost at
 * least, and each unit with links (unit-links.ts) another for their strength. From them alone follow
 *
 *   the price of a unit: its strength times its own multiplier, and the cheapest of its rows'
 *   multipliers that fill its need (part of a row at its part; a row counts at most the need),
 *   the price of a group: the cheapest units that fill its need (part of a unit at its part),
 *
 *   scale · cost ≥ Σ groups price + Σ candidates min(0, scale · cost − its multipliers)
 *
 * for every choice that reaches the target, whatever the multipliers are; a candidate's multipliers
 * are those of its rows, and those of its units times the strength of the link. (A forced candidate adds
 * its term even when positive, a forbidden one nothing.) Parts are rounded down, so the bound holds
 * to the last unit.
 */
import { CandidateState } from '../model/cover-model';
import { rowsOfUnits, type TargetModel } from './target-model';
import type { UnitLinks } from './unit-links';

export interface TargetBound {
  /** scale · bound. */
  readonly scaled: number;
  /** No choice that reaches the target costs less. */
  readonly cost: number;
  /** For each candidate scale · its cost less its multipliers. */
  readonly reducedCost: Float64Array;
}

/** A scale that keeps every sum and product below 2^52. */
export function targetScale(model: TargetModel): number {
  let cost = 1;
  for (let j = 0; j < model.candidateCount; j++) cost += model.candidateCost[j];
  let most = 1;
  for (let u = 0; u < model.unitCount; u++) {
    most = Math.max(most, model.unitWorth[u], model.unitNeed[u]);
  }
  for (let r = 0; r < model.rowCount; r++) most = Math.max(most, model.rowWeight[r]);
  const room = Math.floor(Math.log2(2 ** 52 / (8 * cost * most)));
  return 2 ** Math.max(0, Math.min(24, room));
}

/** Price of filling `need` from parts of `size` at `price` each, the part of the last rounded down. */
export function cheapestFill(
  items: readonly number[],
  size: ArrayLike<number>,
  price: ArrayLike<number>,
  need: number,
): number {
  const order = [...items].sort((a, b) => price[a] * size[b] - price[b] * size[a] || a - b);
  let left = need;
  let sum = 0;
  for (const i of order) {
    if (size[i] >= left) return sum + Math.floor((price[i] * left) / size[i]);
    left -= size[i];
    sum += price[i];
  }
  return Infinity;
}

export interface TargetMultipliers {
  readonly scale: number;
  /** Whole numbers, one for each row, and one for each unit. */
  readonly row: Float64Array;
  readonly unit: Float64Array;
}

export function targetBound(
  model: TargetModel,
  links: UnitLinks,
  { scale, row, unit }: TargetMultipliers,
): TargetBound {
  const { candidateStart, candidateRows, candidateCost, candidateState } = model;
  const rowStart = rowsOfUnits(model);
  const unitPrice = new Float64Array(model.unitCount);
  const size = new Float64Array(model.rowCount);
  const unitsOf: number[][] = Array.from({ length: model.groupCount }, () => []);
  for (let u = 0; u < model.unitCount; u++) {
    const rows: number[] = [];
    for (let r = rowStart[u]; r < rowStart[u + 1]; r++) {
      if (isReachable(model, r)) rows.push(r);
    }
    const need = model.unitNeed[u];
    for (const r of rows) size[r] = Math.min(model.rowWeight[r], need);
    unitPrice[u] = cheapestFill(rows, size, row, need) + links.unitStrength[u] * unit[u];
    if (Number.isFinite(unitPrice[u])) unitsOf[model.unitGroup[u]].push(u);
  }
  let scaled = 0;
  for (let g = 0; g < model.groupCount; g++) {
    scaled += cheapestFill(unitsOf[g], model.unitWorth, unitPrice, model.groupNeed[g]);
  }
  const reducedCost = new Float64Array(model.candidateCount);
  for (let j = 0; j < model.candidateCount; j++) {
    if (candidateState[j] === CandidateState.forbidden) continue;
    let reduced = candidateCost[j] * scale;
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++)
      reduced -= row[candidateRows[a]];
    for (let n = links.linkStart[j]; n < links.linkStart[j + 1]; n++) {
      reduced -= links.linkStrength[n] * unit[links.linkUnit[n]];
    }
    reducedCost[j] = reduced;
    if (reduced < 0 || candidateState[j] === CandidateState.forced) scaled += reduced;
  }
  return { scaled, cost: Math.ceil(scaled / scale), reducedCost };
}

/** Whether a candidate that is not forbidden reaches the row. */
export function isReachable(model: TargetModel, r: number): boolean {
  for (let b = model.rowStart[r]; b < model.rowStart[r + 1]; b++) {
    if (model.candidateState[model.rowCandidates[b]] !== CandidateState.forbidden) return true;
  }
  return false;
}
