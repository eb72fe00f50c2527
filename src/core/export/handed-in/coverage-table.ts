/**
 * 覆盖率统计表: villages covered by the policy's count and people 60+ within the walk, by county and by
 * town. The target is held against counties and the city; a town's shortfall is for orientation.
 */
import { t, type Language, type TextKey } from '../../i18n/t';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { bandedUnit, bandOf, bandText, casesText } from '../summary/bands';
import type { IndicatorFigure, ResultSummary, UnitSummary } from '../summary/result-summary';
import { figureOf } from '../summary/sentences';
import { captionOf, countCell, numberedRemarks, percentCell, placesOf, tenths } from './cells';
import { headedColumns } from './columns';

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
  const rowOf = coverageRow(summary, language);
  return {
    name: say(`reports.coverage.sheet_${level}`),
    title: say('reports.coverage.title'),
    caption: captionOf(summary, language),
    unitLine: say('reports.coverage.unit_line'),
    columns: columns(summary, language),
    rows: units.map((unit, i) => [i + 1, ...rowOf(unit)]),
    ...(top ? { totals: [say('reports.total'), ...rowOf(top, true)] } : {}),
    remarks: remarks(summary, level, language),
  };
}

/** Counties by code; towns by their county, then code. */
function inPlaceOrder(summary: ResultSummary, level: 'county' | 'town'): UnitSummary[] {
  return summary.units.filter((unit) => unit.level === level);
}

function columns({ parameters, sensitivity }: ResultSummary, language: Language): SheetColumn[] {
  const column = headedColumns(language, { minutes: parameters.minutes });
  return [
    column('number', 7, 'centred'),
    column('county', 14, 'centred'),
    column('town', 16, 'centred'),
    column('villages', 15, 'count'),
    column('villages_covered', 10, 'count'),
    column('village_rate', 10, 'decimal'),
    column('target', 9, 'decimal'),
    column('shortfall', 9, 'count'),
    column('age_60_plus', 13, 'count'),
    column('people_covered', 14, 'count'),
    column('people_rate', 12, 'decimal'),
    ...(sensitivity === null
      ? []
      : [{ head: t(language, 'bands.column'), width: 13, kind: 'centred' as const }]),
    column('remark', 38, 'text'),
  ];
}

/** The cells of a unit behind its number; what all rows share is found once. */
function coverageRow(summary: ResultSummary, language: Language) {
  const { above } = placesOf(summary);
  const indicator = summary.indicators.find(({ id }) => id === indicatorId);
  const target = indicator?.target ?? null;
  return (unit: UnitSummary, isTotal = false): SheetCell[] => {
    const [total, covered, notConnected, notLocated] = unit.groups.age_60_plus;
    return [
      isTotal ? null : (above(unit.unitCode, 'county')?.name ?? null),
      isTotal || unit.level !== 'town' ? null : unit.name,
      ...villageCells(indicator && figureOf(indicator, unit.unitCode), target, language),
      countCell(total, language),
      countCell(covered, language),
      percentCell(covered, total, language),
      ...bandCell(summary, unit, language),
      // What is withheld below the city needs no sentence.
      notConnected === '*' && notLocated === '*'
        ? null
        : t(language, 'reports.coverage.left_out', {
            not_connected: String(countCell(notConnected, language)),
            not_located: String(countCell(notLocated, language)),
          }),
    ];
  };
}

/** None in a table without cases; a dash where a unit has none of its own. */
function bandCell(summary: ResultSummary, unit: UnitSummary, language: Language): SheetCell[] {
  if (summary.sensitivity === null) return [];
  if (!summary.sensitivity.covered[unit.unitCode]) return ['—'];
  return [bandText(bandOf(summary.sensitivity, bandedUnit(unit)), language)];
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
  return numberedRemarks(
    [
      t(language, 'reports.coverage.remark_villages'),
      ...(level === 'town' ? [t(language, 'reports.coverage.remark_towns')] : []),
      t(language, 'reports.coverage.remark_people', { minutes, speed: speedMS }),
      ...(summary.sensitivity === null
        ? []
        : [
            t(language, 'bands.column_remark', { cases: casesText(summary.sensitivity, language) }),
          ]),
      ...(summary.profile === 'public' ? [t(language, 'reports.withheld')] : []),
    ],
    language,
  );
}
