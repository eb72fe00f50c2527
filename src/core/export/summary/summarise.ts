/** Everything a result says of units, from a run, the indicators and the two lists. */
import { isEstimated, type DataFolder, type ImportedTable, type InputFile } from '../../import';
import type { Evaluation, FailingRow, IndicatorResult, SourceLine } from '../../indicators';
import type { CoverageRun } from '../../reach';
import { changeLines } from '../indicator-changes';
import type { UncoveredVillage } from '../uncovered-lists';
import { countyBorders } from './borders';
import { facilitySummaries } from './facility-summaries';
import type {
  IndicatorSummary,
  ResultSummary,
  Sensitivity,
  UncoveredSummary,
} from './result-summary';
import type { SnapLimits } from './sensitivity';
import { unitSummaries } from './unit-summaries';

export interface SummaryInput {
  readonly programVersion: string;
  readonly title: string;
  readonly generated: boolean;
  readonly inputs: readonly InputFile[];
  readonly adminUnits: ImportedTable | undefined;
  readonly areas: DataFolder['areas'];
  readonly run: CoverageRun;
  readonly limits: SnapLimits;
  readonly sharePercent: number;
  readonly villageTypes: readonly string[];
  readonly lists: {
    readonly byPolicy: readonly UncoveredVillage[];
    readonly onFoot: readonly UncoveredVillage[];
  };
  readonly evaluation: EvaluationPart;
  readonly sensitivity: Sensitivity | null;
}

/** What a summary takes from the indicators; it crosses from one worker to another. */
export type EvaluationPart = Pick<
  ResultSummary,
  'asOf' | 'divisions' | 'policy' | 'sources' | 'indicators'
> & { readonly centralTowns: readonly string[] };

/** @param failing what fails of each indicator, by its id */
export function evaluationPart(
  evaluation: Evaluation,
  failing: ReadonlyMap<string, readonly FailingRow[]>,
): EvaluationPart {
  const { title, number, date } = evaluation.catalogue.policy;
  return {
    asOf: evaluation.asOf,
    divisions: evaluation.divisions,
    policy: { title, number, date },
    centralTowns: evaluation.centralTowns.map(({ name }) => name),
    sources: sourcesOf(evaluation),
    indicators: evaluation.indicators.map((result) =>
      indicatorSummary(result, failing.get(result.entry.id) ?? []),
    ),
  };
}

/** An internal summary; `publicSummary` makes the public one from it. */
export function summarise(input: SummaryInput): ResultSummary {
  const { run, evaluation, lists, limits } = input;
  const { minutes, speedMS, types, statuses, includesVillagePoints } = run.parameters;
  const { centralTowns, ...evaluated } = evaluation;
  return {
    ...evaluated,
    format: 'carecircle-summary',
    version: 1,
    programVersion: input.programVersion,
    title: input.title,
    generated: input.generated,
    estimated: isEstimated(run.ground.households),
    profile: 'internal',
    parameters: {
      minutes,
      speedMS,
      townMaxSnapM: limits.townMaxSnapM,
      villageMaxSnapM: limits.villageMaxSnapM,
      types,
      statuses,
      includesVillagePoints,
      sharePercent: input.sharePercent,
      villageTypes: input.villageTypes,
      centralTowns,
    },
    inputs: input.inputs,
    units: unitSummaries(run, input.adminUnits),
    uncovered: { byPolicy: lists.byPolicy.map(plain), onFoot: lists.onFoot.map(plain) },
    facilities: facilitySummaries(run),
    borders: input.areas ? countyBorders(input.areas.bytes) : [],
    sensitivity: input.sensitivity,
  };
}

function indicatorSummary(
  result: IndicatorResult,
  failing: readonly FailingRow[],
): IndicatorSummary {
  const { entry, units } = result;
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    clause: entry.clause,
    quotes: entry.quotes,
    numerator: entry.numerator,
    denominator: entry.denominator,
    numerator_scale: entry.numerator_scale,
    value_factor: entry.value_factor,
    unit: entry.unit,
    operator: entry.operator,
    target: entry.target,
    target_year: entry.target_year,
    soft_wording: entry.soft_wording,
    levels: entry.levels,
    ...(entry.counted ? { counted: entry.counted } : {}),
    ...(entry.by_level ? { by_level: entry.by_level } : {}),
    changes: { zh: changeLines(result, 'zh'), en: changeLines(result, 'en') },
    figures: units
      .filter(({ level, denominator }) =>
        level === 'town' ? (denominator ?? 0) > 0 : level !== 'village',
      )
      .map((unit) => ({
        unitCode: unit.unitCode,
        state: unit.state,
        valueHundredths: unit.valueHundredths,
        numerator: unit.numerator,
        denominator: unit.denominator,
        shortfall: unit.shortfall,
        reason: unit.reason,
      })),
    failing: [...new Set(failing.map(({ unitCode }) => unitCode))],
  };
}

/** One line for each table and source of any indicator. */
function sourcesOf(evaluation: Evaluation): SourceLine[] {
  const lines = new Map<string, SourceLine>();
  for (const { units } of evaluation.indicators) {
    for (const line of units[0]?.sources ?? []) lines.set(`${line.table} ${line.source}`, line);
  }
  return [...lines.values()].sort((a, b) =>
    a.table === b.table
      ? (a.source ?? '') < (b.source ?? '')
        ? -1
        : 1
      : a.table < b.table
        ? -1
        : 1,
  );
}

/** A row of the database as plain data; who comes first is said again of each part of the list. */
function plain(row: UncoveredVillage): UncoveredSummary {
  const told = Object.entries(row).filter(([name]) => name !== 'priority');
  return Object.fromEntries(told) as unknown as UncoveredSummary;
}
