export {
  arrangementSql,
  emptyArrangement,
  isSummed,
  rowCountColumn,
  type Arrangement,
  type Condition,
  type Operator,
  type Ordering,
} from './arrange';
export { completions, type Completed, type Completion, type KnownTable } from './completions';
export { storeBesides, storeIndicators } from './fill';
export { checkQuery, closeDoors, refusedFunction, sqlProblem, statementOf } from './guard';
export { minuteBars, type MinuteBars } from './minute-bars';
export { analysisTableSql } from './named-tables';
export {
  analysisTableIds,
  tablesByLevel,
  type AnalysisLevel,
  type AnalysisTableId,
} from './table-ids';
export type { ColumnKind, ResultColumn } from './result-column';
export { ResultSession, type OpenedRows } from './result-session';
export { namesIn } from './sql-words';
export { schemaNotes } from './schema-notes';
