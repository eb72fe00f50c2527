/**
 * The bound of a p-median, in whole numbers. Each row has a multiplier, at most scale · weight · stay:
 * what its walk must cost at least. Opening a candidate costs `price` and saves what its pairs lie
 * below their rows' multipliers:
 *
 *   scale · walk ≥ Σ rows multiplier − price · sites
 *                  + Σ candidates min(0, price + Σ pairs min(0, scale · weight · distance − multiplier))
 *
 * for every choice of so many sites, whatever the multipliers are. (A forced candidate adds its term
 * even when positive, a forbidden one nothing.)
 */
import { CandidateState } from '../model/cover-model';
import type { MedianModel } from './median-model';

export interface MedianMultipliers {
  readonly scale: number;
  readonly row: Float64Array;
  readonly price: number;
}

export interface MedianBound {
  readonly scaled: number;
  /** No choice of so many sites walks less. */
  readonly walk: number;
  /** For each candidate scale · what opening it adds at these multipliers. */
  readonly reducedCost: Float64Array;
}

/** A scale that keeps every sum below 2^52. */
export function medianScale(model: MedianModel): number {
  let most = 1;
  for (let r = 0; r < model.rowCount; r++) most += model.rowWeight[r] * model.rowStay[r];
  return 2 ** Math.max(0, Math.min(20, Math.floor(Math.log2(2 ** 52 / (8 * most)))));
}

export function wholeMedianMultipliers(
  model: MedianModel,
  scale: number,
  multiplier: Float64Array,
  price: number,
): MedianMultipliers {
  const row = multiplier.map((value, r) =>
    Math.min(scale * model.rowWeight[r] * model.rowStay[r], Math.max(0, Math.round(value * scale))),
  );
  return { scale, row, price: Math.max(0, Math.round(price * scale)) };
}

export function medianBound(
  model: MedianModel,
  sites: number,
  { scale, row, price }: MedianMultipliers,
): MedianBound {
  const { rowStart, rowWeight, pairCandidate, pairDistance, candidateState } = model;
  const reducedCost = new Float64Array(model.candidateCount).fill(price);
  let scaled = -price * sites;
  for (let r = 0; r < model.rowCount; r++) {
    scaled += row[r];
    const perUnit = scale * rowWeight[r];
    for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
      const below = perUnit * pairDistance[a] - row[r];
      if (below >= 0) break;
      reducedCost[pairCandidate[a]] += below;
    }
  }
  for (let j = 0; j < model.candidateCount; j++) {
    if (candidateState[j] === CandidateState.forbidden) continue;
    if (reducedCost[j] < 0 || candidateState[j] === CandidateState.forced) scaled += reducedCost[j];
  }
  return { scaled, walk: Math.ceil(scaled / scale), reducedCost };
}
