/** A run of core's coverage as the page takes it: typed arrays by household, rows by unit. */
import { resultGroups, unitColumns, type CoverageRun } from '../../../core/reach';
import { valueAt, type ColumnData } from '../../../core/store/columns';
import type {
  Counts,
  CoverageParameters,
  CoverageResult,
  Group,
  UnitCoverage,
} from '../data/coverage-data';

export function coverageAnswer(
  run: CoverageRun,
  parameters: CoverageParameters,
  startedMs: number,
): CoverageResult {
  const { costCm, facility } = run.walks;
  const cmPerS = run.parameters.speedMS * 100;
  const householdTimeS = new Float32Array(costCm.length);
  for (let i = 0; i < costCm.length; i++)
    householdTimeS[i] = costCm[i] < 0 ? NaN : costCm[i] / cmPerS;
  return {
    parameters,
    householdState: run.states.slice(),
    householdTimeS,
    householdFacility: facility.slice(),
    units: unitRows(run),
    facilityCounts: run.facilityCounts.slice(),
    notes: run.notes,
    elapsedMs: performance.now() - startedMs,
  };
}

function unitRows(run: CoverageRun): UnitCoverage[] {
  const columns = unitColumns(run);
  return run.ground.units.codes.map((_, row) => rowOf(columns, row));
}

/** One unit's row of a run. */
export function unitRow(run: CoverageRun, unitIndex: number): UnitCoverage {
  return rowOf(unitColumns(run), unitIndex);
}

function rowOf(columns: Record<string, ColumnData>, row: number): UnitCoverage {
  return {
    unitIndex: row,
    counts: Object.fromEntries(
      resultGroups.map((group) => [group, countsOf(columns, group, row)]),
    ) as Record<Group, Counts | null>,
    medianMinutes: numberAt(columns['median_minutes'], row),
    p90Minutes: numberAt(columns['p90_minutes'], row),
    rate60Plus: numberAt(columns['rate_60_plus'], row),
  };
}

/** Null where the number of people is unknown. */
function countsOf(columns: Record<string, ColumnData>, group: Group, row: number): Counts | null {
  const total = numberAt(columns[`${group}_total`], row);
  if (total === null) return null;
  return {
    total,
    covered: numberAt(columns[`${group}_covered`], row),
    notConnected: numberAt(columns[`${group}_not_connected`], row) ?? 0,
    notLocated: numberAt(columns[`${group}_not_located`], row) ?? 0,
  };
}

function numberAt(column: ColumnData, row: number): number | null {
  const value = valueAt(column, row);
  return typeof value === 'number' ? value : null;
}
