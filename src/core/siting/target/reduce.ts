/**
 * Candidates no best choice needs: one whose rows another reaches too, for no more money. Each is
 * named with the other, so that anyone can check it.
 */
import { CandidateState } from '../model/cover-model';
import type { TargetModel } from './target-model';

/** [candidate left out, candidate that takes its place]; the second is not left out before it. */
export type Dominated = readonly [number, number];

export function dominatedCandidates(model: TargetModel): Dominated[] {
  const { candidateStart, candidateRows, candidateCost, candidateState } = model;
  const { rowStart, rowCandidates } = model;
  const isLeftOut = new Uint8Array(model.candidateCount);
  const stamp = new Int32Array(model.rowCount).fill(-1);
  const dominated: Dominated[] = [];
  for (let j = 0; j < model.candidateCount; j++) {
    if (candidateState[j] !== CandidateState.free) continue;
    const from = candidateStart[j];
    const to = candidateStart[j + 1];
    if (from === to) continue;
    // Only candidates on j's rarest row can hold all of its rows.
    let rarest = candidateRows[from];
    for (let a = from; a < to; a++) {
      const r = candidateRows[a];
      stamp[r] = j;
      if (rowStart[r + 1] - rowStart[r] < rowStart[rarest + 1] - rowStart[rarest]) rarest = r;
    }
    for (let b = rowStart[rarest]; b < rowStart[rarest + 1]; b++) {
      const i = rowCandidates[b];
      if (i === j || isLeftOut[i] === 1 || candidateState[i] === CandidateState.forbidden) continue;
      const size = candidateStart[i + 1] - candidateStart[i];
      if (size < to - from) continue;
      if (candidateCost[i] > candidateCost[j] && candidateState[i] !== CandidateState.forced)
        continue;
      let shared = 0;
      for (let a = candidateStart[i]; a < candidateStart[i + 1]; a++) {
        if (stamp[candidateRows[a]] === j) shared++;
      }
      if (shared === to - from) {
        isLeftOut[j] = 1;
        dominated.push([j, i]);
        break;
      }
    }
  }
  return dominated;
}

export function withoutDominated(model: TargetModel, dominated: readonly Dominated[]): TargetModel {
  const candidateState = model.candidateState.slice();
  for (const [j] of dominated) candidateState[j] = CandidateState.forbidden;
  return { ...model, candidateState };
}
