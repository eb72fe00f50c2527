/**
 * Rules in order: central towns first, then villages. Each rule is answered with the sites of the
 * rules before it already standing, and has a certificate of its own that says so.
 */
import { ok, type Result } from '../../result';
import { CandidateState } from '../model/cover-model';
import type { SearchControl } from '../model/search-control';
import type { SiteAsk } from '../streets/ask';
import { planSites, type SitePlan } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';

/** The ground with these candidates forced: what a later rule, or a later year, finds. */
export function groundWith(ground: SiteGround, chosen: readonly number[]): SiteGround {
  const candidateState = ground.candidateState.slice();
  for (const j of chosen) candidateState[j] = CandidateState.forced;
  return { ...ground, candidateState };
}

/** An ask counted on top of what stands: so many sites, or so much money, more. */
export function askBeyond(ask: SiteAsk, ground: SiteGround, standing: readonly number[]): SiteAsk {
  if (ask.kind === 'reach_share') return ask;
  if ('sites' in ask) return { ...ask, sites: ask.sites + standing.length };
  const spent = standing.reduce((sum, j) => sum + ground.candidateCost[j], 0);
  return { ...ask, budget: ask.budget + spent };
}

/** One plan for each rule; the last one's choice holds all sites. Fails as the first rule that does. */
export async function planStack(
  ground: SiteGround,
  asks: readonly SiteAsk[],
  parameters: Readonly<Record<string, unknown>>,
  control: SearchControl = {},
): Promise<Result<SitePlan[]>> {
  const plans: SitePlan[] = [];
  let standing: readonly number[] = [];
  for (const ask of asks) {
    const here = groundWith(ground, standing);
    const plan = await planSites(here, askBeyond(ask, ground, standing), parameters, control);
    if (!plan.ok) return plan;
    plans.push(plan.value);
    standing = plan.value.chosen;
  }
  return ok(plans);
}
