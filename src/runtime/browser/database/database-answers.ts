/**
 * What is answered from the database or as a file: lists, figures and exports. Loaded when first
 * asked for, so that the first view does without.
 */
import {
  coverageFigure,
  uncoveredByPolicy,
  uncoveredOnFoot,
  type UncoveredVillage as ListRow,
} from '../../../core/export';
import { ok, type Progress, type Result } from '../../../core/result';
import type { CoverageRun } from '../../../core/reach';
import { textAt } from '../../../core/store/columns';
import { countingStatuses, villageCoverageTypes } from '../../../core/store/counting';
import type { Cancellations } from '../cancellations';
import type {
  ExportedFile,
  ExportRequest,
  Figure,
  FigureCheck,
  ListKind,
  UncoveredVillage,
} from '../data/figure-data';
import { ratePercent } from './figures';
import type { OpenCity } from '../city/open-city';
import { householdsFile, listFile, unitsFile } from './table-exports';

export { figureOf } from './figures';

/** One question: the city and run it is about, and how to report and to stop it. */
export interface Question {
  readonly city: OpenCity;
  readonly run: CoverageRun;
  readonly progress: Progress;
  readonly token: number;
  readonly cancellations: Cancellations;
}

/** A list as the command line makes it, with indices for the map. */
export async function villages(
  question: Question,
  kind: ListKind,
): Promise<Result<readonly UncoveredVillage[]>> {
  const rows = await listRows(question, kind);
  return rows.ok ? ok(pageRows(question.city, rows.value)) : rows;
}

/** Counts a figure again from the households in the database. */
export async function figureCheck(
  question: Question,
  figure: Figure,
): Promise<Result<FigureCheck>> {
  const { city, run, progress, token, cancellations } = question;
  const tables = await city.wholeTables(progress);
  if (!tables.ok) return tables;
  cancellations.onCancel(token, () => city.database.close());
  const withIds = city.withWholeHouseholds(run, tables.value);
  const database = await city.database.forFigures(tables.value, run, withIds, progress);
  const startedMs = performance.now();
  const [unitCode] = figure.values;
  const found = await coverageFigure(database, unitCode as string | null, figure.group);
  const { numerator, denominator } = found;
  return ok({
    numerator,
    denominator,
    value: ratePercent(numerator, denominator),
    agrees: numerator === figure.numerator && denominator === figure.denominator,
    elapsedMs: performance.now() - startedMs,
  });
}

export async function tableFile(
  question: Question,
  request: ExportRequest,
): Promise<Result<ExportedFile>> {
  const { city, run, progress } = question;
  const { isGenerated, isEstimated } = city.loaded.info;
  const order = { ...request, isGenerated, isEstimated };
  if (request.kind === 'coverage_units') return ok(unitsFile(run, order));
  if (request.kind === 'coverage_households') {
    const tables = await city.wholeTables(progress);
    if (!tables.ok) return tables;
    progress('write', 0, 0);
    return ok(householdsFile(city.withWholeHouseholds(run, tables.value), order));
  }
  const kind = request.kind === 'uncovered_by_policy' ? 'policy' : 'on_foot';
  const rows = await listRows(question, kind);
  return rows.ok ? ok(listFile(rows.value, order)) : rows;
}

async function listRows(
  { city, run, progress, token, cancellations }: Question,
  kind: ListKind,
): Promise<Result<ListRow[]>> {
  cancellations.onCancel(token, () => city.database.close());
  const database = await city.database.forLists(city.loaded.tables, run, progress);
  return ok(
    kind === 'policy'
      ? await uncoveredByPolicy(database, villageCoverageTypes, countingStatuses)
      : await uncoveredOnFoot(database),
  );
}

const ranks = { low: 1, medium: 2, high: 3 } as const;

function pageRows(city: OpenCity, rows: readonly ListRow[]): UncoveredVillage[] {
  const { columns, rowCount } = city.facilityTable;
  const facilityOf = new Map<string | null, number>();
  for (let row = 0; row < rowCount; row++) facilityOf.set(textAt(columns.facility_id, row), row);
  return rows.map((row) => ({
    unitIndex: city.units.indexOf.get(row.unit_code) ?? -1,
    unitCode: row.unit_code,
    name: row.name,
    townName: row.town_name,
    countyName: row.county_name,
    households: row.households,
    age60Plus: row.age_60_plus,
    age80Plus: row.age_80_plus,
    livingAlone: row.living_alone,
    dependent: row.dependent,
    facilityIndex: facilityOf.get(row.nearest_facility_id) ?? -1,
    facilityName: row.nearest_facility_name,
    minutes: row.median_minutes,
    shortMinutes: row.short_minutes,
    cause: row.cause,
    suggestion: row.suggestion,
    priority: row.priority === null ? null : ranks[row.priority],
  }));
}
