/** 政策指标完成情况表: the city's figures with target and shortfall, and every county's beside each other. */
import { t, type Language, type TextKey } from '../../i18n/t';
import { quoteLine, ruleAt } from '../../indicators';
import type {
  IndicatorFigure,
  IndicatorSummary,
  ResultSummary,
  UnitSummary,
} from '../summary/result-summary';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { figureOf } from '../summary/sentences';
import { captionOf, targetText, word } from './cells';

/** The sheet of one unit, and one that holds the units below it side by side. */
export function indicatorSheets(
  summary: ResultSummary,
  unit: UnitSummary,
  language: Language,
): Sheet[] {
  const below = summary.units.filter(
    ({ level, parentCode }) => parentCode === unit.unitCode && level === 'county',
  );
  return [
    unitSheet(summary, unit, language),
    ...(below.length > 0 ? [besideSheet(summary, below, language)] : []),
  ];
}

function unitSheet(summary: ResultSummary, unit: UnitSummary, language: Language): Sheet {
  const say = (key: TextKey) => t(language, key);
  return {
    name: say('reports.indicators.sheet'),
    title: t(language, 'reports.indicators.title', { unit: unit.name }),
    caption: captionOf(summary, language),
    unitLine: say('reports.indicators.unit_line'),
    columns: [
      { head: say('reports.head.number'), width: 6, kind: 'centred' },
      { head: say('reports.head.indicator'), width: 30, kind: 'text' },
      { head: say('reports.head.indicator_kind'), width: 12, kind: 'centred' },
      { head: say('reports.head.value'), width: 12, kind: 'exact' },
      { head: say('reports.head.measure'), width: 12, kind: 'centred' },
      { head: say('reports.head.target_value'), width: 10, kind: 'centred' },
      { head: say('reports.head.shortfall_short'), width: 10, kind: 'count' },
      { head: say('reports.head.state'), width: 14, kind: 'centred' },
      { head: say('reports.head.numerator'), width: 12, kind: 'exact' },
      { head: say('reports.head.denominator'), width: 12, kind: 'count' },
      { head: say('reports.head.target_year'), width: 9, kind: 'centred' },
      { head: say('reports.head.clause'), width: 44, kind: 'text' },
      { head: say('reports.head.remark'), width: 26, kind: 'text' },
    ],
    rows: summary.indicators.map((indicator, i) => [
      i + 1,
      indicator.name[language],
      t(language, `indicator.kind.${indicator.kind}`),
      ...figureCells(indicator, unit, language),
      indicator.target_year,
      quoteLine(indicator.quotes),
      indicator.changes[language].join(' '),
    ]),
    remarks: [
      t(language, 'reports.indicators.remark', {
        title: summary.policy.title,
        number: summary.policy.number,
      }),
      t(language, 'reports.indicators.central_towns', {
        towns: summary.parameters.centralTowns.join('、'),
      }),
    ],
  };
}

/** Value, unit, target, shortfall, state, numerator, denominator. */
function figureCells(
  indicator: IndicatorSummary,
  unit: UnitSummary,
  language: Language,
): SheetCell[] {
  const figure = figureOf(indicator, unit.unitCode);
  const rule = ruleAt(indicator, unit.level);
  const unknown = t(language, 'data.insufficient');
  return [
    figure?.valueHundredths == null ? unknown : figure.valueHundredths / 100,
    rule.unit[language],
    targetText(rule),
    figure?.shortfall ?? '—',
    stateText(figure, language),
    figure?.numerator == null ? unknown : figure.numerator / indicator.numerator_scale,
    figure?.denominator ?? unknown,
  ];
}

/** The state in words; where data are insufficient, why. */
export function stateText(figure: IndicatorFigure | undefined, language: Language): string {
  const state = word('indicator.state', figure?.state ?? 'insufficient', language);
  const reason = word('indicator.reason', figure?.reason ?? null, language);
  return reason === '' ? state : `${state}（${reason}）`;
}

/** One line for each indicator, one column for each county: the value, and a mark where it is missed. */
function besideSheet(
  summary: ResultSummary,
  counties: readonly UnitSummary[],
  language: Language,
): Sheet {
  const say = (key: TextKey) => t(language, key);
  const columns: SheetColumn[] = [
    { head: say('reports.head.number'), width: 6, kind: 'centred' },
    { head: say('reports.head.indicator'), width: 30, kind: 'text' },
    { head: say('reports.head.measure'), width: 12, kind: 'centred' },
    { head: say('reports.head.target_value'), width: 9, kind: 'centred' },
    ...counties.map(({ name }): SheetColumn => ({
      head: name,
      group: say('reports.head.counties'),
      width: 11,
      kind: 'centred',
    })),
  ];
  return {
    name: say('reports.indicators.sheet_counties'),
    title: say('reports.indicators.title_counties'),
    caption: captionOf(summary, language),
    unitLine: say('reports.indicators.unit_line'),
    columns,
    rows: summary.indicators.map((indicator, i) => {
      const rule = ruleAt(indicator, 'county');
      return [
        i + 1,
        indicator.name[language],
        rule.unit[language],
        targetText(rule),
        ...counties.map(({ unitCode }) => {
          const figure = figureOf(indicator, unitCode);
          if (figure?.valueHundredths == null) return say('data.insufficient');
          const mark = { met: ' ●', missed: ' ✖', soft_missed: ' ▲' }[figure.state as string] ?? '';
          return `${figure.valueHundredths / 100}${mark}`;
        }),
      ];
    }),
    remarks: [say('reports.indicators.remark_marks')],
  };
}
