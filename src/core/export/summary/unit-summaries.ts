/** A run's sums by unit → the summary's units. */
import type { ImportedTable } from '../../import';
import type { Level } from '../../indicators';
import { unitColumns, unitDetailColumns, type CoverageRun } from '../../reach';
import { valueAt, type ColumnData } from '../../store/columns';
import {
  summaryGroups,
  type GroupCount,
  type SummaryGroup,
  type UnitSummary,
} from './result-summary';

const levels: readonly Level[] = ['city', 'county', 'town', 'village'];

/** In the order of level, then code. */
export function unitSummaries(
  run: CoverageRun,
  adminUnits: ImportedTable | undefined,
): UnitSummary[] {
  const { units } = run.ground;
  const columns = { ...unitColumns(run), ...unitDetailColumns(run) };
  const number = (name: string, row: number) => numberAt(columns[name], row);
  const summaries = units.codes.map((unitCode, row): UnitSummary => ({
    unitCode,
    name: units.names[row] ?? unitCode,
    level: units.isGiven ? (units.levels[row] as Level) : 'city',
    kind: units.kinds[row],
    parentCode: units.parent[row] < 0 ? null : units.codes[units.parent[row]],
    lon: numberAt(adminUnits?.columns.lon, row),
    lat: numberAt(adminUnits?.columns.lat, row),
    groups: Object.fromEntries(
      summaryGroups.map((group): [SummaryGroup, GroupCount] => [
        group,
        [
          number(`${group}_total`, row),
          number(`${group}_covered`, row),
          number(`${group}_not_connected`, row),
          number(`${group}_not_located`, row),
        ],
      ]),
    ) as Record<SummaryGroup, GroupCount>,
    dependent: number('dependent_total', row),
    medianMinutes: number('median_minutes', row),
    p90Minutes: number('p90_minutes', row),
  }));
  return summaries.sort(byLevelThenCode);
}

function byLevelThenCode(a: UnitSummary, b: UnitSummary): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level);
  return level || (a.unitCode < b.unitCode ? -1 : a.unitCode > b.unitCode ? 1 : 0);
}

function numberAt(column: ColumnData | undefined, row: number): number | null {
  const value = valueAt(column, row);
  return typeof value === 'number' ? value : null;
}
