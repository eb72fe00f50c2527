/**
 * How evenly access is shared: the Lorenz curve of people covered, over units in order of their share
 * covered, weighted by their people; and its Gini coefficient (C. Gini, 1912), 1 less twice the area
 * below: 0 where every unit has the same share, near 1 where all who are covered live in one.
 */
export interface LorenzPoint {
  /** Share of all people up to and with this unit, 0 … 1. */
  readonly people: number;
  /** Share of all covered people up to and with this unit, 0 … 1. */
  readonly covered: number;
  /** Index into what was given; -1 at the origin. */
  readonly index: number;
}

export interface LorenzCurve {
  readonly points: readonly LorenzPoint[];
  readonly gini: number;
  readonly people: number;
  readonly covered: number;
}

/** Null where nobody is covered; units without people, or unknown, are left out. */
export function lorenzCurve(
  units: readonly ({ readonly total: number; readonly covered: number | null } | null)[],
): LorenzCurve | null {
  const known = units
    .flatMap((unit, index) =>
      unit === null || unit.covered === null
        ? []
        : [{ total: unit.total, covered: unit.covered, index }],
    )
    .filter(({ total }) => total > 0)
    // Shares in order, compared as whole numbers.
    .sort((a, b) => a.covered * b.total - b.covered * a.total || a.index - b.index);
  const people = known.reduce((sum, unit) => sum + unit.total, 0);
  const covered = known.reduce((sum, unit) => sum + unit.covered, 0);
  if (covered === 0) return null;
  const points: LorenzPoint[] = [{ people: 0, covered: 0, index: -1 }];
  let [peopleBefore, coveredBefore, twice] = [0, 0, 0];
  for (const { total, covered: own, index } of known) {
    twice += total * (2 * coveredBefore + own);
    peopleBefore += total;
    coveredBefore += own;
    points.push({ people: peopleBefore / people, covered: coveredBefore / covered, index });
  }
  return { points, gini: Math.max(0, 1 - twice / (people * covered)), people, covered };
}
