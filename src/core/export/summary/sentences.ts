/**
 * Three sentences on a result, composed from its rows by rules: are the targets met, by how much are they
 * missed, and where. Every number and every superlative can be counted again from the summary.
 */
import { t, type Language, type TextKey, type TextParams } from '../../i18n/t';
import { ruleAt } from '../../indicators/judge';
import { rateHundredths } from '../../reach/units/rollup';
import type {
  Count,
  IndicatorFigure,
  IndicatorSummary,
  ResultSummary,
  UnitSummary,
} from './result-summary';

const villageCoverage = 'rural_eldercare_village_coverage';

export interface Tally {
  readonly met: number;
  readonly missed: number;
  readonly softMissed: number;
  readonly insufficient: number;
}

/** How a unit stands on everything the policy sets a target for; the rest is informative. */
export function tallyOf(indicators: readonly IndicatorSummary[], unit: UnitSummary): Tally {
  const states = indicators
    .filter((indicator) => ruleAt(indicator, unit.level).target !== null)
    .map((indicator) => figureOf(indicator, unit.unitCode)?.state ?? 'insufficient');
  const count = (state: string) => states.filter((one) => one === state).length;
  return {
    met: count('met'),
    missed: count('missed'),
    softMissed: count('soft_missed'),
    insufficient: count('insufficient'),
  };
}

export function figureOf(
  { figures }: IndicatorSummary,
  unitCode: string,
): IndicatorFigure | undefined {
  return figures.find((figure) => figure.unitCode === unitCode);
}

/** On the summary's top unit: a city, or a county in its own summary. */
export function threeSentences(summary: ResultSummary, language: Language): string[] {
  const [top] = summary.units;
  if (top === undefined) return [];
  return [
    stands(summary, top, language),
    misses(summary, top, language),
    where(summary, top, language),
  ];
}

function stands(summary: ResultSummary, top: UnitSummary, language: Language): string {
  const { met, missed, softMissed, insufficient } = tallyOf(summary.indicators, top);
  const asked = met + missed + softMissed + insufficient;
  const rate = percentOf(top);
  return [
    say(language, 'stands', { unit: top.name, asked, met, missed, soft: softMissed, insufficient }),
    rate === null
      ? say(language, 'circle_unknown')
      : say(language, 'circle', { minutes: summary.parameters.minutes, ...rate }),
  ].join('');
}

/** The policy's count of villages, and how many are still to be covered. */
function misses(summary: ResultSummary, top: UnitSummary, language: Language): string {
  const indicator = summary.indicators.find(({ id }) => id === villageCoverage);
  const figure = indicator && figureOf(indicator, top.unitCode);
  if (!indicator || figure?.valueHundredths == null) return say(language, 'villages_unknown');
  const params = {
    villages: figure.denominator ?? 0,
    covered: figure.numerator ?? 0,
    rate: oneDigit(figure.valueHundredths),
    target: ruleAt(indicator, top.level).target ?? 0,
    shortfall: figure.shortfall ?? 0,
  };
  return say(language, figure.state === 'met' ? 'villages_met' : 'villages_missed', params);
}

/** The units below with the highest and the lowest share of 60+ within the walk; ties are all named. */
function where(summary: ResultSummary, top: UnitSummary, language: Language): string {
  const below = summary.units.filter(({ parentCode }) => parentCode === top.unitCode);
  const rated = below.flatMap((unit) => {
    const rate = hundredthsOf(unit);
    return rate === null ? [] : [{ name: unit.name, rate }];
  });
  if (rated.length < 2) return say(language, 'where_unknown');
  const rates = rated.map(({ rate }) => rate);
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  const named = (rate: number) =>
    rated
      .filter((one) => one.rate === rate)
      .map(({ name }) => name)
      .join(language === 'zh' ? '、' : ', ');
  return say(language, 'where', {
    highest: named(highest),
    high: oneDigit(highest),
    lowest: named(lowest),
    low: oneDigit(lowest),
    by_policy: summary.uncovered.byPolicy.length,
    on_foot: summary.uncovered.onFoot.length,
  });
}

/** Hundredths of a percent of those 60+ within the walk; null where unknown or withheld. */
export function hundredthsOf({ groups }: UnitSummary): number | null {
  const [total, covered] = groups.age_60_plus;
  return shareHundredths(covered, total);
}

/** Hundredths of a percent, rounded down; null where anything is unknown, withheld or nobody. */
export function shareHundredths(numerator: Count, denominator: Count): number | null {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  return rateHundredths(numerator, denominator) ?? null;
}

function percentOf(unit: UnitSummary): { people: number; covered: number; rate: string } | null {
  const hundredths = hundredthsOf(unit);
  if (hundredths === null) return null;
  const [total, covered] = unit.groups.age_60_plus;
  return { people: total as number, covered: covered as number, rate: oneDigit(hundredths) };
}

/** Percent with one digit, rounded down. */
export const oneDigit = (hundredths: number) => (Math.floor(hundredths / 10) / 10).toFixed(1);

const say = (language: Language, name: string, params?: TextParams) =>
  t(language, `reports.sentence.${name}` as TextKey, params);
