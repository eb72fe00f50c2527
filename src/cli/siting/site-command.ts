/** `site`: where to build, with a certificate that anyone can check. */
import { ok, problem, type Result } from '../../core/result';
import { circleTypes, countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import { facilityStatuses, facilityTypes } from '../../core/store/tables';
import {
  planFacts,
  planStack,
  planYears,
  policyVillages,
  reachShortfall,
  type PlanFacts,
  type SiteAsk,
  type SiteGround,
} from '../../core/siting';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Command, Context } from '../command';
import { coverageOptions } from '../coverage/coverage-options';
import { codesOf, inRange, maxSnapOf, minutesOf, speedOf } from '../option-values';
import { askOf, emphasisOf, firstOf, yearlyOf } from './site-ask';
import { sitesCsv, yearsCsv } from './site-files';
import { inputOptions, openSiteGround, type InputRecord, type SiteParameters } from './site-inputs';
import { shortfallLines, siteSummary, yearLines } from './site-summary';

export const siteCommand: Command = {
  name: 'site',
  positionals: [],
  summary: 'cli.site',
  options: [
    ...inputOptions,
    { name: 'choose', value: 'K', help: 'cli.option.choose' },
    { name: 'reach', value: 'PERCENT', help: 'cli.option.reach' },
    { name: 'of', value: 'WHAT', help: 'cli.option.of' },
    { name: 'by', value: 'LEVEL', help: 'cli.option.by' },
    { name: 'cheapest', help: 'cli.option.cheapest' },
    { name: 'budget', value: 'AMOUNT', help: 'cli.option.budget' },
    { name: 'nearest', value: 'K', help: 'cli.option.nearest' },
    { name: 'far', value: 'MINUTES', help: 'cli.option.far' },
    { name: 'emphasis', value: 'LIST', help: 'cli.option.emphasis' },
    { name: 'first', value: 'RULE', help: 'cli.option.first' },
    { name: 'yearly-sites', value: 'K', help: 'cli.option.yearly_sites' },
    { name: 'yearly-budget', value: 'AMOUNT', help: 'cli.option.yearly_budget' },
    ...coverageOptions,
    { name: 'effort', value: 'FACTOR', help: 'cli.option.effort' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_site' },
  ],
  async run(given, context) {
    const ask = askOf(given);
    if (!ask.ok) return ask;
    const first = firstOf(given);
    if (!first.ok) return first;
    const yearly = yearlyOf(given, ask.value);
    if (!yearly.ok) return yearly;
    const parameters = parametersOf(given);
    if (!parameters.ok) return parameters;
    const effort = given.has('effort')
      ? inRange('effort', given.required('effort'), [0, 100])
      : ok(1);
    if (!effort.ok) return effort;
    const free = checkOutput(given.required('out'), 'folder');
    if (!free.ok) return free;
    const inputs = await openSiteGround(given, parameters.value, context);
    if (!inputs.ok) return inputs;
    const { ground, files } = inputs.value;

    context.progress('candidates', 0, 0);
    const { highsSolver } = await import('../../runtime/node/highs');
    const record = recordOf(parameters.value, effort.value, ground, files, context);
    const control = {
      solver: highsSolver,
      effort: effort.value,
      progress: ({ stage }: { stage: string }) => context.progress(`siting_${stage}`, 0, 0),
    };
    const asks = first.value === null ? [ask.value] : [first.value, ask.value];
    const plans = await planStack(ground, asks, record, control);
    if (!plans.ok) {
      if (plans.problem.code === 'siting_target_unreachable') tellShortfall(ground, asks, context);
      return plans;
    }
    const { chosen, certificate } = plans.value[plans.value.length - 1];
    const facts = planFacts(ground, chosen);
    const policy = policyVillages(ground, chosen, villageCoverageTypes, countingStatuses);
    const years =
      yearly.value === null ? null : await planYears(ground, chosen, yearly.value, control);
    if (years && !years.ok) return years;

    context.progress('write', 0, 0);
    const counted = {
      ...certificate,
      earlier: plans.value.slice(0, -1).map((plan) => plan.certificate),
      villages: villageCounts(facts, policy),
    };
    const written = writeWholeFolder(given.required('out'), [
      { name: 'sites.csv', chunks: sitesCsv(ground, facts) },
      { name: 'certificate.json', chunks: [`${JSON.stringify(counted)}\n`] },
      ...(years ? [{ name: 'years.csv', chunks: yearsCsv(ground, years.value) }] : []),
    ]);
    if (!written.ok) return written;
    for (const line of siteSummary(certificate, facts, policy, context.language)) context.say(line);
    for (const line of yearLines(years?.value ?? [], context.language)) context.say(line);
    return ok(undefined);
  },
};

function tellShortfall(ground: SiteGround, asks: readonly SiteAsk[], context: Context): void {
  for (const ask of asks) {
    if (ask.kind !== 'reach_share') continue;
    const lines = shortfallLines(reachShortfall(ground, ask), context.language);
    lines.forEach((line) => context.say(line));
  }
}

function villageCounts(facts: PlanFacts, policy: { before: number; after: number } | null) {
  if (policy === null) return null;
  return {
    total: facts.villages,
    reached_on_foot_before: facts.villagesBefore,
    reached_on_foot_after: facts.villagesAfter,
    by_policy_before: policy.before,
    by_policy_after: policy.after,
  };
}

function parametersOf(given: Arguments): Result<SiteParameters> {
  const minutes = minutesOf(given);
  if (!minutes.ok) return minutes;
  const speed = speedOf(given);
  if (!speed.ok) return speed;
  const maxSnap = maxSnapOf(given);
  if (!maxSnap.ok) return maxSnap;
  const types = codesOf(given, 'types', facilityTypes, circleTypes);
  if (!types.ok) return types;
  const statuses = codesOf(given, 'statuses', facilityStatuses, countingStatuses);
  if (!statuses.ok) return statuses;
  if (given.has('facilities') && given.has('data')) {
    return problem('options_exclude', { option: '--data', other: '--facilities' });
  }
  const emphasis = emphasisOf(given);
  if (!emphasis.ok) return emphasis;
  return ok({
    emphasis: emphasis.value,
    minutes: minutes.value,
    speedMS: speed.value,
    maxSnapM: maxSnap.value,
    weight: given.text('weight') ?? null,
    types: types.value,
    statuses: statuses.value,
    includesVillagePoints: given.has('include-village-points'),
  });
}

/** Every parameter as it was applied, defaults included, and the files. */
function recordOf(
  parameters: SiteParameters,
  effort: number,
  ground: SiteGround,
  inputs: readonly InputRecord[],
  { version }: Context,
): Record<string, unknown> {
  return {
    program: 'carecircle',
    version,
    inputs,
    minutes: parameters.minutes,
    speed_m_per_s: parameters.speedMS,
    limit_cm: ground.limitCm,
    max_snap_m: parameters.maxSnapM,
    weight: parameters.weight,
    counted: ground.weightName,
    emphasis: parameters.emphasis,
    types: parameters.types,
    statuses: parameters.statuses,
    include_village_points: parameters.includesVillagePoints,
    effort,
  };
}
