/**
 * The bound of a maximum cover, in whole numbers. Each row has a multiplier in 0 … weight · scale:
 * the part of its weight that the candidates reaching it share out; the budget has a price. Then
 *
 *   scale · covered ≤ Σ rows (weight · scale − multiplier) + price · budget
 *                     + Σ candidates max(0, Σ multipliers of its rows − price · cost)
 *
 * for every choice within the budget, whatever the multipliers are: they only make it tight. (A
 * forced candidate adds its term even when negative, a forbidden one nothing.) All terms are whole
 * numbers below 2^53, so the bound is exact.
 */
import { CandidateState, type CoverModel } from '../model/cover-model';

export interface CoverMultipliers {
  /** A power of two. */
  readonly scale: number;
  /** Whole numbers, one for each row. */
  readonly row: Float64Array;
  /** Price of one unit of budget, a whole number. */
  readonly price: number;
}

export interface ExactBound {
  /** scale · bound, exact. */
  readonly scaled: number;
  /** The bound itself: no choice covers more (settled weight not included). */
  readonly covered: number;
  /** For each candidate scale · its reduced gain, exact. */
  readonly reducedGain: Float64Array;
}

/** The largest scale whose sums stay exact. */
export function scaleFor(model: CoverModel, budget: number): number {
  let sum = 1;
  for (let j = 0; j < model.candidateCount; j++) {
    for (let a = model.candidateStart[j]; a < model.candidateStart[j + 1]; a++) {
      sum += model.rowWeight[model.candidateRows[a]];
    }
  }
  const worst = 4 * (sum + budget + model.totalWeight);
  return 2 ** Math.max(0, Math.min(20, Math.floor(Math.log2(2 ** 52 / worst))));
}

/** Rounds floating multipliers to whole ones within their range. */
export function wholeMultipliers(
  model: CoverModel,
  scale: number,
  multiplier: Float64Array,
  price: number,
): CoverMultipliers {
  const row = new Float64Array(model.rowCount);
  for (let r = 0; r < row.length; r++) {
    const most = model.rowWeight[r] * scale;
    row[r] = Math.min(most, Math.max(0, Math.round(multiplier[r] * scale)));
  }
  return { scale, row, price: Math.max(0, Math.round(price * scale)) };
}

export function exactBound(
  model: CoverModel,
  budget: number,
  multipliers: CoverMultipliers,
): ExactBound {
  const { scale, row, price } = multipliers;
  const { candidateStart, candidateRows, candidateCost, candidateState } = model;
  const reducedGain = new Float64Array(model.candidateCount);
  let scaled = price * budget;
  for (let r = 0; r < model.rowCount; r++) scaled += model.rowWeight[r] * scale - row[r];
  for (let j = 0; j < model.candidateCount; j++) {
    if (candidateState[j] === CandidateState.forbidden) continue;
    let gain = -price * candidateCost[j];
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) gain += row[candidateRows[a]];
    reducedGain[j] = gain;
    if (gain > 0 || candidateState[j] === CandidateState.forced) scaled += gain;
  }
  return { scaled, covered: Math.floor(scaled / scale), reducedGain };
}
