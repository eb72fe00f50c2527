/** 选址方案比选表 as a file: .xlsx to hand in, or CSV that Excel opens as it is. */
import { t } from '../../i18n/t';
import type { OptionFigures } from '../../scenario';
import { textCell } from '../csv';
import { sheetCsv } from '../handed-in/sheet-csv';
import { workbook } from '../workbook/workbook';
import { comparisonSheet, type ComparisonWords } from './comparison-sheet';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param columns the facilities as they are first */
export async function comparisonFile(
  columns: readonly OptionFigures[],
  words: ComparisonWords & { readonly format: 'csv' | 'xlsx' },
): Promise<NamedBytes> {
  const sheet = comparisonSheet(columns, words);
  const name = `${t(words.language, 'compare.title')}.${words.format}`;
  if (words.format === 'xlsx') return { name, bytes: await workbook([sheet], sheet.caption) };
  const below = [sheet.caption, sheet.unitLine, ...(sheet.remarks ?? [])]
    .map((line) => `${textCell(line, 'excel')}\r\n`)
    .join('');
  return { name, bytes: new TextEncoder().encode(`\ufeff${sheetCsv(sheet)}${below}`) };
}
