/** A recommendation as the page shows it: rules with their bounds, sites with their reasons. */
import {
  CandidateState,
  groupsReached,
  type Recommendation,
  type SitePlan,
} from '../../../core/siting';
import type { OrderedGround } from './site-ground-of';
import type { RecommendedSite, RuleAnswer, SiteAnswer, SiteOrder } from './siting-data';

export function siteAnswer(
  { ground, places }: OrderedGround,
  { plans, facts, certificate }: Recommendation,
  order: SiteOrder,
  unitOnPage: (unit: number) => number,
): Omit<SiteAnswer, 'wasStopped' | 'elapsedMs'> {
  const isEarlier = new Set(plans.length > 1 ? plans[plans.length - 2].chosen : []);
  const sites = facts.sites.map((site): RecommendedSite => {
    const j = site.candidate;
    const isForced = ground.candidateState[j] === CandidateState.forced;
    return {
      place: places[j],
      because: isForced ? 'forced' : isEarlier.has(j) ? 'earlier' : null,
      reached: site.reached,
      gained: site.gained,
      gained80Plus: site.gainedOf.age_80_plus ?? null,
      gainedLivingAlone: site.gainedOf.living_alone ?? null,
      gainedDependent: site.gainedOf.dependent ?? null,
      onlyHere: site.onlyHere,
      turnedUnits: site.turned.map(unitOnPage),
      shared: site.shared.map(({ candidate, people }) => ({ id: places[candidate].id, people })),
    };
  });
  const { villages } = certificate;
  return {
    rules: plans.map((plan, n) => ruleAnswer(plan, order.asks[n])),
    sites: sites.sort((a, b) => b.onlyHere - a.onlyHere || b.gained - a.gained),
    candidateCount: places.length,
    speedMS: ground.options.speedMS,
    counted: ground.weightName,
    people: {
      total: facts.total,
      placed: facts.placed,
      before: facts.coveredBefore,
      after: facts.coveredAfter,
    },
    villages: villages
      ? {
          total: villages.total,
          before: villages.reached_on_foot_before,
          after: villages.reached_on_foot_after,
          policyBefore: villages.by_policy_before,
          policyAfter: villages.by_policy_after,
        }
      : null,
    costScale: certificate.costScale,
    notes: ground.notes,
  };
}

/** `ask` as it was asked, before the sites of earlier rules were added to its number. */
function ruleAnswer(plan: SitePlan, ask: RuleAnswer['ask']): RuleAnswer {
  const { unit, sites, objective, bound, gap, proof, groups } = plan.certificate;
  const after = plan.target === null ? [] : groupsReached(plan.target, plan.chosen);
  return {
    ask,
    unit,
    sites: sites.length,
    objective,
    bound,
    gap,
    proof,
    groups: groups.map(({ code, name, total, needed, settled }, g) => ({
      code,
      name,
      total,
      needed,
      before: settled,
      after: after[g],
    })),
  };
}
