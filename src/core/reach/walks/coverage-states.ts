/**
 * Who is covered. The search gives distances once; the limit is a whole number of centimetres, so
 * another walking time or speed needs no new search and no rounding can move a household across it.
 */
import { UNREACHED } from '../streets/points';

/** As stored: names are those of coverage_households.state. */
export const CoverageState = { covered: 0, uncovered: 1, notConnected: 2, notLocated: 3 } as const;

/** Codes of the states, at their numbers. */
export const coverageStateNames = ['covered', 'uncovered', 'not_connected', 'not_located'] as const;

/**
 * The longest walk that counts, in whole centimetres: floor(minutes × 60 × speed × 100), where a
 * product within a millionth of the next centimetre counts as that centimetre, so that binary
 * fractions (0.7 m/s) lose nothing. A walk of exactly this length is covered: 15 minutes at 0.8 m/s
 * are 72,000 cm.
 */
export function limitCm(minutes: number, speedMS: number): number {
  return Math.min(Math.floor(minutes * 60 * speedMS * 100 + 1e-6), UNREACHED - 1);
}

/** Minutes of a walk; undefined where there is none (below 0). */
export function minutesOf(costCm: number, speedMS: number): number | undefined {
  return costCm < 0 ? undefined : costCm / (speedMS * 100 * 60);
}

export interface CoverageInput {
  /** Walk to the nearest facility, centimetres, -1 where none. */
  readonly costCm: Int32Array;
  /** Edge each household joins; below 0 where no street lies within its cap. */
  readonly edge: ArrayLike<number>;
  /** 0 for households without a usable place; absent: all have one. */
  readonly located?: ArrayLike<number>;
}

/**
 * State of each household (CoverageState). A household on streets that lead to no facility is
 * uncovered and has no minutes. `limit` is one limit for all, or one for each household (walkers of
 * different speeds). Pass `states` to write into an earlier array.
 */
export function statesOf(
  input: CoverageInput,
  limit: number | Int32Array,
  states: Uint8Array = new Uint8Array(input.costCm.length),
): Uint8Array {
  const { costCm, edge, located } = input;
  for (let i = 0; i < states.length; i++) {
    const own = typeof limit === 'number' ? limit : limit[i];
    if (located !== undefined && located[i] === 0) states[i] = CoverageState.notLocated;
    else if (edge[i] < 0) states[i] = CoverageState.notConnected;
    else if (costCm[i] >= 0 && costCm[i] <= own) states[i] = CoverageState.covered;
    else states[i] = CoverageState.uncovered;
  }
  return states;
}
