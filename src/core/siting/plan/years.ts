/**
 * Sites spread over years: each year opens, within what the years so far allow, the sites that bring
 * most by then, on top of those that stand. What a year leaves unspent is the next one's. Beside each
 * year stands what no schedule of the same sites could pass by then, whatever it opened before, and a
 * certificate proves it.
 */
import { ok, problem, type Result } from '../../result';
import { CandidateState } from '../model/cover-model';
import type { SearchControl } from '../model/search-control';
import { wholeCosts, type WholeCosts } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import { planFacts } from './facts';
import { risingGoal, type RisingGoal, type YearProof } from './year-goals';

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

export const YEARS_FORMAT = 'carecircle-siting-years';

/** Certificate of the years as written. Numbers of candidates count from 0 in the file's order. */
export interface YearsCertificate {
  readonly format: typeof YEARS_FORMAT;
  readonly version: 1;
  readonly perYear: YearlyTerms['perYear'];
  readonly goal: YearlyTerms['goal'];
  /** What reached and bound count. */
  readonly unit: RisingGoal['unit'];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly costScale: number;
  readonly candidateCost: readonly number[];
  /** 0 for the sites that are spread, 2 for all others. */
  readonly candidateState: readonly number[];
  readonly years: readonly {
    readonly year: number;
    readonly sites: readonly string[];
    readonly opened: readonly number[];
    readonly reached: number;
    readonly bound: number;
    readonly proof: YearProof;
  }[];
}

export interface PlannedYears {
  readonly years: readonly YearOfPlan[];
  readonly certificate: YearsCertificate;
}

const MOST_YEARS = 60;

/** Fails with siting_yearly_too_small where a site costs more than all years together could save. */
export async function planYears(
  ground: SiteGround,
  chosen: readonly number[],
  { perYear, goal }: YearlyTerms,
  parameters: Readonly<Record<string, unknown>>,
  control: SearchControl = {},
): Promise<Result<PlannedYears>> {
  const isMoney = 'budget' in perYear;
  let costs: WholeCosts = { cost: new Float64Array(ground.candidateIds.length).fill(1), scale: 1 };
  const only = onlyThese(ground, chosen);
  if (isMoney) {
    const money = wholeCosts(only, perYear.budget);
    if (!money.ok) return money;
    costs = money.value;
  }
  const allowance = isMoney ? Math.floor(perYear.budget * costs.scale + 1e-6) : perYear.sites;
  const rising = risingGoal(only, costs.cost, goal);
  if (!rising.ok) return rising;
  const { most, reached, unit } = rising.value;
  const years: YearOfPlan[] = [];
  const proofs: YearProof[] = [];
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
    proofs.push(free.value.proof);
    standing = all;
  }
  const certificate: YearsCertificate = {
    format: YEARS_FORMAT,
    version: 1,
    perYear,
    goal,
    unit,
    parameters,
    costScale: costs.scale,
    candidateCost: Array.from(costs.cost),
    candidateState: Array.from(only.candidateState),
    years: years.map(({ year, opened, reached: has, bound }, n) => ({
      year,
      sites: opened.map((j) => ground.candidateIds[j]),
      opened,
      reached: has,
      bound,
      proof: proofs[n],
    })),
  };
  return ok({ years, certificate });
}

/** Only the chosen may open. */
export function onlyThese(ground: SiteGround, chosen: readonly number[]): SiteGround {
  const candidateState = new Uint8Array(ground.candidateIds.length).fill(CandidateState.forbidden);
  for (const j of chosen) candidateState[j] = CandidateState.free;
  return { ...ground, candidateState };
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
