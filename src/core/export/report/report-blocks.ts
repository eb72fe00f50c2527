/**
 * The report of a city or a county, from its summary: how it stands, target by target, the walking circle
 * by place, who is left out and why, what to do first, and how the figures came about.
 */
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import { ruleAt } from '../../indicators';
import { basisRows } from '../handed-in/basis-sheet';
import { captionOf, countCell, percentWords, targetText, word } from '../handed-in/cells';
import { stateText } from '../handed-in/indicator-table';
import { prioritiesOf } from '../handed-in/priority';
import { bandedUnit, bandOf, bandSentence, bandText } from '../summary/bands';
import { figureOf, threeSentences } from '../summary/sentences';
import type { ResultSummary, UncoveredSummary, UnitSummary } from '../summary/result-summary';
import type { Sheet } from '../workbook/sheet';
import type { ReportBlock, ReportFigure, ReportTable } from './blocks';

/** Villages a report names; the lists have them all. */
const namedVillages = 20;

/**
 * @param figures maps to show under the circle's heading
 * @param options a plan's options side by side, with a section of their own
 */
export function reportBlocks(
  summary: ResultSummary,
  language: Language,
  figures: readonly ReportFigure[] = [],
  options: Sheet | null = null,
): ReportBlock[] {
  const [top] = summary.units;
  const say = (name: string, params?: TextParams) =>
    t(language, `reports.report.${name}` as TextKey, params);
  const paragraphs = (texts: readonly string[]): ReportBlock[] =>
    texts.map((text) => ({ kind: 'paragraph', text }));
  const { onFoot, byPolicy } = summary.uncovered;
  return [
    { kind: 'title', text: say('title', { unit: top.name }) },
    { kind: 'note', text: captionOf(summary, language) },
    { kind: 'heading', level: 1, text: say('overview') },
    ...paragraphs(threeSentences(summary, language)),
    { kind: 'heading', level: 1, text: say('indicators') },
    { kind: 'heading', level: 2, text: say('targets') },
    indicatorTable(summary, top, 'target', language),
    { kind: 'heading', level: 2, text: say('requirements') },
    indicatorTable(summary, top, 'requirement', language),
    { kind: 'heading', level: 1, text: say('circle', { minutes: summary.parameters.minutes }) },
    ...paragraphs([say('circle_text', circleParams(summary)) + leftOutText(top, language)]),
    ...paragraphs([bandSentence(summary, language)].filter((text) => text !== null)),
    placesTable(summary, top, language),
    ...figures,
    { kind: 'heading', level: 1, text: say('uncovered') },
    { kind: 'heading', level: 2, text: say('by_policy') },
    ...paragraphs([causesText(byPolicy, 'policy_text', language)]),
    ...(byPolicy.length > 0 ? [villagesTable(byPolicy, language)] : []),
    { kind: 'heading', level: 2, text: say('on_foot') },
    ...paragraphs([causesText(onFoot, 'foot_text', language)]),
    { kind: 'heading', level: 1, text: say('measures') },
    ...paragraphs([measuresText(byPolicy, language)]),
    ...(options ? optionBlocks(options, say('options')) : []),
    { kind: 'heading', level: 1, text: say('basis') },
    {
      kind: 'table',
      title: t(language, 'reports.basis.title'),
      unitLine: '',
      columns: [
        { head: t(language, 'reports.head.item'), share: 28, align: 'left' },
        { head: t(language, 'reports.head.content'), share: 72, align: 'left' },
      ],
      rows: basisRows(summary, language),
    },
  ];
}

function optionBlocks({ title, unitLine, columns, rows, remarks = [] }: Sheet, heading: string) {
  const blocks: ReportBlock[] = [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'table',
      title,
      unitLine,
      columns: columns.map(({ head }, i) => ({
        head,
        share: i === 0 ? 30 : 15,
        align: i === 0 ? 'left' : 'center',
      })),
      rows,
    },
    ...remarks.map((text): ReportBlock => ({ kind: 'paragraph', text })),
  ];
  return blocks;
}

const circleParams = ({ parameters }: ResultSummary): TextParams => ({
  minutes: parameters.minutes,
  speed: parameters.speedMS,
});

/** Who counts without a walk; how many only where neither count is withheld. */
function leftOutText(top: UnitSummary, language: Language): string {
  const [, , notConnected, notLocated] = top.groups.age_60_plus;
  const isWithheld = [notConnected, notLocated].includes('*');
  const space = language === 'en' ? ' ' : '';
  return (
    space +
    t(language, isWithheld ? 'reports.report.left_out_withheld' : 'reports.report.left_out', {
      not_connected: notConnected ?? '—',
      not_located: notLocated ?? '—',
    })
  );
}

function indicatorTable(
  summary: ResultSummary,
  unit: UnitSummary,
  kind: 'target' | 'requirement',
  language: Language,
): ReportTable {
  const head = (name: string) => t(language, `reports.head.${name}` as TextKey);
  return {
    kind: 'table',
    title: t(language, `reports.report.table_${kind}`, { unit: unit.name }),
    unitLine: t(language, 'reports.indicators.unit_line'),
    columns: [
      { head: head('indicator'), share: 34, align: 'left' },
      { head: head('value'), share: 14, align: 'right' },
      { head: head('measure'), share: 14, align: 'center' },
      { head: head('target_value'), share: 12, align: 'center' },
      { head: head('shortfall_short'), share: 12, align: 'right' },
      { head: head('state'), share: 20, align: 'center' },
    ],
    rows: summary.indicators
      .filter((indicator) => indicator.kind === kind)
      .map((indicator) => {
        const figure = figureOf(indicator, unit.unitCode);
        const rule = ruleAt(indicator, unit.level);
        return [
          indicator.name[language],
          figure?.valueHundredths == null ? '—' : figure.valueHundredths / 100,
          rule.unit[language],
          targetText(rule),
          figure?.shortfall ?? '—',
          stateText(figure, language),
        ];
      }),
  };
}

function placesTable(summary: ResultSummary, top: UnitSummary, language: Language): ReportTable {
  const head = (name: string) =>
    t(language, `reports.head.${name}` as TextKey, { minutes: summary.parameters.minutes });
  const below = summary.units.filter(({ parentCode }) => parentCode === top.unitCode);
  const hasBands = below.some(({ unitCode }) => summary.sensitivity?.covered[unitCode]);
  return {
    kind: 'table',
    title: t(language, 'reports.report.table_places', { minutes: summary.parameters.minutes }),
    unitLine: t(language, 'reports.report.people_line'),
    columns: [
      { head: t(language, 'reports.report.place'), share: 30, align: 'left' },
      { head: head('age_60_plus'), share: 22, align: 'right' },
      { head: head('people_covered'), share: 24, align: 'right' },
      { head: head('people_rate'), share: 24, align: 'right' },
      ...(hasBands
        ? [{ head: t(language, 'bands.column'), share: 26, align: 'center' as const }]
        : []),
    ],
    rows: [...below, top].map((unit) => {
      const [total, covered] = unit.groups.age_60_plus;
      return [
        unit === top ? t(language, 'reports.total') : unit.name,
        countCell(total, language),
        countCell(covered, language),
        percentWords(covered, total, language),
        ...(hasBands ? [bandText(bandOf(summary.sensitivity, bandedUnit(unit)), language)] : []),
      ];
    }),
  };
}

/** The villages with the highest priority, in the order of the list. */
function villagesTable(villages: readonly UncoveredSummary[], language: Language): ReportTable {
  const head = (name: string) => t(language, `reports.head.${name}` as TextKey);
  const priorities = prioritiesOf(villages);
  const first = villages.filter((_, i) => priorities[i] === 'high').slice(0, namedVillages);
  return {
    kind: 'table',
    title: t(language, 'reports.report.table_villages', { count: first.length }),
    unitLine: t(language, 'reports.report.people_line'),
    columns: [
      { head: head('town'), share: 18, align: 'left' },
      { head: head('village'), share: 24, align: 'left' },
      { head: head('age_60_plus'), share: 16, align: 'right' },
      { head: head('cause'), share: 22, align: 'left' },
      { head: head('suggestion'), share: 24, align: 'left' },
    ],
    rows: first.map((village) => [
      village.town_name,
      village.name,
      countCell(village.age_60_plus, language),
      word('cause', village.cause, language),
      word('suggestion', village.suggestion, language),
    ]),
  };
}

function causesText(
  villages: readonly UncoveredSummary[],
  name: 'policy_text' | 'foot_text',
  language: Language,
): string {
  const causes = countsOf(
    villages.map(({ cause }) => word('cause', cause, language)),
    language,
  );
  return t(language, `reports.report.${name}`, { count: villages.length, causes });
}

function measuresText(villages: readonly UncoveredSummary[], language: Language): string {
  const measures = villages.map(({ suggestion }) => word('suggestion', suggestion, language));
  return t(language, 'reports.report.measures_text', { measures: countsOf(measures, language) });
}

/** "无设施 12 个、距离过远 3 个", the commonest first. */
function countsOf(words: readonly string[], language: Language): string {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => t(language, 'reports.report.count_of', { name, count }))
    .join(language === 'zh' ? '、' : ', ');
}
