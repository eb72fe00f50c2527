/**
 * 年度任务进度表 of the policy's targets: where each stands against its value and its year. Who answers for
 * a task, what stands in the way and what comes next is for people to fill in.
 */
import { t, type Language } from '../../i18n/t';
import { ruleAt } from '../../indicators';
import type { IndicatorSummary, ResultSummary, UnitSummary } from '../summary/result-summary';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { figureOf } from '../summary/sentences';
import { captionOf, tenths } from './cells';
import { headedColumns } from './columns';

export function progressSheet(
  summary: ResultSummary,
  unit: UnitSummary,
  language: Language,
): Sheet {
  const targets = summary.indicators.filter(
    (indicator) => ruleAt(indicator, unit.level).target !== null,
  );
  return {
    name: t(language, 'reports.progress.sheet'),
    title: t(language, 'reports.progress.title', { unit: unit.name }),
    caption: captionOf(summary, language),
    unitLine: t(language, 'reports.progress.unit_line'),
    columns: columns(language),
    rows: targets.map((indicator, i) => [i + 1, ...rowOf(summary, indicator, unit, language)]),
    remarks: [t(language, 'reports.progress.remark')],
  };
}

function columns(language: Language): SheetColumn[] {
  const column = headedColumns(language);
  return [
    column('number', 6, 'centred'),
    column('task', 34, 'text'),
    column('target_value', 16, 'centred'),
    column('value', 16, 'centred'),
    column('completion', 12, 'decimal'),
    column('responsible', 18, 'text'),
    column('deadline', 17, 'centred'),
    column('progress', 14, 'centred'),
    column('problems', 24, 'text'),
    column('next_steps', 24, 'text'),
  ];
}

function rowOf(
  summary: ResultSummary,
  indicator: IndicatorSummary,
  unit: UnitSummary,
  language: Language,
): SheetCell[] {
  const rule = ruleAt(indicator, unit.level);
  const figure = figureOf(indicator, unit.unitCode);
  const value = figure?.valueHundredths ?? null;
  const target = rule.target!;
  const unknown = t(language, 'data.insufficient');
  const unitWord = rule.unit[language];
  const completion =
    value === null || target === 0
      ? unknown
      : Math.min(100, tenths(Math.floor((100 * value) / target)));
  return [
    indicator.name[language],
    `${rule.operator === '=' ? '' : '≥'}${target} ${unitWord}`,
    value === null ? unknown : `${value / 100} ${unitWord}`,
    figure?.state === 'met' ? 100 : completion,
    null,
    indicator.target_year === null
      ? '—'
      : t(language, 'reports.progress.deadline', { year: indicator.target_year }),
    progressText(summary, indicator, figure?.state, language),
    null,
    null,
  ];
}

/** Done; late once the target's year is over at the date of the figures; else in time. */
function progressText(
  { asOf }: ResultSummary,
  { target_year: year }: IndicatorSummary,
  state: string | undefined,
  language: Language,
): string {
  if (state === 'met') return t(language, 'reports.progress.done');
  if (state !== 'missed' && state !== 'soft_missed') return t(language, 'data.insufficient');
  const isOver = year !== null && asOf !== null && asOf > `${year}-12-31`;
  return t(language, isOver ? 'reports.progress.late' : 'reports.progress.under_way');
}
