/** `coverage`: who is within so many minutes' walk of a facility, household by household. */
import {
  coverageFiles,
  defaultSharePercent,
  runJson,
  uncoveredCsv,
  type ResultFile,
} from '../../core/export';
import { t } from '../../core/i18n/t';
import {
  coverageRun,
  defaultSnapCaps,
  type CoverageRun,
  type WalkConditions,
} from '../../core/reach';
import { ok, type Result } from '../../core/result';
import { circleTypes, countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import { facilityStatuses, facilityTypes } from '../../core/store/tables';
import { checkOutput, writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Command, Context } from '../command';
import {
  conditionOptions,
  conditionsOf,
  conditionsRecord,
  openTerrain,
  type OpenTerrain,
} from '../walking/condition-options';
import { besideFiles, besideOf, besideOptions, besideRecord } from './beside-coverage';
import { openCoverageInputs, type CoverageInputs } from './coverage-inputs';
import { coverageOptions } from './coverage-options';
import { estimateAlone } from './estimate-alone';
import { uncoveredLists } from './coverage-lists';
import { coverageSummary } from './coverage-summary';
import { codesOf, maxSnapOf, minutesOf, percentOf, speedOf } from '../option-values';
import { groundTogether } from './ground-together';

export const coverageCommand: Command = {
  name: 'coverage',
  positionals: [],
  summary: 'cli.coverage',
  options: [
    { name: 'data', value: 'DIR', help: 'cli.option.data' },
    { name: 'network', value: 'N', help: 'cli.option.network' },
    { name: 'households', value: 'H', help: 'cli.option.households' },
    { name: 'facilities', value: 'F', help: 'cli.option.facilities' },
    { name: 'units', value: 'U', help: 'cli.option.units' },
    ...coverageOptions,
    ...conditionOptions,
    ...besideOptions,
    { name: 'share', value: 'PERCENT', help: 'cli.option.share' },
    { name: 'out', value: 'DIR', required: true, help: 'cli.option.out_coverage' },
  ],
  async run(given, context) {
    const parameters = parametersOf(given);
    if (!parameters.ok) return parameters;
    const beside = besideOf(given);
    if (!beside.ok) return beside;
    const { maxSnapM, weight, sharePercent, ...reach } = parameters.value;
    const free = checkOutput(given.required('out'), 'folder');
    if (!free.ok) return free;
    if (beside.value.factors && !given.has('data') && !given.has('network')) {
      return estimateAlone(given, context, parameters.value, beside.value.factors);
    }
    const inputs = await openCoverageInputs(given, context);
    if (!inputs.ok) return inputs;

    const { network, households, facilities, tables } = inputs.value;
    const ground = await groundTogether(
      { network, households, facilities, units: tables.admin_units },
      { caps: { ...defaultSnapCaps, maxSnapM }, weight },
      context.progress,
    );
    if (!ground.ok) return ground;
    const terrain = await openTerrain(given, network, context);
    if (!terrain.ok) return terrain;
    const elevation = terrain.value?.elevation ?? null;
    const conditions = reach.conditions && { ...reach.conditions, elevation };
    const run = coverageRun(ground.value, { ...reach, conditions }, context.progress);
    if (!run.ok) return run;
    run.value.notes.forEach((note) => context.note(note));

    context.progress('lists', 0, 0);
    const lists = await uncoveredLists(run.value, tables, sharePercent);
    context.progress('write', 0, 0);
    const files: ResultFile[] = [
      ...coverageFiles(run.value),
      { name: 'uncovered_on_foot.csv', chunks: uncoveredCsv(lists.onFoot) },
      { name: 'uncovered_by_policy.csv', chunks: uncoveredCsv(lists.byPolicy) },
      ...besideFiles(run.value, beside.value, context.progress),
      {
        name: 'run.json',
        chunks: [
          record(run.value, withTerrain(inputs.value, terrain.value), parameters.value, context, {
            ...conditionsRecord(
              conditions,
              (terrain.value?.files ?? []).map(({ name }) => name),
            ),
            ...besideRecord(beside.value),
          }),
        ],
      },
    ];
    const written = writeWholeFolder(given.required('out'), files);
    if (!written.ok) return written;
    for (const line of coverageSummary(run.value, context.language)) context.say(line);
    if (conditions) context.say(t(context.language, `cli.judged_${conditions.judgement}`));
    if (inputs.value.generated) context.say(t(context.language, 'data.generated'));
    return ok(undefined);
  },
};

function withTerrain(inputs: CoverageInputs, terrain: OpenTerrain | null): CoverageInputs {
  const files = (terrain?.files ?? []).map((file) => ({ role: 'terrain', ...file }));
  return { ...inputs, files: [...inputs.files, ...files] };
}

interface Parameters {
  readonly minutes: number;
  readonly speedMS: number;
  readonly maxSnapM: number | null;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
  readonly weight: string | null;
  readonly sharePercent: number;
  /** Without the heights, which are read later. */
  readonly conditions: WalkConditions | null;
}

function parametersOf(given: Arguments): Result<Parameters> {
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
  const share = percentOf(given, 'share', defaultSharePercent);
  if (!share.ok) return share;
  const conditions = conditionsOf(given);
  if (!conditions.ok) return conditions;
  return ok({
    minutes: minutes.value,
    speedMS: speed.value,
    maxSnapM: maxSnap.value,
    types: types.value,
    statuses: statuses.value,
    includesVillagePoints: given.has('include-village-points'),
    weight: given.text('weight') ?? null,
    sharePercent: share.value,
    conditions: conditions.value,
  });
}

/** Every parameter as it was applied, defaults included. */
function record(
  run: CoverageRun,
  inputs: CoverageInputs,
  parameters: Parameters,
  { version }: Context,
  more: Readonly<Record<string, unknown>>,
): string {
  const { maxSnapM } = parameters;
  const { isGiven } = run.ground.units;
  const { townMaxSnapM, villageMaxSnapM } = defaultSnapCaps;
  const columns = inputs.facilities.columns;
  return runJson({
    program: 'carecircle',
    version,
    command: 'coverage',
    inputs: inputs.files,
    parameters: {
      minutes: parameters.minutes,
      speed_m_per_s: parameters.speedMS,
      max_snap_m: maxSnapM,
      max_snap_m_residents_committee: maxSnapM ?? townMaxSnapM,
      max_snap_m_elsewhere: maxSnapM ?? (isGiven ? villageMaxSnapM : townMaxSnapM),
      weight: parameters.weight,
      types: columns.type ? parameters.types : null,
      statuses: columns.status ? parameters.statuses : null,
      include_village_points: parameters.includesVillagePoints,
      uncovered_on_foot_below_percent: parameters.sharePercent,
      uncovered_by_policy_types: villageCoverageTypes,
      uncovered_by_policy_statuses: countingStatuses,
      ...more,
    },
    generated: inputs.generated,
    notes: run.notes,
  });
}
