/** The shapes of tables and SQL as the panels draw them. */
export {
  analysisTableIds,
  tablesByLevel,
  type AnalysisLevel,
} from '../../../runtime/browser/data/analysis-data';
export type {
  AnalysisTableId,
  Completion,
  Condition,
  Operator,
  ResultColumn,
  SchemaTable,
} from '../../../runtime/browser/data/analysis-data';
