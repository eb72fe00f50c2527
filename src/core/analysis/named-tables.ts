/** The tables that can be looked at without writing SQL: one relation for each file in tables/. */
import byPolicySql from '../export/uncovered_by_policy.sql?raw';
import onFootSql from '../export/uncovered_on_foot.sql?raw';
import { countingStatuses, defaultSharePercent, villageCoverageTypes } from '../store/counting';
import { literal } from './sql-words';
import type { AnalysisLevel, AnalysisTableId } from './table-ids';
import basesSql from './tables/bases.sql?raw';
import causesSql from './tables/causes.sql?raw';
import facilitiesSql from './tables/facilities.sql?raw';
import householdsSql from './tables/households.sql?raw';
import indicatorsSql from './tables/indicators.sql?raw';
import unitsSql from './tables/units.sql?raw';

const sqlOf: Readonly<Record<AnalysisTableId, string>> = {
  units: unitsSql,
  uncovered_on_foot: withValues(onFootSql, [defaultSharePercent]),
  uncovered_by_policy: withValues(byPolicySql, [
    villageCoverageTypes.join(','),
    countingStatuses.join(','),
  ]),
  bases: basesSql,
  causes: causesSql,
  indicators: indicatorsSql,
  facilities: facilitiesSql,
  households: householdsSql,
};

/** The whole statement, its values written out: it is shown, and runs in the console as it stands. */
export function analysisTableSql(id: AnalysisTableId, level: AnalysisLevel): string {
  return sqlOf[id].replaceAll("'LEVEL'", literal(level)).trim().replace(/;$/, '');
}

function withValues(sql: string, values: readonly (string | number)[]): string {
  return sql.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]));
}
