/**
 * Sites spread over years: each year opens, within what the years so far allow, the sites that bring
 * most by then, on top of those that stand. So the first year is as good as it can be, then the
 * second given the first, and so on. What a year leaves unspent is the next one's.
 */
import { ok, problem, type Result } from '../../result';
import { CandidateState } from '../model/cover-model';
import type { SearchControl } from '../model/search-control';
import { solveMaximumCover } from '../maximum/solve';
import { coverProblem } from '../streets/problems';
import { wholeCosts, type WholeCosts } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import { targetProblem } from '../streets/target-problem';
import { targetReached, type TargetModel } from '../target/target-model';
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
  const years: YearOfPlan[] = [];
  let standing: readonly number[] = [];
  for (let year = 1; standing.length < chosen.length; year++) {
    if (year > MOST_YEARS) return problem('siting_yearly_too_small', { years: MOST_YEARS });
    const budget = allowance * year;
    const next: Result<readonly number[]> =
      goal === 'people'
        ? await mostPeople(only, standing, costs.cost, budget, control)
        : await mostVillages(only, standing, costs.cost, budget, control);
    if (!next.ok) return next;
    const all = fillWithRest(chosen, next.value, costs.cost, budget);
    const opened = all.filter((j) => !standing.includes(j));
    const facts = planFacts(ground, all);
    years.push({
      year,
      opened,
      spent: opened.reduce((sum, j) => sum + costs.cost[j], 0) / costs.scale,
      peopleCovered: facts.coveredAfter,
      villagesCovered: facts.villagesAfter,
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

function standingStates(ground: SiteGround, standing: readonly number[]): Uint8Array {
  const candidateState = ground.candidateState.slice();
  for (const j of standing) candidateState[j] = CandidateState.forced;
  return candidateState;
}

async function mostPeople(
  ground: SiteGround,
  standing: readonly number[],
  cost: Float64Array,
  budget: number,
  control: SearchControl,
): Promise<Result<readonly number[]>> {
  const model = { ...coverProblem(ground, cost), candidateState: standingStates(ground, standing) };
  const answer = await solveMaximumCover(model, budget, control);
  return answer.ok ? ok(answer.value.chosen) : answer;
}

/** The most villages whose cheapest sites fit the budget, found by halving. */
async function mostVillages(
  ground: SiteGround,
  standing: readonly number[],
  cost: Float64Array,
  budget: number,
  control: SearchControl,
): Promise<Result<readonly number[]>> {
  const ask = {
    kind: 'reach_share',
    percent: 100,
    of: 'villages',
    by: null,
    cheapest: false,
  } as const;
  const target = targetProblem(ground, ask, cost);
  if (!target.ok) return target;
  if (target.value.model.groupCount === 0) return ok(standing);
  const candidateState = standingStates(ground, standing);
  const model: TargetModel = { ...target.value.model, candidateState };
  const reachedBy = (sites: readonly number[]) =>
    targetReached(model, sites).unitReached.reduce((sum, is) => sum + is, 0);
  const usable = [...cost.keys()].filter((j) => candidateState[j] !== CandidateState.forbidden);
  let best = standing;
  let low = reachedBy(standing);
  let high = reachedBy(usable);
  while (low < high) {
    const wanted = Math.ceil((low + high) / 2);
    const groupNeed = Float64Array.of(wanted);
    const answer = await solveTargetCover({ ...model, groupNeed }, control);
    if (answer.ok && answer.value.objective <= budget) {
      best = answer.value.chosen;
      low = Math.max(wanted, reachedBy(best));
    } else high = wanted - 1;
  }
  return ok(best);
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
