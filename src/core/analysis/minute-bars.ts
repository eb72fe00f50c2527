/** How many people walk how long: people by whole minutes, those beyond and those without a walk apart. */
export interface MinuteBars {
  /** bars[m]: more than m and at most m + 1 minutes, as a limit of m + 1 counts; the first from 0. */
  readonly bars: readonly { readonly covered: number; readonly uncovered: number }[];
  readonly beyond: number;
  readonly notConnected: number;
  readonly notLocated: number;
  readonly total: number;
}

export interface Walks {
  /** 0 covered, 1 uncovered, 2 not connected, 3 not located. */
  readonly state: ArrayLike<number>;
  /** Seconds; NaN where there is none. */
  readonly timeS: ArrayLike<number>;
  /** People of each household. */
  readonly people: ArrayLike<number>;
}

/** @param isAsked whether a household is counted */
export function minuteBars(
  { state, timeS, people }: Walks,
  barCount: number,
  isAsked: (household: number) => boolean = () => true,
): MinuteBars {
  const covered = new Float64Array(barCount);
  const uncovered = new Float64Array(barCount);
  let [beyond, notConnected, notLocated, total] = [0, 0, 0, 0];
  for (let i = 0; i < state.length; i++) {
    const weight = people[i];
    if (weight === 0 || !isAsked(i)) continue;
    total += weight;
    if (state[i] === 2) notConnected += weight;
    else if (state[i] === 3) notLocated += weight;
    else {
      const bar = Math.max(0, Math.ceil(timeS[i] / 60) - 1);
      if (!(bar < barCount)) beyond += weight;
      else if (state[i] === 0) covered[bar] += weight;
      else uncovered[bar] += weight;
    }
  }
  return {
    bars: Array.from(covered, (own, m) => ({ covered: own, uncovered: uncovered[m] })),
    beyond,
    notConnected,
    notLocated,
    total,
  };
}
