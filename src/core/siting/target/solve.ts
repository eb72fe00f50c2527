/**
 * Fewest or cheapest sites that reach a target: split into parts that share no candidate, each
 * searched and proven by itself (part-search.ts), and put together.
 */
import { gapOf, type Proof } from '../certificate';
import { CandidateState } from '../model/cover-model';
import { Breath, type SearchControl, type SearchState } from '../model/search-control';
import { ok, problem, type Result } from '../../result';
import { PartSearch, type TargetPartAnswer } from './part-search';
import { splitTarget } from './split';
import type { TargetModel } from './target-model';

export interface TargetAnswer {
  readonly chosen: readonly number[];
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly proof: Proof;
  readonly parts: readonly TargetPartAnswer[];
}

/** Fails with siting_target_unreachable (group, missing) where all candidates together fall short. */
export async function solveTargetCover(
  model: TargetModel,
  control: SearchControl = {},
): Promise<Result<TargetAnswer>> {
  const parts = splitTarget(model);
  const answers: TargetPartAnswer[] = [];
  const isChosen = new Uint8Array(model.candidateCount);
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forced) isChosen[j] = 1;
  }
  const breath = new Breath(control);
  for (const part of parts) {
    const sumOf = (of: 'objective' | 'bound') => answers.reduce((sum, a) => sum + a[of], 0);
    const [objectiveSoFar, boundSoFar] = [sumOf('objective'), sumOf('bound')];
    const progress = (state: SearchState) =>
      control.progress?.({
        stage: state.stage,
        objective: objectiveSoFar + state.objective,
        bound: boundSoFar + state.bound,
        part: answers.length + 1,
        parts: parts.length,
      });
    const search = new PartSearch(part.model, { ...control, progress }, breath);
    const answer = await search.run();
    if (answer === null) {
      return problem('siting_target_unreachable', { group: part.groups[search.shortGroup] });
    }
    const whole = (j: number) => part.candidates[j];
    for (const j of answer.chosen) isChosen[whole(j)] = 1;
    answers.push({
      ...answer,
      groups: part.groups,
      candidates: part.candidates,
      chosen: answer.chosen.map(whole),
      dominated: answer.dominated.map(([j, i]) => [whole(j), whole(i)] as const),
      rounds: answer.rounds.map((round) => ({
        ...round,
        fixedIn: round.fixedIn.map(whole),
        fixedOut: round.fixedOut.map(whole),
      })),
    });
  }
  return ok(joined(model, isChosen, answers));
}

function joined(
  model: TargetModel,
  isChosen: Uint8Array,
  parts: readonly TargetPartAnswer[],
): TargetAnswer {
  const chosen = [...isChosen.keys()].filter((j) => isChosen[j] === 1);
  const objective = chosen.reduce((sum, j) => sum + model.candidateCost[j], 0);
  const gapCost = parts.reduce((sum, part) => sum + part.objective - part.bound, 0);
  const bound = objective - gapCost;
  const proofs = new Set(parts.map((part) => part.proof));
  const proof: Proof =
    bound < objective
      ? 'within_gap'
      : proofs.has('optimal_by_exact_solver')
        ? 'optimal_by_exact_solver'
        : proofs.has('optimal_by_lagrangian_bound')
          ? 'optimal_by_lagrangian_bound'
          : 'optimal_by_reduction';
  return { chosen, objective, bound, gap: gapOf(objective, bound), proof, parts };
}
