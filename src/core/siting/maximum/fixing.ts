/**
 * Reduced-cost fixing: a candidate without which (or with which) even the bound stays at or below
 * the value in hand is in every (or no) better choice. The fixed candidates become states of a
 * smaller problem, and the same multipliers prove each of them.
 */
import type { MultiplierRound } from '../certificate';
import { CandidateState, type CoverModel } from '../model/cover-model';
import type { CoverMultipliers, ExactBound } from './multipliers';

export interface Fixed {
  readonly model: CoverModel;
  readonly round: MultiplierRound;
  /** Free candidates left. */
  readonly openCount: number;
}

/** @param covered value in hand: weight covered, settled weight not included */
export function fixCandidates(
  model: CoverModel,
  multipliers: CoverMultipliers,
  exact: ExactBound,
  covered: number,
): Fixed {
  const fixedIn: number[] = [];
  const fixedOut: number[] = [];
  const candidateState = model.candidateState.slice();
  let openCount = 0;
  for (let j = 0; j < model.candidateCount; j++) {
    if (candidateState[j] !== CandidateState.free) continue;
    const gain = exact.reducedGain[j];
    if (Math.floor((exact.scaled - Math.abs(gain)) / multipliers.scale) > covered) {
      openCount++;
    } else if (gain > 0) {
      fixedIn.push(j);
      candidateState[j] = CandidateState.forced;
    } else {
      fixedOut.push(j);
      candidateState[j] = CandidateState.forbidden;
    }
  }
  const { scale, row, price } = multipliers;
  return {
    model: { ...model, candidateState },
    round: { scale, row: Array.from(row), price, fixedIn, fixedOut },
    openCount,
  };
}
