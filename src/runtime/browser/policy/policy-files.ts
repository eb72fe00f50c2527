/** The indicators as files: the command line's own bytes, or tables in words for Excel. */
import { failingExcel, failingFile, indicatorsCsv, indicatorsExcel } from '../../../core/export';
import { t } from '../../../core/i18n/t';
import type { Evaluation, FailingRow, IndicatorResult } from '../../../core/indicators';
import type { ExportedFile } from '../data/figure-data';
import type { PolicyFileRequest } from '../data/policy-data';

const type = 'text/csv;charset=utf-8';

export function figuresExport(
  evaluation: Evaluation,
  { format, language }: PolicyFileRequest,
  isGenerated: boolean,
): ExportedFile {
  if (format === 'data') {
    return { fileName: 'indicators.csv', blob: new Blob([...indicatorsCsv(evaluation)], { type }) };
  }
  const isChanged = evaluation.indicators.some(({ changes }) => changes.length > 0);
  const name = t(language, 'file.indicators');
  return excelFile(name, indicatorsExcel(evaluation, language), language, isGenerated, isChanged);
}

export function failingExport(
  result: IndicatorResult,
  rows: readonly FailingRow[],
  { format, language }: PolicyFileRequest,
  isGenerated: boolean,
): ExportedFile {
  if (format === 'data') {
    const { name, chunks } = failingFile(result, rows);
    return { fileName: name, blob: new Blob([...(chunks as Iterable<string>)], { type }) };
  }
  const name = t(language, 'file.failing', { indicator: result.entry.name[language] });
  const isChanged = result.changes.length > 0;
  return excelFile(name, failingExcel(result, rows, language), language, isGenerated, isChanged);
}

/** What a reader must know stands in the name and below the last row. */
function excelFile(
  name: string,
  chunks: Iterable<string>,
  language: PolicyFileRequest['language'],
  isGenerated: boolean,
  isChanged: boolean,
): ExportedFile {
  const parts = [...chunks];
  if (isGenerated) parts.push(`${t(language, 'data.generated')}\r\n`);
  const marks = [
    ...(isChanged ? [t(language, 'policy.changed')] : []),
    ...(isGenerated ? [t(language, 'file.generated_mark')] : []),
  ];
  const fileName = `${[name.replace(/[\\/:*?"<>|]/g, ' '), ...marks].join('-')}.csv`;
  return { fileName, blob: new Blob(parts, { type }) };
}
