/**
 * The verifier's own rows: from who is reached from where, with none of the search's code. A row is
 * a distinct set of candidates within one group; rows stand by group, then by candidate numbers.
 */
export interface RecountedRow {
  readonly group: number;
  readonly candidates: readonly number[];
  weight: number;
}

/** Demand as the verifier finds it on the streets. */
export interface RecountedDemand {
  /** Whole-number weight of each point; points that an existing facility reaches are left out. */
  readonly weight: ArrayLike<number>;
  /** Group of each point. */
  readonly group: ArrayLike<number>;
  /** Points reached from each candidate. */
  readonly reached: readonly ArrayLike<number>[];
  /** Weight that existing facilities reach. */
  readonly settledWeight: number;
}

export function recountRows(demand: RecountedDemand): RecountedRow[] {
  const candidatesOf = new Map<number, number[]>();
  for (let j = 0; j < demand.reached.length; j++) {
    for (const point of Array.from(demand.reached[j])) {
      const list = candidatesOf.get(point);
      if (list === undefined) candidatesOf.set(point, [j]);
      else list.push(j);
    }
  }
  const rows = new Map<string, RecountedRow>();
  for (const [point, candidates] of candidatesOf) {
    if (demand.weight[point] === 0) continue;
    const group = demand.group[point];
    const key = `${group}:${candidates.join(' ')}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { group, candidates, weight: demand.weight[point] });
    else row.weight += demand.weight[point];
  }
  return [...rows.values()].sort((a, b) => a.group - b.group || byNumbers(a, b));
}

function byNumbers(a: RecountedRow, b: RecountedRow): number {
  for (let i = 0; i < a.candidates.length && i < b.candidates.length; i++) {
    const difference = a.candidates[i] - b.candidates[i];
    if (difference !== 0) return difference;
  }
  return a.candidates.length - b.candidates.length;
}

/** Weight of the rows that a choice reaches. */
export function recountWeight(rows: readonly RecountedRow[], chosen: ReadonlySet<number>): number {
  let weight = 0;
  for (const row of rows) if (row.candidates.some((j) => chosen.has(j))) weight += row.weight;
  return weight;
}
