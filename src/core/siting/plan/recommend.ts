/**
 * A recommendation as it is handed over: the rules answered in order, what the sites bring, and the
 * certificate as it is written. The command line and the page make it here, so they say the same.
 */
import { countingStatuses, villageCoverageTypes } from '../../store/counting';
import { ok, type Result } from '../../result';
import type { SearchControl } from '../model/search-control';
import type { ProgramSolver } from '../model/solver';
import type { SiteAsk } from '../streets/ask';
import { CERTIFICATE_FORMAT, type SiteCertificate, type SitePlan } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import { verifySite } from '../verify/verify-site';
import type { Verdict } from '../verify/verdict';
import { planFacts, policyVillages, type PlanFacts } from './facts';
import { groundWith, planStack } from './stack';

/** Villages before and after, by the walk and by the policy's own rule. */
export interface VillageCounts {
  readonly total: number;
  readonly reached_on_foot_before: number;
  readonly reached_on_foot_after: number;
  readonly by_policy_before: number;
  readonly by_policy_after: number;
}

/** certificate.json: with the certificates of the rules that came first. */
export interface WrittenCertificate extends SiteCertificate {
  readonly earlier?: readonly SiteCertificate[];
  readonly villages?: VillageCounts | null;
}

export interface Recommendation {
  /** One for each rule; the last one's choice holds all sites. */
  readonly plans: readonly SitePlan[];
  readonly facts: PlanFacts;
  readonly certificate: WrittenCertificate;
}

export async function recommendSites(
  ground: SiteGround,
  asks: readonly SiteAsk[],
  parameters: Readonly<Record<string, unknown>>,
  control: SearchControl = {},
): Promise<Result<Recommendation>> {
  const plans = await planStack(ground, asks, parameters, control);
  if (!plans.ok) return plans;
  const { chosen, certificate } = plans.value[plans.value.length - 1];
  const facts = planFacts(ground, chosen);
  const policy = policyVillages(ground, chosen, villageCoverageTypes, countingStatuses);
  const villages = policy && {
    total: facts.villages,
    reached_on_foot_before: facts.villagesBefore,
    reached_on_foot_after: facts.villagesAfter,
    by_policy_before: policy.before,
    by_policy_after: policy.after,
  };
  const earlier = plans.value.slice(0, -1).map((plan) => plan.certificate);
  return ok({ plans: plans.value, facts, certificate: { ...certificate, earlier, villages } });
}

/** Checks every rule's certificate, each with the sites of the rules before it standing. */
export async function verifyRecommendation(
  certificate: WrittenCertificate,
  ground: SiteGround,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const stages = [...(certificate.earlier ?? []), certificate];
  let verdict = await verifySite(stages[0], ground, solver);
  for (let n = 1; n < stages.length && verdict.accepted; n++) {
    verdict = await verifySite(stages[n], groundWith(ground, stages[n - 1].chosen), solver);
  }
  return verdict;
}

/** Every parameter as it was applied, defaults included: what the certificate says of itself. */
export function siteParameters(
  ground: SiteGround,
  about: Readonly<Record<string, unknown>>,
  effort: number,
): Record<string, unknown> {
  const { options, limitCm, weightName } = ground;
  return {
    ...about,
    minutes: options.minutes,
    speed_m_per_s: options.speedMS,
    limit_cm: limitCm,
    max_snap_m: options.caps.maxSnapM,
    town_max_snap_m: options.caps.townMaxSnapM,
    village_max_snap_m: options.caps.villageMaxSnapM,
    weight: options.weight,
    counted: weightName,
    emphasis: options.emphasis ?? {},
    types: options.types,
    statuses: options.statuses,
    include_village_points: options.includesVillagePoints,
    effort,
  };
}

/** A certificate as read from a file, or null where it is none. */
export function parseCertificate(text: string): WrittenCertificate | null {
  try {
    const read: unknown = JSON.parse(text);
    return isCertificate(read) && (read.earlier ?? []).every(isCertificate) ? read : null;
  } catch {
    return null;
  }
}

function isCertificate(read: unknown): read is WrittenCertificate {
  const one = read as Partial<SiteCertificate> | null;
  const lists = [one?.chosen, one?.sites, one?.candidateCost, one?.candidateState, one?.rounds];
  return (
    one?.format === CERTIFICATE_FORMAT &&
    typeof one.ask === 'object' &&
    [...lists, one.parts, one.groups].every(Array.isArray)
  );
}
