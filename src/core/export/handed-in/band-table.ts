/** 覆盖率区间表: the share of people 60+ covered in every case that was tried, by county and town. */
import { t, type Language } from '../../i18n/t';
import { bandedUnit, bandOf, circleTarget, verdictOf, type BandVerdict } from '../summary/bands';
import type {
  ResultSummary,
  Sensitivity,
  SensitivityCase,
  UnitSummary,
} from '../summary/result-summary';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { captionOf, countCell, percentCell, placesOf, tenths } from './cells';
import { headedColumns } from './columns';

const verdictKeys = {
  always: 'bands.always',
  never: 'bands.never_short',
  depends: 'bands.depends',
} as const satisfies Record<BandVerdict, string>;

/** No sheet where no case was tried, as in what is made public. */
export function bandSheets(summary: ResultSummary, language: Language): Sheet[] {
  const { sensitivity } = summary;
  if (sensitivity === null) return [];
  const [top, ...below] = summary.units.filter(({ unitCode }) => sensitivity.covered[unitCode]);
  if (top === undefined) return [];
  const row = rowOf(summary, sensitivity, language);
  return [
    {
      name: t(language, 'bands.sheet'),
      title: t(language, 'bands.title'),
      caption: captionOf(summary, language),
      unitLine: t(language, 'bands.unit_line'),
      columns: columns(summary, sensitivity, language),
      rows: below.map((unit, i) => [i + 1, ...row(unit)]),
      totals: [t(language, 'reports.total'), ...row(top, true)],
      remarks: [t(language, 'bands.remark', { minutes: summary.parameters.minutes })],
    },
  ];
}

function columns(
  summary: ResultSummary,
  { cases }: Sensitivity,
  language: Language,
): SheetColumn[] {
  const column = headedColumns(language);
  const rate = (head: string, group: string): SheetColumn => ({
    head,
    group,
    width: 9,
    kind: 'decimal',
  });
  const rates = t(language, 'bands.group_rates');
  const target = circleTarget(summary, 'town');
  return [
    column('number', 7, 'centred'),
    column('county', 13, 'centred'),
    column('town', 14, 'centred'),
    column('age_60_plus', 12, 'count'),
    rate(t(language, 'bands.own'), rates),
    rate(t(language, 'bands.low'), rates),
    rate(t(language, 'bands.high'), rates),
    ...(target === null
      ? []
      : [
          {
            head: t(language, 'bands.verdict', { target }),
            width: 11,
            kind: 'centred' as const,
          },
        ]),
    ...cases.map((one) =>
      rate(t(language, 'bands.case', { speed: one.speedMS.toFixed(1) }), limitsHead(one, language)),
    ),
  ];
}

const limitsHead = ({ townMaxSnapM, villageMaxSnapM }: SensitivityCase, language: Language) =>
  t(language, 'bands.group_limits', { town: townMaxSnapM, village: villageMaxSnapM });

/** The cells of a unit behind its number. */
function rowOf(summary: ResultSummary, sensitivity: Sensitivity, language: Language) {
  const { above } = placesOf(summary);
  return (unit: UnitSummary, isTotal = false): SheetCell[] => {
    const [people, covered] = unit.groups.age_60_plus;
    const band = bandOf(sensitivity, bandedUnit(unit));
    const unknown = t(language, 'data.insufficient');
    const target = circleTarget(summary, unit.level);
    const verdict = verdictOf(sensitivity, bandedUnit(unit), target);
    return [
      isTotal ? null : (above(unit.unitCode, 'county')?.name ?? null),
      isTotal || unit.level !== 'town' ? null : unit.name,
      countCell(people, language),
      percentCell(covered, people, language),
      band ? tenths(band.low) : unknown,
      band ? tenths(band.high) : unknown,
      ...(circleTarget(summary, 'town') === null
        ? []
        : [verdict === null ? '—' : t(language, verdictKeys[verdict])]),
      ...sensitivity.covered[unit.unitCode].map((count) => percentCell(count, people, language)),
    ];
  };
}
