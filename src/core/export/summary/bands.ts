/** How sure a share is: the least and the most of it over every case that was tried, by unit. */
import { t, type Language } from '../../i18n/t';
import { ruleAt } from '../../indicators/judge';
import type { Level } from '../../indicators/types';
import type { Count, ResultSummary, Sensitivity, UnitSummary } from './result-summary';
import { oneDigit, shareHundredths } from './sentences';

export const circleIndicator = 'eldercare_circle_15min_coverage';

type Told = Pick<ResultSummary, 'units' | 'indicators' | 'sensitivity'>;

/** Hundredths of a percent of those 60+, rounded down as every share is. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Whoever a band is asked of; `people` is null too where nobody can say how many are covered. */
export interface Banded {
  readonly unitCode: string;
  /** Aged 60 and over. */
  readonly people: Count;
}

export function bandedUnit({ unitCode, groups }: UnitSummary): Banded {
  const [people, covered] = groups.age_60_plus;
  return { unitCode, people: covered === null ? null : people };
}

/** Null where no case was tried, or the people of the unit are unknown or withheld. */
export function bandOf(sensitivity: Sensitivity | null, { unitCode, people }: Banded): Band | null {
  const covered = sensitivity?.covered[unitCode];
  if (!covered || covered.length === 0) return null;
  const low = shareHundredths(Math.min(...covered), people);
  const high = shareHundredths(Math.max(...covered), people);
  return low === null || high === null ? null : { low, high };
}

/** 31.2–40.5, without the sign. */
export function bandText(band: Band | null, language: Language): string {
  if (band === null) return t(language, 'data.insufficient');
  return t(language, 'bands.range', { low: oneDigit(band.low), high: oneDigit(band.high) });
}

/** What the user asks of the circle at a level; the policy sets nothing. */
export function circleTarget(
  { indicators }: Pick<Told, 'indicators'>,
  level: Level,
): number | null {
  const circle = indicators.find(({ id }) => id === circleIndicator);
  return circle ? ruleAt(circle, level).target : null;
}

export type BandVerdict = 'always' | 'never' | 'depends';

/** Whether a unit reaches a target in all cases, in none, or in some; counted in whole people. */
export function verdictOf(
  sensitivity: Sensitivity | null,
  { unitCode, people }: Banded,
  target: number | null,
): BandVerdict | null {
  const covered = sensitivity?.covered[unitCode];
  if (target === null || !covered?.length || typeof people !== 'number' || people === 0)
    return null;
  const reached = covered.filter((count) => 100 * count >= target * people).length;
  return reached === 0 ? 'never' : reached === covered.length ? 'always' : 'depends';
}

/** Units of a level that miss the circle's target in every case; null where no target is set. */
export function neverReaching(told: Told, level: Level): UnitSummary[] | null {
  const target = circleTarget(told, level);
  if (target === null || told.sensitivity === null) return null;
  return told.units.filter(
    (unit) =>
      unit.level === level && verdictOf(told.sensitivity, bandedUnit(unit), target) === 'never',
  );
}

/** The cases in words: "步速0.6—1.0米/秒，接入上限…". */
export function casesText({ cases }: Sensitivity, language: Language): string {
  const speeds = rangeOf(cases.map(({ speedMS }) => speedMS));
  const [town, village] = [
    rangeOf(cases.map(({ townMaxSnapM }) => townMaxSnapM)),
    rangeOf(cases.map(({ villageMaxSnapM }) => villageMaxSnapM)),
  ];
  const range = ([from, to]: readonly [number, number], digits: number) =>
    from === to
      ? from.toFixed(digits)
      : t(language, 'bands.range', { low: from.toFixed(digits), high: to.toFixed(digits) });
  return t(language, 'bands.cases', {
    count: cases.length,
    speeds: range(speeds, 1),
    town: range(town, 0),
    village: range(village, 0),
  });
}

/** One sentence on the top unit, with a second one where a target is set; null without cases. */
export function bandSentence(told: Told, language: Language): string | null {
  const [top] = told.units;
  if (top === undefined || told.sensitivity === null) return null;
  const band = bandOf(told.sensitivity, bandedUnit(top));
  if (band === null) return null;
  const cases = casesText(told.sensitivity, language);
  const first = t(language, 'bands.sentence', {
    unit: top.name,
    cases,
    band: bandText(band, language),
  });
  const target = circleTarget(told, 'town');
  const never = neverReaching(told, 'town');
  const second =
    target === null || never === null
      ? ''
      : t(language, 'bands.never', { target, count: never.length });
  return first + second + t(language, 'bands.stop');
}

const rangeOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
