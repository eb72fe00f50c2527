/**
 * A recommendation as it is handed over: the rules answered in order, what the sites bring, and the
 * certificate as it is written. The command line and the page make it here, so they say the same.
 */
import { countingStatuses, villageCoverageTypes } from '../../store/counting';
import type { Judgement } from '../../reach';
import { ok, type Result } from '../../result';
import type { SearchControl } from '../model/search-control';
import type { SiteAsk } from '../streets/ask';
import type { SiteCertificate, SitePlan } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import { planFacts, policyVillages, type PlanFacts } from './facts';
import { planStack } from './stack';

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

/** What a certificate's parameters say of walks that are not level. */
export interface SlopeRecord {
  readonly heights: boolean;
  readonly judged_by: Judgement;
  readonly steps_m_per_s: number;
  readonly crossing_s: number;
  readonly wheelchair: boolean;
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
    slope: slopeRecord(options),
    far_minutes: options.farMinutes ?? null,
    effort,
  };
}

/** What walks are judged by, as parameters tell it; null where every street is level. */
function slopeRecord({ conditions }: SiteGround['options']): SlopeRecord | null {
  if (!conditions) return null;
  return {
    heights: conditions.elevation !== null,
    judged_by: conditions.judgement,
    steps_m_per_s: conditions.stepsSpeedMS,
    crossing_s: conditions.crossingS,
    wheelchair: conditions.isWheelchair,
  };
}
