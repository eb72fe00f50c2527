/** `site`: where to build, with a certificate that anyone can check. */
import { defaultSnapCaps } from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import { circleTypes, countingStatuses } from '../../core/store/counting';
import { facilityStatuses, facilityTypes } from '../../core/store/tables';
import {
  planYears,
  reachShortfall,
  recommendSites,
  siteParameters,
  type PlannedYears,
  type SiteAsk,
  type SiteGround,
} from '../../core/siting';
import { sitesCsv, yearsCsv } from '../../core/export';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Command, Context } from '../command';
import { coverageOptions } from '../coverage/coverage-options';
import { conditionOptions, conditionsOf } from '../walking/condition-options';
import { codesOf, inRange, maxSnapOf, minutesOf, speedOf } from '../option-values';
import { askOf, emphasisOf, firstOf, yearlyOf } from './site-ask';
import { inputOptions, openSiteGround, type SiteParameters } from './site-inputs';
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
    { name: 'within', value: 'CODE', help: 'cli.option.within' },
    { name: 'first', value: 'RULE', help: 'cli.option.first' },
    { name: 'yearly-sites', value: 'K', help: 'cli.option.yearly_sites' },
    { name: 'yearly-budget', value: 'AMOUNT', help: 'cli.option.yearly_budget' },
    ...coverageOptions,
    ...conditionOptions,
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
    const parameters = parametersOf(given, ask.value);
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
    const about = { program: 'carecircle', version: context.version, inputs: files };
    const { within } = parameters.value;
    const record = siteParameters(ground, { ...about, within }, effort.value);
    const control = {
      solver: highsSolver,
      effort: effort.value,
      progress: ({ stage }: { stage: string }) => context.progress(`siting_${stage}`, 0, 0),
    };
    const asks = first.value === null ? [ask.value] : [first.value, ask.value];
    const answer = await recommendSites(ground, asks, record, control);
    if (!answer.ok) {
      if (answer.problem.code === 'siting_target_unreachable') tellShortfall(ground, asks, context);
      return answer;
    }
    const { facts, certificate } = answer.value;
    const { chosen } = certificate;
    const years =
      yearly.value === null ? null : await planYears(ground, chosen, yearly.value, record, control);
    if (years && !years.ok) return years;

    context.progress('write', 0, 0);
    const written = writeWholeFolder(given.required('out'), [
      { name: 'sites.csv', chunks: sitesCsv(ground, facts) },
      { name: 'certificate.json', chunks: [`${JSON.stringify(certificate)}\n`] },
      ...(years ? yearsFiles(ground, years.value) : []),
    ]);
    if (!written.ok) return written;
    for (const line of siteSummary(certificate, facts, context.language)) context.say(line);
    for (const line of yearLines(years?.value.years ?? [], context.language)) context.say(line);
    return ok(undefined);
  },
};

function yearsFiles(ground: SiteGround, { years, certificate }: PlannedYears) {
  return [
    { name: 'years.csv', chunks: yearsCsv(ground, years) },
    { name: 'years-certificate.json', chunks: [`${JSON.stringify(certificate)}\n`] },
  ];
}

function tellShortfall(ground: SiteGround, asks: readonly SiteAsk[], context: Context): void {
  for (const ask of asks) {
    if (ask.kind !== 'reach_share') continue;
    const lines = shortfallLines(reachShortfall(ground, ask), ground.units, context.language);
    lines.forEach((line) => context.say(line));
  }
}

function parametersOf(given: Arguments, ask: SiteAsk): Result<SiteParameters> {
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
  const conditions = conditionsOf(given);
  if (!conditions.ok) return conditions;
  return ok({
    emphasis: emphasis.value,
    minutes: minutes.value,
    speedMS: speed.value,
    caps: { ...defaultSnapCaps, maxSnapM: maxSnap.value },
    within: given.text('within') ?? null,
    weight: given.text('weight') ?? null,
    types: types.value,
    statuses: statuses.value,
    includesVillagePoints: given.has('include-village-points'),
    conditions: conditions.value,
    needsHeights: given.has('slope') || given.has('terrain'),
    ...(ask.kind === 'smallest_walk' ? { farMinutes: ask.farMinutes } : {}),
  });
}
