/**
 * Sites spread over years: each year opens, within what the years so far allow, the sites that bring
 * most by then, on top of those that stand. So the first year is as good as it can be, then the
 * second given the first, and so on. What a year leaves unspent is the next one's. Beside each year
 * stands what no schedule of the same sites could pass by then, whatever it opened before.
 */
import { ok, problem, type Result } from '../../result';
import { CandidateState } from '../model/cover-model';
import { CoverState } from '../model/cover-state';
import type { SearchControl } from '../model/search-control';
import { solveMaximumCover } from '../maximum/solve';
import { coverProblem } from '../streets/problems';
import { wholeCosts, type WholeCosts } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import { targetProblem } from '../streets/target-problem';
import { targetReached } from '../target/target-model';
import { solveTargetCover } from '../target/solve';
import { planFacts } from './facts';

export interface YearlyTerms {
  /** So many sites a year, or 10k yuan. */
  readonly perYear: { readonly sites: number } | { readonly budget: number };
  /** What should rise as early as possible. */
  readonly goal: 'people' | 'villages';
}

export interface YearOfPlan {
  /** 1 is the first. */
  readonly year: number;
  readonly opened: readonly number[];
  /** Sites, or 10k yuan, of this year. */
  readonly spent: number;
  readonly peopleCovered: number;
  readonly villagesCovered: number;
  /** No schedule of these sites has more people (weight) or villages, as the goal is, by this year. */
  readonly bound: number;
  /** What is compared with the bound: at most as much, and equal where nothing better exists. */
  readonly reached: number;
}

const MOST_YEARS = 60;

/** Fails with siting_yearly_too_small where a site costs more than all years together could save. */
export async function planYears(
  ground: SiteGround,
  chosen: readonly number[],
  { perYear, goal }: YearlyTerms,
  control: SearchControl = {},
): Promise<Result<YearOfPlan[]>> {
  const isMoney = 'budget' in perYear;
  let costs: WholeCosts = { cost: new Float64Array(ground.candidateIds.length).fill(1), scale: 1 };
  const only = onlyThese(ground, chosen);
  if (isMoney) {
    const money = wholeCosts(only, perYear.budget);
    if (!money.ok) return money;
    costs = money.value;
  }
  const allowance = isMoney ? Math.floor(perYear.budget * costs.scale + 1e-6) : perYear.sites;
  const rising = goal === 'people' ? peopleGoal(only, costs.cost) : villagesGoal(only, costs.cost);
  if (!rising.ok) return rising;
  const { most, reached } = rising.value;
  const years: YearOfPlan[] = [];
  let standing: readonly number[] = [];
  for (let year = 1; standing.length < chosen.length; year++) {
    if (year > MOST_YEARS) return problem('siting_yearly_too_small', { years: MOST_YEARS });
    const budget = allowance * year;
    const next = await most(standing, budget, control);
    if (!next.ok) return next;
    const free = standing.length === 0 ? next : await most([], budget, control);
    if (!free.ok) return free;
    const all = fillWithRest(chosen, next.value.chosen, costs.cost, budget);
    const opened = all.filter((j) => !standing.includes(j));
    const facts = planFacts(ground, all);
    years.push({
      year,
      opened,
      spent: opened.reduce((sum, j) => sum + costs.cost[j], 0) / costs.scale,
      peopleCovered: facts.coveredAfter,
      villagesCovered: facts.villagesAfter,
      reached: reached(all),
      bound: free.value.bound,
    });
    standing = all;
  }
  return ok(years);
}

/** Only the chosen may open. */
function onlyThese(ground: SiteGround, chosen: readonly number[]): SiteGround {
  const candidateState = new Uint8Array(ground.candidateIds.length).fill(CandidateState.forbidden);
  for (const j of chosen) candidateState[j] = CandidateState.free;
  return { ...ground, candidateState };
}

/** What should rise: the best choice on top of what stands, what no choice passes, and its count. */
interface RisingGoal {
  readonly most: (
    standing: readonly number[],
    budget: number,
    control: SearchControl,
  ) => Promise<Result<{ readonly chosen: readonly number[]; readonly bound: number }>>;
  readonly reached: (chosen: readonly number[]) => number;
}

function standingStates(states: Uint8Array, standing: readonly number[]): Uint8Array {
  const candidateState = states.slice();
  for (const j of standing) candidateState[j] = CandidateState.forced;
  return candidateState;
}

function peopleGoal(ground: SiteGround, cost: Float64Array): Result<RisingGoal> {
  const model = coverProblem(ground, cost);
  return ok({
    most(standing, budget, control) {
      const candidateState = standingStates(model.candidateState, standing);
      return solveMaximumCover({ ...model, candidateState }, budget, control);
    },
    reached(chosen) {
      const state = new CoverState(model);
      state.become(chosen);
      return model.settledWeight + state.covered;
    },
  });
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
  const turned = (sites: readonly number[]) =>
    targetReached(model, sites).unitReached.reduce((sum, is) => sum + is, 0);
  const settled = groups.reduce((sum, group) => sum + group.settled, 0);
  return ok({
    reached: (chosen) => settled + turned(chosen),
    async most(standing, budget, control) {
      const candidateState = standingStates(model.candidateState, standing);
      const usable = [...cost.keys()].filter((j) => candidateState[j] !== CandidateState.forbidden);
      let best = standing;
      let low = turned(standing);
      let high = turned(usable);
      let bound = high;
      while (low < high) {
        const wanted = Math.ceil((low + high) / 2);
        const groupNeed = Float64Array.of(wanted);
        const answer = await solveTargetCover({ ...model, candidateState, groupNeed }, control);
        if (answer.ok && answer.value.objective <= budget) {
          best = answer.value.chosen;
          low = Math.max(wanted, turned(best));
        } else {
          high = wanted - 1;
          // Only a proof that so many cost more lowers the bound; a search that tired does not.
          if (!answer.ok || answer.value.bound > budget) bound = Math.min(bound, high);
        }
      }
      return ok({ chosen: best, bound: settled + Math.max(bound, low) });
    },
  });
}

/** Money that is left opens what it can, in the order of the choice: idle money helps nobody. */
function fillWithRest(
  chosen: readonly number[],
  open: readonly number[],
  cost: Float64Array,
  budget: number,
): number[] {
  const all = new Set(open);
  let spent = open.reduce((sum, j) => sum + cost[j], 0);
  for (const j of chosen) {
    if (all.has(j) || spent + cost[j] > budget) continue;
    all.add(j);
    spent += cost[j];
  }
  return [...all].sort((a, b) => a - b);
}
