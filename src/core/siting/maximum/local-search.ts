/**
 * Good choices fast: greedy, swaps, and rounds of tearing down a part and building it up again.
 * Works for a number of sites (all costs 1) and for a budget alike.
 */
import { CandidateState } from '../model/cover-model';
import type { CoverState } from '../model/cover-state';
import type { SeededRandom } from '../model/seeded-random';

/** Opens what fits and gains most (for its cost, if asked) until nothing fits or gains. */
export function fillUp(state: CoverState, budget: number, perCost: boolean): number[] {
  const { candidateCount, candidateCost, candidateState } = state.model;
  const { gain, isOpen } = state;
  const opened: number[] = [];
  for (;;) {
    const left = budget - state.cost;
    let best = -1;
    let bestScore = 0;
    for (let j = 0; j < candidateCount; j++) {
      if (isOpen[j] === 1 || gain[j] <= 0) continue;
      if (candidateCost[j] > left || candidateState[j] === CandidateState.forbidden) continue;
      const score = perCost ? gain[j] / Math.max(candidateCost[j], 0.5) : gain[j];
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    if (best < 0) return opened;
    state.open(best);
    opened.push(best);
  }
}

/** Opens the forced candidates, then fills up by gain and by gain per cost and keeps the better. */
export function greedy(state: CoverState, budget: number): void {
  for (let j = 0; j < state.model.candidateCount; j++) {
    if (state.model.candidateState[j] === CandidateState.forced && state.isOpen[j] === 0) {
      state.open(j);
    }
  }
  const byRatio = fillUp(state, budget, true);
  const covered = state.covered;
  for (const j of byRatio) state.close(j);
  const byGain = fillUp(state, budget, false);
  if (state.covered >= covered) return;
  for (const j of byGain) state.close(j);
  for (const j of byRatio) state.open(j);
}

/** Closes each open site in turn and fills up again; keeps what is better. True if anything was. */
export function swapAll(state: CoverState, budget: number): boolean {
  const { candidateState } = state.model;
  let improved = false;
  for (const j of state.chosen()) {
    if (candidateState[j] === CandidateState.forced || state.isOpen[j] === 0) continue;
    const before = state.covered;
    state.close(j);
    const opened = fillUp(state, budget, false);
    if (state.covered > before) {
      improved = true;
      continue;
    }
    for (const i of opened) state.close(i);
    state.open(j);
  }
  return improved;
}

/**
 * Rounds of closing some neighbouring and some other sites, filling up and swapping; the best choice
 * is never lost. Returns it.
 */
export function shakeAndImprove(
  state: CoverState,
  budget: number,
  rounds: number,
  random: SeededRandom,
): number[] {
  const { candidateState } = state.model;
  let best = state.chosen();
  let bestCovered = state.covered;
  for (let round = 0; round < rounds; round++) {
    const open = state.chosen().filter((j) => candidateState[j] !== CandidateState.forced);
    if (open.length === 0) break;
    const count = Math.min(open.length, 2 + random.below(Math.min(6, open.length)));
    const closed = random.next() < 0.6 ? neighbours(state, open, count, random) : [];
    while (closed.length < count) {
      const j = open[random.below(open.length)];
      if (!closed.includes(j)) closed.push(j);
    }
    for (const j of closed) state.close(j);
    openAnother(state, budget, random);
    fillUp(state, budget, random.next() < 0.5);
    while (swapAll(state, budget));
    if (state.covered > bestCovered) {
      bestCovered = state.covered;
      best = state.chosen();
    } else if (state.covered < bestCovered * 0.998 || round % 50 === 49) {
      state.become(best);
    }
  }
  state.become(best);
  return best;
}

/** One open candidate and the open ones that share most rows with a candidate near it. */
function neighbours(
  state: CoverState,
  open: readonly number[],
  count: number,
  random: SeededRandom,
): number[] {
  const { candidateStart, candidateRows, rowStart, rowCandidates } = state.model;
  const first = open[random.below(open.length)];
  const found = [first];
  // Rows of the first, their candidates, and the rows of those: open sites two steps away.
  const length = candidateStart[first + 1] - candidateStart[first];
  for (let tries = 0; tries < 40 && found.length < count && length > 0; tries++) {
    const r = candidateRows[candidateStart[first] + random.below(length)];
    const i = rowCandidates[rowStart[r] + random.below(rowStart[r + 1] - rowStart[r])];
    const rows = candidateStart[i + 1] - candidateStart[i];
    const r2 = candidateRows[candidateStart[i] + random.below(rows)];
    for (let b = rowStart[r2]; b < rowStart[r2 + 1] && found.length < count; b++) {
      const k = rowCandidates[b];
      if (state.isOpen[k] === 1 && !found.includes(k) && open.includes(k)) found.push(k);
    }
  }
  return found;
}

/** Opens one of the good candidates by chance, so that filling up does not undo the shaking. */
function openAnother(state: CoverState, budget: number, random: SeededRandom): void {
  const { candidateCount, candidateCost, candidateState } = state.model;
  let best = -1;
  let bestScore = 0;
  for (let j = 0; j < candidateCount; j++) {
    if (state.isOpen[j] === 1 || state.gain[j] <= 0) continue;
    if (candidateState[j] === CandidateState.forbidden) continue;
    if (candidateCost[j] > budget - state.cost) continue;
    const score = state.gain[j] * (0.7 + 0.6 * random.next());
    if (score > bestScore) {
      bestScore = score;
      best = j;
    }
  }
  if (best >= 0) state.open(best);
}
