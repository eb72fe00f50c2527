/** Options of `site` → what is asked. */
import { ok, problem, type Result } from '../../core/result';
import type { Emphasis, SiteAsk, YearlyTerms } from '../../core/siting';
import type { Arguments } from '../command';
import { inRange } from '../option-values';

const kinds = ['choose', 'budget', 'reach', 'nearest'] as const;
const reachOf = ['villages', 'towns', 'people'] as const;
const reachBy = ['county', 'town'] as const;

export function askOf(given: Arguments): Result<SiteAsk> {
  const asked = kinds.filter((name) => given.has(name));
  if (asked.length !== 1) return problem('siting_ask_missing');
  const [kind] = asked;
  if (kind === 'budget') {
    const budget = inRange('budget', given.required('budget'), [0, 1e9]);
    return budget.ok ? ok({ kind: 'most_people', budget: budget.value }) : budget;
  }
  if (kind === 'reach') return reachAsk(given);
  const sites = wholeNumber(given, kind);
  if (!sites.ok) return sites;
  if (kind === 'choose') return ok({ kind: 'most_people', sites: sites.value });
  const far = given.has('far') ? inRange('far', given.required('far'), [1, 1440]) : ok(60);
  if (!far.ok) return far;
  return ok({ kind: 'smallest_walk', sites: sites.value, farMinutes: far.value });
}

/** The rule that comes before the ask, or null. */
export function firstOf(given: Arguments): Result<SiteAsk | null> {
  const first = oneOf(given, 'first', ['towns'] as const);
  if (!first.ok) return first;
  if (first.value === null) return ok(null);
  return ok({ kind: 'reach_share', percent: 100, of: 'towns', by: null, cheapest: false });
}

/** How the sites are spread over years, or null; villages rise first where villages are asked for. */
export function yearlyOf(given: Arguments, ask: SiteAsk): Result<YearlyTerms | null> {
  const goal = ask.kind === 'reach_share' && ask.of === 'villages' ? 'villages' : 'people';
  if (given.has('yearly-sites')) {
    if (given.has('yearly-budget')) {
      return problem('options_exclude', { option: '--yearly-sites', other: '--yearly-budget' });
    }
    const sites = wholeNumber(given, 'yearly-sites');
    return sites.ok ? ok({ perYear: { sites: sites.value }, goal }) : sites;
  }
  if (!given.has('yearly-budget')) return ok(null);
  const budget = inRange('yearly-budget', given.required('yearly-budget'), [0, 1e9]);
  return budget.ok ? ok({ perYear: { budget: budget.value }, goal }) : budget;
}

const emphasised = ['age_80_plus', 'living_alone', 'dependent', 'resettlement_site'] as const;

/** `age_80_plus=2,living_alone=1`: so many times more for each. */
export function emphasisOf(given: Arguments): Result<Emphasis> {
  const emphasis: Record<string, number> = {};
  for (const part of given.text('emphasis')?.split(',') ?? []) {
    const [name, text = ''] = part.split('=').map((word) => word.trim());
    if (!emphasised.some((one) => one === name)) {
      const codes = emphasised.join(', ');
      return problem('option_code_unknown', { option: '--emphasis', value: name, codes });
    }
    const times = inRange('emphasis', text, [0, 100]);
    if (!times.ok) return times;
    emphasis[name] = Math.round(times.value);
  }
  return ok(emphasis);
}

function reachAsk(given: Arguments): Result<SiteAsk> {
  const percent = inRange('reach', given.required('reach'), [0.001, 100]);
  if (!percent.ok) return percent;
  const of = oneOf(given, 'of', reachOf);
  if (!of.ok) return of;
  const by = oneOf(given, 'by', reachBy);
  if (!by.ok) return by;
  return ok({
    kind: 'reach_share',
    percent: Math.round(percent.value * 1000) / 1000,
    of: of.value ?? 'villages',
    by: by.value,
    cheapest: given.has('cheapest'),
  });
}

function wholeNumber(given: Arguments, name: string): Result<number> {
  const value = inRange(name, given.required(name), [0, 100_000]);
  if (!value.ok || Number.isInteger(value.value)) return value;
  return problem('option_out_of_range', {
    option: `--${name}`,
    value: given.required(name),
    least: 0,
    most: 100_000,
  });
}

function oneOf<T extends string>(
  given: Arguments,
  name: string,
  allowed: readonly T[],
): Result<T | null> {
  const text = given.text(name);
  if (text === undefined) return ok(null);
  const found = allowed.find((one) => one === text);
  if (found !== undefined) return ok(found);
  const codes = allowed.join(', ');
  return problem('option_code_unknown', { option: `--${name}`, value: text, codes });
}
