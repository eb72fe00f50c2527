/**
 * The exact solver as a heuristic: the best choice so far and the few candidates that the
 * multipliers like best make a small problem, and its optimum is often the whole problem's.
 */
import { CandidateState, type CoverModel } from '../model/cover-model';
import type { CoverState } from '../model/cover-state';
import type { SearchControl } from '../model/search-control';
import { remainingProgram, takenIn } from './program';
import { swapAll } from './local-search';

/** Iterations times rows the solver may spend. */
const WORK = 1e7;
/** Candidates offered besides those of the best choice. */
const OFFERED = 300;

/** Leaves `state` at the better choice and returns it. */
export async function improveExactly(
  model: CoverModel,
  budget: number,
  state: CoverState,
  best: readonly number[],
  reducedGain: Float64Array,
  control: SearchControl,
): Promise<number[]> {
  const taken = new Uint8Array(model.candidateCount);
  const open = new Uint8Array(model.candidateCount);
  const free: number[] = [];
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forced) taken[j] = 1;
    if (model.candidateState[j] === CandidateState.free) free.push(j);
  }
  free.sort((a, b) => reducedGain[b] - reducedGain[a] || a - b);
  for (const j of best) if (taken[j] === 0) open[j] = 1;
  for (const j of free.slice(0, best.length + OFFERED)) open[j] = 1;

  state.become(best);
  const known = state.covered;
  const remaining = remainingProgram(model, budget, taken, open, best);
  const solved = await control.solver?.solve(remaining.program, {
    work: WORK * (control.effort ?? 1),
    absoluteGap: 0.99,
    shouldStop: control.shouldStop,
  });
  if (solved?.values) {
    const chosen = takenIn(remaining, solved.values);
    for (let j = 0; j < taken.length; j++) if (taken[j] === 1) chosen.push(j);
    state.become(chosen);
    if (state.cost > budget) state.become(best);
    while (swapAll(state, budget));
    if (state.covered < known) state.become(best);
  }
  return state.chosen();
}
