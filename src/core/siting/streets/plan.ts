/**
 * An ask answered on the ground: the chosen candidates, and a certificate that anyone with the same
 * files can check.
 */
import { limitCm } from '../../reach';
import { ok, problem, type Result } from '../../result';
import type { Proof, ProvenChoice } from '../certificate';
import { solveMaximumCover } from '../maximum/solve';
import { solveMedian } from '../median/solve';
import type { SearchControl } from '../model/search-control';
import { solveTargetCover, type TargetAnswer } from '../target/solve';
import type { SiteAsk } from './ask';
import { coverProblem, medianProblem } from './problems';
import type { SiteGround } from './site-ground';
import type { TargetGroup } from './target-groups';
import { targetProblem, type TargetProblem } from './target-problem';

export const CERTIFICATE_FORMAT = 'carecircle-siting-certificate';

/** Certificate as written: plain JSON. Numbers of candidates count from 0 in the file's order. */
export interface SiteCertificate {
  readonly format: typeof CERTIFICATE_FORMAT;
  readonly version: 1;
  readonly ask: SiteAsk;
  /** What objective and bound count (weight: people with emphasis): people, sites, money (10k yuan over costScale), person-centimetres. */
  readonly unit: 'people' | 'weight' | 'sites' | 'money' | 'person_cm' | 'weight_cm';
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly proof: Proof;
  /** Ids of the chosen candidates, and their numbers. */
  readonly sites: readonly string[];
  readonly chosen: readonly number[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly costScale: number;
  readonly candidateCost: readonly number[];
  readonly candidateState: readonly number[];
  readonly rowCount: number;
  /** Groups of a target and how they stand before any new site. */
  readonly groups: readonly TargetGroup[];
  readonly rounds: ProvenChoice['rounds'];
  readonly parts: TargetAnswer['parts'];
  readonly exact: ProvenChoice['exact'];
}

export interface SitePlan {
  readonly chosen: readonly number[];
  readonly certificate: SiteCertificate;
  /** The target behind a reach ask, for naming groups and units. */
  readonly target: TargetProblem | null;
}

/** A whole-number cost for each candidate: 1 for counting sites, else 10k yuan times a scale. */
export interface WholeCosts {
  readonly cost: Float64Array;
  readonly scale: number;
}

/** Fails with siting_cost_missing (candidate) where money is asked about and a cost is not given. */
export function wholeCosts(ground: SiteGround, budget: number): Result<WholeCosts> {
  const { candidateCost, candidateIds, candidateState } = ground;
  const unknown = candidateCost.findIndex(
    (cost, j) => candidateState[j] !== 2 && !(cost >= 0 && Number.isFinite(cost)),
  );
  if (unknown >= 0) return problem('siting_cost_missing', { candidate: candidateIds[unknown] });
  const known = candidateCost.map((cost) => (cost >= 0 ? cost : 0));
  const isWhole = Number.isInteger(budget) && known.every((cost) => Number.isInteger(cost));
  const scale = isWhole ? 1 : 100;
  // Costs are rounded up and the budget down, so that nothing over the budget is ever chosen.
  return ok({ cost: known.map((cost) => Math.ceil(cost * scale - 1e-6)), scale });
}

export async function planSites(
  ground: SiteGround,
  ask: SiteAsk,
  parameters: Readonly<Record<string, unknown>>,
  control: SearchControl = {},
): Promise<Result<SitePlan>> {
  const hasMoney = (ask.kind === 'reach_share' && ask.cheapest) || 'budget' in ask;
  let costs: WholeCosts = { cost: new Float64Array(ground.candidateIds.length).fill(1), scale: 1 };
  if (hasMoney) {
    const money = wholeCosts(ground, 'budget' in ask ? ask.budget : 0);
    if (!money.ok) return money;
    costs = money.value;
  }
  const common = { ground, ask, parameters, costs };
  const isPlain = ground.demand.every((weight, h) => weight === ground.weight[h]);
  if (ask.kind === 'reach_share') return planTarget({ ...common, ask }, control);
  if (ask.kind === 'smallest_walk') {
    const farCm = limitCm(ask.farMinutes, ground.options.speedMS);
    const model = await medianProblem(ground, farCm, control);
    if (model === null) return problem('cancelled');
    const answer = await solveMedian(model, ask.sites, control);
    if (!answer.ok) return answer;
    return ok(planOf(common, isPlain ? 'person_cm' : 'weight_cm', answer.value, model.rowCount));
  }
  const model = coverProblem(ground, costs.cost);
  const budget = 'budget' in ask ? Math.floor(ask.budget * costs.scale + 1e-6) : ask.sites;
  const answer = await solveMaximumCover(model, budget, control);
  if (!answer.ok) return answer;
  return ok(planOf(common, isPlain ? 'people' : 'weight', answer.value, model.rowCount));
}

interface Common {
  readonly ground: SiteGround;
  readonly ask: SiteAsk;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly costs: WholeCosts;
}

async function planTarget(
  common: Common & { readonly ask: Extract<SiteAsk, { kind: 'reach_share' }> },
  control: SearchControl,
): Promise<Result<SitePlan>> {
  const target = targetProblem(common.ground, common.ask, common.costs.cost);
  if (!target.ok) return target;
  const { model, groups, groupOf } = target.value;
  const answer = await solveTargetCover(model, control);
  if (!answer.ok) {
    const { code, name, needed, total } = groups[groupOf[Number(answer.problem.params.group)]];
    return problem(answer.problem.code, { group: name ?? code, needed, total });
  }
  const unit = common.ask.cheapest ? 'money' : 'sites';
  const plan = planOf(common, unit, { ...answer.value, rounds: [], exact: null }, model.rowCount);
  const certificate = { ...plan.certificate, groups, parts: answer.value.parts };
  return ok({ ...plan, certificate, target: target.value });
}

function planOf(
  { ground, ask, parameters, costs }: Common,
  unit: SiteCertificate['unit'],
  answer: ProvenChoice,
  rowCount: number,
): SitePlan {
  const certificate: SiteCertificate = {
    format: CERTIFICATE_FORMAT,
    version: 1,
    ask,
    unit,
    objective: answer.objective,
    bound: answer.bound,
    gap: answer.gap,
    proof: answer.proof,
    sites: answer.chosen.map((j) => ground.candidateIds[j]),
    chosen: answer.chosen,
    parameters,
    costScale: costs.scale,
    candidateCost: Array.from(costs.cost),
    candidateState: Array.from(ground.candidateState),
    rowCount,
    groups: [],
    rounds: answer.rounds,
    parts: [],
    exact: answer.exact,
  };
  return { chosen: answer.chosen, certificate, target: null };
}
