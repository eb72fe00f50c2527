/** `coverage --estimate` without streets: straight lines made longer, and nothing that looks exact. */
import { estimateFiles, runJson } from '../../core/export';
import { t } from '../../core/i18n/t';
import {
  countingFacilities,
  limitCm,
  locatedHouseholds,
  populationOf,
  straightEstimate,
  unitIndices,
  unitsOf,
  type DetourFactors,
} from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import { writeWholeFolder } from '../../runtime/node/write-files';
import type { Arguments, Context } from '../command';
import { openTables } from './coverage-inputs';

interface Parameters {
  readonly minutes: number;
  readonly speedMS: number;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
  readonly weight: string | null;
}

export async function estimateAlone(
  given: Arguments,
  context: Context,
  parameters: Parameters,
  factors: DetourFactors,
): Promise<Result<void>> {
  for (const option of ['households', 'facilities']) {
    if (given.has(option)) continue;
    return problem('option_missing', { command: 'coverage', option: `--${option}`, value: 'FILE' });
  }
  const { minutes, speedMS, types, statuses, includesVillagePoints, weight } = parameters;
  const read = await openTables(given, weight === null ? [] : [weight], context);
  if (!read.ok) return read;
  const { tables, files: inputs } = read.value;
  const households = tables.households!;
  const facilities = tables.facilities!;
  const facilityCounts = countingFacilities(facilities, parameters);
  if (!facilityCounts.includes(1)) {
    return problem('no_facility_counts', { file: facilities.fileName });
  }
  const units = unitsOf(tables.admin_units);
  const estimate = straightEstimate({
    households,
    facilities,
    units,
    unit: unitIndices(units, households),
    population: populationOf(households, weight),
    facilityCounts,
    asked: locatedHouseholds(households, includesVillagePoints),
    factors,
    limitCm: limitCm(minutes, speedMS),
  });
  const record = runJson({
    program: 'carecircle',
    version: context.version,
    command: 'coverage',
    inputs,
    parameters: {
      minutes,
      speed_m_per_s: speedMS,
      weight,
      types: facilities.columns.type ? types : null,
      statuses: facilities.columns.status ? statuses : null,
      include_village_points: includesVillagePoints,
      estimate: { detour_town: factors.town, detour_elsewhere: factors.mountain },
    },
    generated: null,
    notes: [],
  });
  const written = writeWholeFolder(given.required('out'), [
    ...estimateFiles({ households, facilities, units }, estimate, speedMS),
    { name: 'run.json', chunks: [record] },
  ]);
  if (!written.ok) return written;
  context.say(t(context.language, 'cli.estimate_alone'));
  return ok(undefined);
}
