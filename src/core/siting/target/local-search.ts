/** Cheap choices that reach the target: greedy, pruning, and tearing down and building up again. */
import { CandidateState } from '../model/cover-model';
import type { SeededRandom } from '../model/seeded-random';
import type { TargetState } from './target-state';

/**
 * Opens what brings most for its cost until the target is reached; false if it cannot be. With
 * `random` scores vary a little, so that another attempt goes another way.
 */
export function reachTarget(state: TargetState, random?: SeededRandom): boolean {
  const { candidateCount, candidateCost, candidateState } = state.model;
  while (!state.isReached) {
    let best = -1;
    let bestScore = 0;
    for (let j = 0; j < candidateCount; j++) {
      if (state.isOpen[j] === 1 || candidateState[j] === CandidateState.forbidden) continue;
      let score = state.progress(j) / Math.max(candidateCost[j], 0.01);
      if (random !== undefined) score *= 0.85 + 0.3 * random.next();
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    if (best < 0) return false;
    state.open(best);
  }
  return true;
}

/** Closes every site the target does not need, dearest and least useful first. */
export function prune(state: TargetState): void {
  const { candidateCost, candidateState, candidateStart } = state.model;
  const size = (j: number) => candidateStart[j + 1] - candidateStart[j];
  const sites = state.chosen().filter((j) => candidateState[j] !== CandidateState.forced);
  sites.sort((a, b) => candidateCost[b] - candidateCost[a] || size(a) - size(b) || a - b);
  for (const j of sites) {
    if (candidateCost[j] === 0) continue;
    state.close(j);
    if (!state.isReached) state.open(j);
  }
}

export function openForced(state: TargetState): void {
  for (let j = 0; j < state.model.candidateCount; j++) {
    if (state.model.candidateState[j] === CandidateState.forced && state.isOpen[j] === 0) {
      state.open(j);
    }
  }
}

/** Rounds of closing some sites and reaching the target again; `state` ends at the cheapest. */
export function rebuild(state: TargetState, rounds: number, random: SeededRandom): void {
  let best = state.chosen();
  let bestCost = state.cost;
  for (let round = 0; round < rounds; round++) {
    const sites = state
      .chosen()
      .filter((j) => state.model.candidateState[j] !== CandidateState.forced);
    if (sites.length === 0) break;
    const count = Math.min(sites.length, 2 + random.below(Math.min(8, sites.length)));
    for (let n = 0; n < count; n++) {
      const j = sites[random.below(sites.length)];
      if (state.isOpen[j] === 1) state.close(j);
    }
    if (reachTarget(state, random)) prune(state);
    if (state.isReached && state.cost < bestCost) {
      best = state.chosen();
      bestCost = state.cost;
    } else if (!state.isReached || state.cost > bestCost) state.become(best);
  }
  state.become(best);
}
