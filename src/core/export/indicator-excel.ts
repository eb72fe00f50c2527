/**
 * The same tables of indicators for people: heads and codes in words, a file Excel opens as it is, and
 * below the last row whatever a reader must know: a sample, and every difference from the policy's own
 * targets and readings.
 */
import type { Language } from '../i18n/t';
import type { Evaluation, FailingRow, IndicatorResult } from '../indicators';
import { textCell } from './csv';
import { changeLines, words } from './indicator-changes';
import {
  failingCells,
  failingColumns,
  figureColumns,
  figureRows,
  reasonText,
  type Cell,
} from './indicator-files';

/** Columns whose codes have words, and the keys those stand under. */
const wordsOf: Readonly<Record<string, string>> = {
  level: 'level',
  state: 'indicator.state',
  kind: 'indicator.kind',
  official: 'indicator.official',
};

/** Every figure of every unit; the text of one file, in chunks. */
export function* indicatorsExcel(evaluation: Evaluation, language: Language): Generator<string> {
  yield head(figureColumns, language);
  const names = new Map(evaluation.indicators.map(({ entry }) => [entry.id, entry.name]));
  const changes = new Map(
    evaluation.indicators.map((one) => [one.entry.id, changeLines(one, language).join(' ')]),
  );
  for (const cells of figureRows(evaluation)) {
    const reason = figureColumns.indexOf('reason');
    const named = [...cells];
    named[figureColumns.indexOf('changed')] = changes.get(String(cells[0])) || null;
    if (cells[reason] !== null)
      named[reason] = words(`indicator.reason.${cells[reason]}`, language) ?? cells[reason];
    if (language === 'en' && cells[2] === true)
      named[4] = names.get(String(cells[0]))?.en ?? named[4];
    yield line(named, figureColumns, language);
  }
  yield* lines(evaluation.indicators.flatMap((one) => changeLines(one, language)));
}

/** What fails of one indicator. */
export function* failingExcel(
  result: IndicatorResult,
  rows: readonly FailingRow[],
  language: Language,
): Generator<string> {
  yield head(failingColumns, language);
  const reason = failingColumns.indexOf('reason_text');
  const changed = changeLines(result, language).join(' ') || null;
  for (const row of rows) {
    const cells = failingCells(row);
    cells[reason] = row.reason === null ? null : reasonText(row.reason, language);
    cells.push(changed);
    yield line(cells, failingColumns, language);
  }
  yield* lines(changeLines(result, language));
}

function head(columns: readonly string[], language: Language): string {
  const texts = columns.map((name) => words(`indicator_head.${name}`, language) ?? name);
  return `\ufeff${texts.map((text) => textCell(text, 'excel')).join(',')}\r\n`;
}

function line(cells: readonly Cell[], columns: readonly string[], language: Language): string {
  const texts = cells.map((cell, i) => {
    if (cell === null) return '';
    const key = wordsOf[columns[i]];
    const text = String(cell);
    return textCell((key && words(`${key}.${text}`, language)) ?? text, 'excel');
  });
  return `${texts.join(',')}\r\n`;
}

function lines(texts: readonly string[]): string[] {
  return [...new Set(texts)].map((text) => `${textCell(text, 'excel')}\r\n`);
}
