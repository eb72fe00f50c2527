/** 选址方案比选表: 指标 | 单位 | 现状 | 方案… | 推荐, then 推荐理由. */
import { t, type Language } from '../../i18n/t';
import { comparisonRows, type OptionFigures } from '../../scenario';
import { dateText } from '../handed-in/cells';
import type { Sheet, SheetCell } from '../workbook/sheet';
import { dataMarks } from '../data-marks';

export interface ComparisonWords {
  readonly language: Language;
  /** 推荐理由; empty: none given. */
  readonly reason: string;
  /** ISO date of the data. */
  readonly asOf: string | null;
  readonly isGenerated: boolean;
  readonly isEstimated: boolean;
  readonly minutes: number;
  readonly speedMS: number;
}

/** @param columns the facilities as they are first */
export function comparisonSheet(columns: readonly OptionFigures[], words: ComparisonWords): Sheet {
  const { language, reason, asOf, isGenerated, isEstimated, minutes, speedMS } = words;
  const names = columns.map(({ name }) => name ?? t(language, 'scenario.baseline'));
  const cell = (value: number | null | undefined, decimals: number): SheetCell =>
    value === undefined
      ? '—'
      : value === null
        ? t(language, 'data.insufficient')
        : Number(value.toFixed(decimals));
  return {
    name: t(language, 'compare.title'),
    title: t(language, 'compare.title'),
    caption: [
      t(language, 'reports.as_of', { date: dateText(asOf, language) }),
      ...dataMarks(language, { generated: isGenerated, estimated: isEstimated }),
    ].join('　'),
    unitLine: t(language, 'compare.basis', { minutes, speed: speedMS }),
    columns: [
      { head: t(language, 'compare.measure'), width: 34, kind: 'text' },
      { head: t(language, 'compare.unit'), width: 10, kind: 'centred' },
      ...names.map((head) => ({ head, width: 14, kind: 'figure' as const })),
      { head: t(language, 'compare.best'), width: 16, kind: 'centred' },
    ],
    rows: comparisonRows(columns).map(({ key, decimals, values, best }) => [
      t(language, `comparison.${key}`),
      t(language, `comparison_unit.${key}`),
      ...values.map((value) => cell(value, decimals)),
      best.map((column) => names[column]).join('、') || '—',
    ]),
    remarks: [
      `${t(language, 'compare.reason')}：${reason || t(language, 'compare.no_reason')}`,
      t(language, 'compare.gini_note'),
      t(language, 'compare.walk_note'),
      t(language, 'compare.cost_note'),
    ],
  };
}
