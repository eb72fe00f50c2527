/**
 * 覆盖率统计表: villages covered by the policy's count and people 60+ within the walk, by county and by
 * town. The target is held against counties and the city; a town's shortfall is for orientation.
 */
import { t, type Language, type TextKey } from '../../i18n/t';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import type { IndicatorFigure, ResultSummary, UnitSummary } from '../summary/result-summary';
import { captionOf, countCell, percentCell, placesOf, tenths } from './cells';

const indicatorId = 'rural_eldercare_village_coverage';

export function coverageSheets(summary: ResultSummary, language: Language): Sheet[] {
  return (['county', 'town'] as const).map((level) => coverageSheet(summary, level, language));
}

function coverageSheet(
  summary: ResultSummary,
  level: 'county' | 'town',
  language: Language,
): Sheet {
  const units = inPlaceOrder(summary, level);
  const top = summary.units.find((unit) => unit.parentCode === null) ?? null;
  const say = (key: TextKey) => t(language, key);
  const rows = units.map((unit, i) => [i + 1, ...rowOf(summary, unit, language)]);
  return {
    name: say(`reports.coverage.sheet_${level}`),
    title: say('reports.coverage.title'),
    caption: captionOf(summary, language),
    unitLine: say('reports.coverage.unit_line'),
    columns: columns(summary.parameters.minutes, language),
    rows,
    ...(top ? { totals: [say('reports.total'), ...rowOf(summary, top, language, true)] } : {}),
    remarks: remarks(summary, level, language),
  };
}

/** Counties by code; towns by their county, then code. */
function inPlaceOrder(summary: ResultSummary, level: 'county' | 'town'): UnitSummary[] {
  return summary.units.filter((unit) => unit.level === level);
}

function columns(minutes: number, language: Language): SheetColumn[] {
  const head = (name: string) => t(language, `reports.head.${name}` as TextKey, { minutes });
  return [
    { head: head('number'), width: 7, kind: 'centred' },
    { head: head('county'), width: 14, kind: 'centred' },
    { head: head('town'), width: 16, kind: 'centred' },
    { head: head('villages'), width: 12, kind: 'count' },
    { head: head('villages_covered'), width: 10, kind: 'count' },
    { head: head('village_rate'), width: 10, kind: 'decimal' },
    { head: head('target'), width: 9, kind: 'decimal' },
    { head: head('shortfall'), width: 9, kind: 'count' },
    { head: head('age_60_plus'), width: 13, kind: 'count' },
    { head: head('people_covered'), width: 14, kind: 'count' },
    { head: head('people_rate'), width: 12, kind: 'decimal' },
    { head: head('remark'), width: 30, kind: 'text' },
  ];
}

function rowOf(
  summary: ResultSummary,
  unit: UnitSummary,
  language: Language,
  isTotal = false,
): SheetCell[] {
  const { above } = placesOf(summary);
  const indicator = summary.indicators.find(({ id }) => id === indicatorId);
  const figure = indicator?.figures.find(({ unitCode }) => unitCode === unit.unitCode);
  const [total, covered, notConnected, notLocated] = unit.groups.age_60_plus;
  const target = indicator?.target ?? null;
  return [
    isTotal ? null : (above(unit.unitCode, 'county')?.name ?? null),
    isTotal || unit.level !== 'town' ? null : unit.name,
    ...villageCells(figure, target, language),
    countCell(total, language),
    countCell(covered, language),
    percentCell(covered, total, language),
    t(language, 'reports.coverage.left_out', {
      not_connected: String(countCell(notConnected, language)),
      not_located: String(countCell(notLocated, language)),
    }),
  ];
}

/** Villages, covered, rate, target, shortfall. A place without villages has nothing to assess. */
function villageCells(
  figure: IndicatorFigure | undefined,
  target: number | null,
  language: Language,
): SheetCell[] {
  if (figure?.denominator === 0 || (figure === undefined && target !== null))
    return [0, 0, '—', '—', '—'];
  const { numerator = null, denominator = null, valueHundredths = null } = figure ?? {};
  const unknown = t(language, 'data.insufficient');
  const shortfall =
    figure?.shortfall ??
    (numerator !== null && denominator !== null && target !== null
      ? Math.max(0, Math.ceil((target * denominator) / 100) - numerator)
      : null);
  return [
    denominator ?? unknown,
    numerator ?? unknown,
    valueHundredths === null ? unknown : tenths(valueHundredths),
    target ?? '—',
    shortfall ?? '—',
  ];
}

function remarks(summary: ResultSummary, level: 'county' | 'town', language: Language): string[] {
  const { minutes, speedMS } = summary.parameters;
  return [
    t(language, 'reports.coverage.remark_villages'),
    ...(level === 'town' ? [t(language, 'reports.coverage.remark_towns')] : []),
    t(language, 'reports.coverage.remark_people', { minutes, speed: speedMS }),
    ...(summary.profile === 'public' ? [t(language, 'reports.withheld')] : []),
  ];
}
