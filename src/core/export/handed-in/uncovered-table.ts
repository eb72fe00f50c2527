/** 未覆盖村（社区）名单: by the policy's count and on foot, two lists that are never mixed. */
import { t, type Language } from '../../i18n/t';
import type {
  ResultSummary,
  SummaryParameters,
  UncoveredSummary,
  UnitSummary,
} from '../summary/result-summary';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { captionOf, countCell, word } from './cells';
import { prioritiesOf, type Priority } from './priority';
import { headedColumns } from './columns';
import { ruleText } from './suggestion-rule';

export function uncoveredSheets(summary: ResultSummary, language: Language): Sheet[] {
  const { byPolicy, onFoot } = summary.uncovered;
  return [
    listSheet(summary, byPolicy, 'by_policy', language),
    listSheet(summary, onFoot, 'on_foot', language),
  ];
}

function listSheet(
  summary: ResultSummary,
  rows: readonly UncoveredSummary[],
  list: 'by_policy' | 'on_foot',
  language: Language,
): Sheet {
  const { minutes, speedMS, sharePercent } = summary.parameters;
  const priorities = prioritiesOf(rows);
  const unjudged = unjudgedVillages(summary);
  return {
    name: t(language, `reports.uncovered.sheet_${list}`),
    title: t(language, `reports.uncovered.title_${list}`),
    caption: captionOf(summary, language),
    unitLine: t(language, 'reports.uncovered.unit_line', { count: rows.length }),
    columns: columns(language),
    rows: rows.map((row, i) =>
      rowOf(row, i, priorities[i], unjudged, summary.parameters, language),
    ),
    remarks: [
      t(language, `reports.uncovered.remark_${list}`, { minutes, speed: speedMS, sharePercent }),
      ...(list === 'on_foot' && unjudged.size > 0
        ? [t(language, 'reports.uncovered.remark_not_judged', { count: unjudged.size })]
        : []),
      t(language, 'reports.uncovered.remark_priority'),
      ruleText(list, language),
      ...(summary.profile === 'public' ? [t(language, 'reports.withheld')] : []),
    ],
  };
}

/** Villages whose people are known and none of whom has a place on the map. */
function unjudgedVillages({ units }: ResultSummary): ReadonlySet<string> {
  const isUnjudged = ({ level, groups: { age_60_plus: people } }: UnitSummary) =>
    level === 'village' && people[0] !== 0 && people[0] !== null && people[1] === null;
  return new Set(units.filter(isUnjudged).map(({ unitCode }) => unitCode));
}

function columns(language: Language): SheetColumn[] {
  const column = headedColumns(language);
  return [
    column('number', 6, 'centred'),
    column('county', 10, 'centred'),
    column('town', 13, 'centred'),
    column('village', 16, 'centred'),
    column('unit_code', 15, 'code'),
    column('households', 8, 'count'),
    column('age_60_plus', 10, 'count'),
    column('age_80_plus', 9, 'count'),
    column('living_alone', 8, 'count'),
    column('dependent', 8, 'count'),
    column('nearest_facility', 22, 'text'),
    column('walk_minutes', 10, 'decimal'),
    column('suggestion', 18, 'text'),
    column('priority', 8, 'centred'),
    column('minutes_short', 10, 'decimal'),
    column('cause', 18, 'text'),
  ];
}

function rowOf(
  row: UncoveredSummary,
  index: number,
  priority: Priority | null,
  unjudged: ReadonlySet<string>,
  { minutes }: SummaryParameters,
  language: Language,
): SheetCell[] {
  const walk = row.median_minutes;
  return [
    index + 1,
    row.county_name,
    row.town_name,
    row.name,
    row.unit_code,
    countCell(row.households, language),
    countCell(row.age_60_plus, language),
    countCell(row.age_80_plus, language),
    countCell(row.living_alone, language),
    countCell(row.dependent, language),
    row.nearest_facility_name ??
      t(
        language,
        unjudged.has(row.unit_code) ? 'data.insufficient' : 'reports.uncovered.no_facility',
      ),
    walk === null ? '—' : roundedUp(walk),
    word('suggestion', row.suggestion, language),
    priority === null
      ? t(language, 'data.insufficient')
      : t(language, `reports.priority.${priority}`),
    walk === null ? '—' : roundedUp(Math.max(0, walk - minutes)),
    word('cause', row.cause, language),
  ];
}

/** Walks are rounded up: one of 15.01 minutes is not one of 15. */
const roundedUp = (minutes: number) => Math.ceil(Math.round(minutes * 1000) / 100) / 10;
