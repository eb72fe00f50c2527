/**
 * The same tables of indicators for people: heads and codes in words, a file Excel opens as it is, and
 * below the last row whatever a reader must know: a sample, and every difference from the policy's own
 * targets and readings.
 */
import { t, type Language, type TextKey } from '../i18n/t';
import { zh } from '../i18n/zh';
import type {
  Change,
  Evaluation,
  FailingRow,
  IndicatorResult,
  ParameterValue,
} from '../indicators';
import { textCell } from './csv';
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
  for (const cells of figureRows(evaluation)) {
    const reason = figureColumns.indexOf('reason');
    const named = [...cells];
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
  for (const row of rows) {
    const cells = failingCells(row);
    cells[reason] = row.reason === null ? null : reasonText(row.reason, language);
    yield line(cells, failingColumns, language);
  }
  yield* lines(changeLines(result, language));
}

/** One sentence for each difference from the catalogue. */
export function changeLines(
  { entry, changes }: Pick<IndicatorResult, 'entry' | 'changes'>,
  language: Language,
): string[] {
  return changes.map(({ what, name, from, to }: Change) =>
    t(language, 'indicator.changed_line', {
      indicator: entry.name[language],
      what:
        words(`indicator.parameter.${name}`, language) ??
        words(`indicator.change.${what}`, language) ??
        what,
      from: valueText(from, language),
      to: isList(from) && isList(to) ? listText(from, to, language) : valueText(to, language),
    }),
  );
}

function isList(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value);
}

function valueText(value: ParameterValue, language: Language): string {
  if (value === null) return t(language, 'indicator.no_value');
  return isList(value) ? t(language, 'indicator.list_of', { count: value.length }) : String(value);
}

/** A list by its length, and what came and went. */
function listText(from: readonly string[], to: readonly string[], language: Language): string {
  const named = (code: string) => words(`facility_type.${code}`, language) ?? code;
  const came = to.filter((code) => !from.includes(code)).map((code) => `+${named(code)}`);
  const went = from.filter((code) => !to.includes(code)).map((code) => `\u2212${named(code)}`);
  return `${valueText(to, language)} ${[...came, ...went].join(' ')}`.trim();
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

function words(key: string, language: Language): string | null {
  return key in zh ? t(language, key as TextKey) : null;
}
