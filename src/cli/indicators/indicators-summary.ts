/** What people read after `indicators`: one line for each indicator of the city, and the tally. */
import { changeLines, decimals, signedDecimals } from '../../core/export';
import { t, type Language } from '../../core/i18n/t';
import {
  compareEvaluations,
  ruleAt,
  type Evaluation,
  type IndicatorResult,
  type State,
} from '../../core/indicators';

const marks: Readonly<Record<State, string>> = {
  met: '\u25cf',
  missed: '\u2716',
  soft_missed: '\u25b2',
  insufficient: '\u25cb',
  informative: '\u2013',
};

export function indicatorSummary(
  evaluation: Evaluation,
  language: Language,
  isGenerated: boolean,
): string[] {
  const tally: Record<State, number> = {
    met: 0,
    missed: 0,
    soft_missed: 0,
    insufficient: 0,
    informative: 0,
  };
  const lines = evaluation.indicators.map((result) => {
    const city = cityOf(result);
    if (city) tally[city.state]++;
    return cityLine(result, language);
  });
  const changes = evaluation.indicators.flatMap((result) => changeLines(result, language));
  return [
    ...lines,
    t(language, 'cli.indicators.summary', tally),
    t(language, 'cli.indicators.central_towns', {
      count: evaluation.centralTowns.length,
      names: evaluation.centralTowns.map((town) => town.name).join(' '),
    }),
    ...changes,
    ...(isGenerated ? [t(language, 'data.generated')] : []),
  ];
}

/** The city's figure; in a folder of less than a city, that of its uppermost unit. */
function cityOf(result: IndicatorResult) {
  return result.units[0];
}

function cityLine(result: IndicatorResult, language: Language): string {
  const city = cityOf(result);
  const { entry } = result;
  const name = entry.name[language];
  if (!city) return name;
  const { unit, target, counted } = ruleAt(entry, city.level);
  const state = t(language, `indicator.state.${city.state}`);
  const mark = `${marks[city.state]} ${state}`;
  if (city.state === 'insufficient') {
    const reason = city.reason ? t(language, `indicator.reason.${city.reason}`) : '';
    return `${mark} ${name}: ${reason}`;
  }
  return t(language, 'cli.indicators.line', {
    mark,
    name,
    value: (decimals(city.valueHundredths) ?? '').replace(/\.00$/, ''),
    unit: unit[language],
    target: target ?? '\u2013',
    shortfall:
      city.shortfall === null
        ? '\u2013'
        : `${city.shortfall} ${counted?.[language] ?? ''}`.trimEnd(),
  });
}

/** What changed for the city between two dates, or that nothing did. */
export function trendSummary(before: Evaluation, after: Evaluation, language: Language): string[] {
  const names = new Map(after.indicators.map(({ entry }) => [entry.id, entry.name[language]]));
  const top = after.units.find((unit) => unit.parentCode === null)?.unitCode;
  const rows = compareEvaluations(before, after).filter(
    (one) => one.unitCode === top && (one.changeHundredths !== 0 || one.turned !== null),
  );
  const head = t(language, 'cli.indicators.trend', {
    before: before.asOf ?? '\u2013',
    after: after.asOf ?? '\u2013',
    count: rows.length,
  });
  const lines = rows.map((one) =>
    t(language, 'cli.indicators.trend_line', {
      name: names.get(one.indicatorId) ?? one.indicatorId,
      before: decimals(one.before?.valueHundredths ?? null) ?? '\u2013',
      after: decimals(one.after?.valueHundredths ?? null) ?? '\u2013',
      change: signedDecimals(one.changeHundredths) ?? '\u2013',
    }),
  );
  return [head, ...lines];
}
