/** The workbooks that are handed in, each with its 口径说明, by file name. */
import { t, type Language } from '../../i18n/t';
import type { ResultSummary } from '../summary/result-summary';
import type { Sheet } from '../workbook/sheet';
import { workbook } from '../workbook/workbook';
import { bandSheets } from './band-table';
import { basisSheet } from './basis-sheet';
import { captionOf } from './cells';
import { coverageSheets } from './coverage-table';
import { facilitySheet } from './facility-register';
import { indicatorSheets } from './indicator-table';
import { progressSheet } from './progress-table';
import { uncoveredSheets } from './uncovered-table';

/** Base names of files, in the order of the tables people ask for. */
export const handedInTables = [
  'coverage_rates',
  'uncovered_villages',
  'policy_indicators',
  'yearly_progress',
  'facility_register',
] as const;
export type HandedInTable = (typeof handedInTables)[number];

/** The sheets of a table for the whole of a summary (a city, or one county). */
export function handedInSheets(
  table: HandedInTable,
  summary: ResultSummary,
  language: Language,
): Sheet[] {
  const [top] = summary.units;
  switch (table) {
    case 'coverage_rates':
      return [...coverageSheets(summary, language), ...bandSheets(summary, language)];
    case 'uncovered_villages':
      return uncoveredSheets(summary, language);
    case 'policy_indicators':
      return indicatorSheets(summary, top, language);
    case 'yearly_progress':
      return [progressSheet(summary, top, language)];
    case 'facility_register':
      return [facilitySheet(summary, language)];
  }
}

/** Name and bytes of a table as a file to hand in. */
export async function handedInWorkbook(
  table: HandedInTable,
  summary: ResultSummary,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const sheets = [...handedInSheets(table, summary, language), basisSheet(summary, language)];
  const name = `${t(language, `reports.file.${table}`)}.xlsx`;
  return { name, bytes: await workbook(sheets, captionOf(summary, language)) };
}
