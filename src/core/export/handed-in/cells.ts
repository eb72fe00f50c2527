/** Values of a summary as cells: what is unknown says so, what is withheld stays withheld. */
import { t, type Language, type TextKey } from '../../i18n/t';
import { zh } from '../../i18n/zh';
import type { TargetAt } from '../../indicators';
import type { SheetCell } from '../workbook/sheet';
import { shareHundredths } from '../summary/sentences';
import type { Count, ResultSummary, UnitSummary } from '../summary/result-summary';
import { dataMarks } from '../data-marks';

export function countCell(count: Count, language: Language): SheetCell {
  return count ?? t(language, 'data.insufficient');
}

/** Percent with one digit, rounded down; withheld where numerator or denominator is. */
export function percentCell(numerator: Count, denominator: Count, language: Language): SheetCell {
  const withheld = [numerator, denominator].find((count) => typeof count === 'string');
  if (withheld !== undefined) return '*';
  const hundredths = shareHundredths(numerator, denominator);
  return hundredths === null ? t(language, 'data.insufficient') : tenths(hundredths);
}

/** The same as it is written in a text: 62.0, with its digit. */
export function percentWords(numerator: Count, denominator: Count, language: Language): string {
  const cell = percentCell(numerator, denominator, language);
  return typeof cell === 'number' ? cell.toFixed(1) : String(cell);
}

/** One digit after the point, rounded down. */
export const tenths = (hundredths: number) => Math.floor(hundredths / 10) / 10;

/** A target as it is compared: ≥60 or =100; a dash where nothing is asked. */
export function targetText({ operator, target }: TargetAt): string {
  return target === null ? '—' : `${operator === '=' ? '=' : '≥'}${target}`;
}

/** The word of a code; the code itself where there is none, blank where it is unknown. */
export function word(group: string, code: string | null, language: Language): string {
  if (code === null) return '';
  const key = `${group}.${code}`;
  return key in zh ? t(language, key as TextKey) : code;
}

/** A summary's units by code, and the names above each. */
export function placesOf({ units }: Pick<ResultSummary, 'units'>) {
  const byCode = new Map(units.map((unit) => [unit.unitCode, unit]));
  const above = (unitCode: string | null, level: UnitSummary['level']): UnitSummary | null => {
    let unit = unitCode === null ? undefined : byCode.get(unitCode);
    for (let steps = 0; unit && steps < 5; steps++) {
      if (unit.level === level) return unit;
      unit = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
    }
    return null;
  };
  return { byCode, above };
}

/** The date of the figures as it is written in documents: 2020年11月1日. */
export function dateText(date: string | null, language: Language): string {
  if (date === null) return t(language, 'data.insufficient');
  const [year, month, day] = date.split('-').map(Number);
  return t(language, 'reports.date', { year, month, day, iso: date });
}

/** Left above a table: the date, and that the data are a sample. */
export function captionOf(summary: ResultSummary, language: Language): string {
  const asOf = t(language, 'reports.as_of', { date: dateText(summary.asOf, language) });
  const marks = [
    ...optionMark(summary, language),
    ...dataMarks(language, summary),
    t(language, `reports.profile.${summary.profile}`),
  ];
  return [asOf, ...marks].join('　');
}

/** Remarks below a table in order: 注：1. …, 2. … */
export function numberedRemarks(texts: readonly string[], language: Language): string[] {
  return texts.map((text, i) =>
    t(language, i === 0 ? 'reports.first_remark' : 'reports.further_remark', {
      number: i + 1,
      text,
    }),
  );
}

/** Figures of an option are never taken for those of today. */
export function optionMark({ option }: ResultSummary, language: Language): string[] {
  return option === undefined ? [] : [t(language, 'reports.option', { option })];
}
