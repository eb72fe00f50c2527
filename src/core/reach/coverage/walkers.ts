/**
 * Walkers of different ages in one run. On level streets distance is distance, so one search serves
 * all of them and only the limit differs: the people of one household may be covered or not by age.
 */
import { limitCm, statesOf, type CoverageInput } from '../walks/coverage-states';
import {
  populationGroups,
  sumByUnit,
  type GroupSums,
  type PopulationColumns,
  type PopulationGroup,
  type UnitSums,
  type UnitTree,
} from '../units/rollup';

/** Metres per second on the level: what older people of an age keep up out of doors. */
export const walkingSpeedsMS = {
  age_60_74: 0.9,
  age_75_79: 0.8,
  age_80_plus: 0.6,
  /** Everybody, where ages are not told apart. */
  general: 0.8,
};

/** Ages in each household, as in the households table; a column that is missing is unknown. */
export interface AgeColumns {
  readonly age_60_64?: ArrayLike<number>;
  readonly age_65_74?: ArrayLike<number>;
  readonly age_75_79?: ArrayLike<number>;
  readonly age_80_plus?: ArrayLike<number>;
}

/** Walkers of one speed and whom of each household they are. */
export interface WalkerBand {
  readonly speedMS: number;
  readonly columns: PopulationColumns;
}

/**
 * The three bands with their people: 60+ is the sum of the four ages, 65+ of the last three; a sum
 * with an unknown part is unknown.
 * @param known 1 for each household whose people of the group are known; absent: all are
 */
export function ageBands(
  ages: AgeColumns,
  speedsMS = walkingSpeedsMS,
  known: Partial<Readonly<Record<PopulationGroup, ArrayLike<number>>>> = {},
): WalkerBand[] {
  const { age_60_64, age_65_74, age_75_79, age_80_plus } = ages;
  const knows65 = age_65_74 && age_75_79 && age_80_plus;
  const knows60 = knows65 && age_60_64;
  const of = (group: PopulationGroup, ...parts: ArrayLike<number>[]) => added(parts, known[group]);
  return [
    {
      speedMS: speedsMS.age_60_74,
      columns: {
        age_60_plus: knows60 && of('age_60_plus', age_60_64, age_65_74),
        age_65_plus: knows65 && of('age_65_plus', age_65_74),
      },
    },
    {
      speedMS: speedsMS.age_75_79,
      columns: {
        age_60_plus: knows60 && of('age_60_plus', age_75_79),
        age_65_plus: knows65 && of('age_65_plus', age_75_79),
      },
    },
    {
      speedMS: speedsMS.age_80_plus,
      columns: {
        age_60_plus: knows60 && of('age_60_plus', age_80_plus),
        age_65_plus: knows65 && of('age_65_plus', age_80_plus),
        age_80_plus: age_80_plus && of('age_80_plus', age_80_plus),
      },
    },
  ];
}

/**
 * Sums where each band is judged by its own speed: people are added up, states are not.
 * @param walks by a band's speed: the same for all of them on level streets
 */
export function sumByBand(
  tree: UnitTree,
  unit: Int32Array,
  walks: (speedMS: number) => CoverageInput,
  minutes: number,
  bands: readonly WalkerBand[],
): UnitSums {
  const sums: Partial<Record<PopulationGroup, GroupSums>> = {};
  for (const { speedMS, columns } of bands) {
    const states = statesOf(walks(speedMS), limitCm(minutes, speedMS));
    const own = sumByUnit(tree, unit, states, columns);
    for (const group of populationGroups) {
      const part = own[group];
      if (part === undefined) continue;
      const whole = sums[group];
      if (whole === undefined) sums[group] = part;
      else addSums(whole, part);
    }
  }
  return sums;
}

/** A way of judging: a fixed distance of the standard, or minutes at a speed. */
export type Yardstick =
  { readonly metres: number } | { readonly minutes: number; readonly speedMS: number };

/** The three kept side by side: the standard's 1,000 m, older people's 15 minutes, the oldest's. */
export const yardsticks = {
  standard: { metres: 1000 },
  older: { minutes: 15, speedMS: walkingSpeedsMS.general },
  oldest: { minutes: 15, speedMS: walkingSpeedsMS.age_80_plus },
} as const satisfies Record<string, Yardstick>;

/** The longest walk a yardstick lets count, in centimetres. */
export function yardstickCm(yardstick: Yardstick): number {
  return 'metres' in yardstick
    ? Math.floor(yardstick.metres * 100 + 1e-6)
    : limitCm(yardstick.minutes, yardstick.speedMS);
}

function addSums(whole: GroupSums, part: GroupSums): void {
  for (const name of ['total', 'covered', 'notConnected', 'notLocated'] as const) {
    for (let u = 0; u < whole[name].length; u++) whole[name][u] += part[name][u];
  }
}

function added(parts: readonly ArrayLike<number>[], known?: ArrayLike<number>): Int32Array {
  const sums = new Int32Array(parts[0].length);
  for (let i = 0; i < sums.length; i++) {
    if (known === undefined || known[i] === 1) for (const part of parts) sums[i] += part[i];
  }
  return sums;
}
