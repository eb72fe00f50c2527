/** What is asked about tables and SQL, and what comes back: pages of rows, never a whole table. */
import type {
  Arrangement,
  OpenedRows,
  ResultColumn,
} from '../../../core/analysis';
import type { AnalysisLevel, AnalysisTableId } from '../../../core/analysis/table-ids';
import type { SqlValue } from '../../../core/store/database';
import type { ExportLanguage } from './figure-data';

export type { Arrangement, ResultColumn };
export type { Completion, Condition, KnownTable, Operator, Ordering } from '../../../core/analysis';
export type { AnalysisLevel, AnalysisTableId };
export { analysisTableIds, tablesByLevel } from '../../../core/analysis/table-ids';

/** Two tables are open at once: the one chosen from the list, and the answer of the console. */
export type TablePlace = 'table' | 'query';

export interface TableOrder {
  readonly place: TablePlace;
  readonly sql: string;
  /** Rows kept at most. */
  readonly limit: number;
  /** Of the names of indicators. */
  readonly language: ExportLanguage;
}

export interface OpenedTable extends OpenedRows {
  readonly elapsedMs: number;
  /** Instead of rows where EXPLAIN was asked. */
  readonly plan: string | null;
  /** What its rows can be shown by on the map, best first; null where they have no place. */
  readonly placedBy: string | null;
}

export type TablePage = readonly (readonly SqlValue[])[];

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly note: string | null;
}

export interface SchemaTable {
  readonly name: string;
  readonly note: string | null;
  readonly rowCount: number;
  readonly columns: readonly SchemaColumn[];
}

export interface TableFileRequest {
  readonly place: TablePlace;
  readonly format: 'csv' | 'xlsx';
  readonly language: ExportLanguage;
  /** In words, for the file's name and head. */
  readonly title: string;
  /** Names of the columns in their order; absent: all. */
  readonly columns: readonly string[];
  /** Heads and codes in words, or as the SQL calls them. */
  readonly inWords: boolean;
  /** Lines below the table: where it comes from, the statement. */
  readonly remarks: readonly string[];
}
