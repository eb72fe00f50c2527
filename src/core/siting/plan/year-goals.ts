/**
 * What should rise over the years: the best choice on top of what stands within a budget, and what
 * no choice within it passes, with the proof of that.
 */
import { ok, type Result } from '../../result';
import type { ProvenChoice } from '../certificate';
import { solveMaximumCover } from '../maximum/solve';
import { CandidateState } from '../model/cover-model';
import { CoverState } from '../model/cover-state';
import type { SearchControl } from '../model/search-control';
import { coverProblem } from '../streets/problems';
import type { SiteGround } from '../streets/site-ground';
import { targetProblem } from '../streets/target-problem';
import { solveTargetCover, type TargetAnswer } from '../target/solve';
import { targetReached } from '../target/target-model';

/** Why no choice within a year's budget passes its bound. */
export type YearProof =
  /** The most weight within the budget. */
  | { readonly kind: 'most'; readonly claim: ProvenChoice & { readonly rowCount: number } }
  /** So many villages more than stand already cost more than the budget. */
  | {
      readonly kind: 'costs_more';
      readonly wanted: number;
      readonly claim: TargetAnswer & { readonly rowCount: number };
    }
  /** All sites together have no more. */
  | { readonly kind: 'all' };

export interface RisingChoice {
  readonly chosen: readonly number[];
  /** What stands before any site included. */
  readonly bound: number;
  readonly proof: YearProof;
}

export interface RisingGoal {
  readonly unit: 'people' | 'weight' | 'villages';
  readonly most: (
    standing: readonly number[],
    budget: number,
    control: SearchControl,
  ) => Promise<Result<RisingChoice>>;
  /** Weight, or villages, with a choice. */
  readonly reached: (chosen: readonly number[]) => number;
}

export function risingGoal(
  ground: SiteGround,
  cost: Float64Array,
  goal: 'people' | 'villages',
): Result<RisingGoal> {
  return goal === 'people' ? ok(peopleGoal(ground, cost)) : villagesGoal(ground, cost);
}

function standingStates(states: Uint8Array, standing: readonly number[]): Uint8Array {
  const candidateState = states.slice();
  for (const j of standing) candidateState[j] = CandidateState.forced;
  return candidateState;
}

function peopleGoal(ground: SiteGround, cost: Float64Array): RisingGoal {
  const model = coverProblem(ground, cost);
  const { rowCount } = model;
  const isPlain = ground.demand.every((weight, h) => weight === ground.weight[h]);
  return {
    unit: isPlain ? 'people' : 'weight',
    async most(standing, budget, control) {
      const candidateState = standingStates(model.candidateState, standing);
      const found = await solveMaximumCover({ ...model, candidateState }, budget, control);
      if (!found.ok) return found;
      const { chosen, bound } = found.value;
      return ok({ chosen, bound, proof: { kind: 'most', claim: { ...found.value, rowCount } } });
    },
    reached(chosen) {
      const state = new CoverState(model);
      state.become(chosen);
      return model.settledWeight + state.covered;
    },
  };
}

/** The most villages whose cheapest sites fit the budget, found by halving. */
function villagesGoal(ground: SiteGround, cost: Float64Array): Result<RisingGoal> {
  const target = targetProblem(
    ground,
    { kind: 'reach_share', percent: 100, of: 'villages', by: null, cheapest: false },
    cost,
  );
  if (!target.ok) return target;
  const { model, groups } = target.value;
  const { rowCount } = model;
  const turned = (sites: readonly number[]) =>
    targetReached(model, sites).unitReached.reduce((sum, is) => sum + is, 0);
  const settled = groups.reduce((sum, group) => sum + group.settled, 0);
  return ok({
    unit: 'villages',
    reached: (chosen) => settled + turned(chosen),
    async most(standing, budget, control) {
      const candidateState = standingStates(model.candidateState, standing);
      const usable = [...cost.keys()].filter((j) => candidateState[j] !== CandidateState.forbidden);
      let chosen = standing;
      let low = turned(standing);
      let high = turned(usable);
      let bound = high;
      let proof: YearProof = { kind: 'all' };
      while (low < high) {
        const wanted = Math.ceil((low + high) / 2);
        const groupNeed = Float64Array.of(wanted);
        const answer = await solveTargetCover({ ...model, candidateState, groupNeed }, control);
        if (!answer.ok) return answer;
        if (answer.value.objective <= budget) {
          chosen = answer.value.chosen;
          low = Math.max(wanted, turned(chosen));
          continue;
        }
        high = wanted - 1;
        // Only a proof that so many cost more lowers the bound; a search that tired does not.
        if (answer.value.bound <= budget) continue;
        bound = high;
        proof = { kind: 'costs_more', wanted, claim: { ...answer.value, rowCount } };
      }
      return ok({ chosen, bound: settled + bound, proof });
    },
  });
}
