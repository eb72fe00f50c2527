/**
 * 选址方案比选表: one row for each measure, one value for each column (as it is, then the options), and
 * which options are best in it. The words are in i18n under `comparison.<key>`.
 */
import type { OptionFigures } from './option-figures';

export type ComparisonKey =
  | 'new_sites'
  | 'corrected'
  | 'covered'
  | 'rate'
  | 'new_age_60_plus'
  | 'new_age_80_plus'
  | 'new_living_alone'
  | 'new_dependent'
  | 'cost'
  | 'yuan_per_person'
  | 'mean_minutes'
  | 'p95_minutes'
  | 'policy_villages'
  | 'new_policy_villages'
  | 'policy_rate'
  | 'on_foot_villages'
  | 'gini'
  | 'lowest_fifth';

export interface ComparisonRow {
  readonly key: ComparisonKey;
  /** Digits after the point; 0 for counts. */
  readonly decimals: number;
  /** In the order of the columns; null: cannot be told; undefined: says nothing here. */
  readonly values: readonly (number | null | undefined)[];
  /** Columns that are best, the baseline never among them; empty where none stands out. */
  readonly best: readonly number[];
}

type Better = 'more' | 'less' | null;

/** @param columns the facilities as they are first */
export function comparisonRows(columns: readonly OptionFigures[]): ComparisonRow[] {
  const [baseline] = columns;
  const row = (
    key: ComparisonKey,
    better: Better,
    decimals: number,
    value: (column: OptionFigures) => number | null | undefined,
  ): ComparisonRow => {
    const values = columns.map(value);
    return { key, decimals, values, best: better === null ? [] : bestOf(values, better) };
  };
  const option = <T>(column: OptionFigures, value: T) =>
    column.optionId === null ? undefined : value;
  return [
    row('new_sites', null, 0, (column) => column.newSites),
    row('corrected', null, 0, (column) => column.correctedFacilities),
    row('covered', 'more', 0, ({ people }) => (people.total === 0 ? null : people.reached)),
    row('rate', 'more', 1, ({ people }) => percent(people)),
    ...(['age_60_plus', 'age_80_plus', 'living_alone', 'dependent'] as const).map((group) =>
      row(`new_${group}`, 'more', 0, (column) =>
        option(column, column.newlyCovered[group] ?? null),
      ),
    ),
    row('cost', 'less', 2, (column) => option(column, column.cost10kYuan)),
    row('yuan_per_person', 'less', 0, (column) => option(column, column.yuanPerPerson)),
    row('mean_minutes', 'less', 1, ({ meanMinutes }) => tenthUp(meanMinutes)),
    row('p95_minutes', 'less', 1, ({ p95Minutes }) => tenthUp(p95Minutes)),
    row('policy_villages', 'more', 0, ({ policyVillages }) => policyVillages.reached),
    row('new_policy_villages', 'more', 0, (column) =>
      option(column, column.policyVillages.reached - baseline.policyVillages.reached),
    ),
    row('policy_rate', 'more', 1, ({ policyVillages }) => percent(policyVillages)),
    row('on_foot_villages', 'more', 0, ({ onFootVillages }) => onFootVillages?.reached ?? null),
    row('gini', 'less', 3, ({ equity }) => equity && Math.round(1000 * equity.gini) / 1000),
    row('lowest_fifth', 'more', 1, ({ equity }) => equity && percent(equity.lowestFifth)),
  ];
}

/** Best among the options; nobody where one alone is compared or all are the same. */
function bestOf(values: ComparisonRow['values'], better: 'more' | 'less'): number[] {
  const known = values.flatMap((value, at) => (at > 0 && typeof value === 'number' ? [at] : []));
  if (known.length < 2) return [];
  const numbers = known.map((at) => values[at] as number);
  const best = better === 'more' ? Math.max(...numbers) : Math.min(...numbers);
  const winners = known.filter((at) => values[at] === best);
  return winners.length === known.length ? [] : winners;
}

/** One digit, rounded down; null of nobody. */
function percent({ reached, total }: { reached: number; total: number }): number | null {
  return total === 0 ? null : Math.floor((1000 * reached) / total) / 10;
}

/** One digit, rounded up: no walk is told shorter than it is. */
function tenthUp(minutes: number | null): number | null {
  return minutes === null ? null : Math.ceil(minutes * 10 - 1e-9) / 10;
}
