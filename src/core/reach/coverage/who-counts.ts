/** Which facilities count and which households have a place of their own. */
import type { ImportedTable } from '../../import';
import { textAt } from '../../store/columns';
import type { EdgePoints } from '../streets/points';
import type { PlaceCosts } from '../walks/households';

/** Types and statuses that count, where the facilities have such columns; null counts every row. */
interface Counting {
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
}

/** 1 for each facility whose type and status count; a column the file lacks excludes nobody. */
export function countingFacilities(
  facilities: ImportedTable,
  { types, statuses }: Counting,
): Uint8Array {
  const out = new Uint8Array(facilities.rowCount).fill(1);
  for (const [name, allowed] of [
    ['type', types],
    ['status', statuses],
  ] as const) {
    const column = facilities.columns[name];
    if (!column || allowed === null) continue;
    for (let row = 0; row < out.length; row++) {
      if (!allowed.includes(textAt(column, row) ?? '')) out[row] = 0;
    }
  }
  return out;
}

/** 1 where a household has coordinates that stand for its own door. */
export function locatedHouseholds(
  households: ImportedTable,
  includesVillagePoints: boolean,
): Uint8Array {
  const { lon, location_precision: precision } = households.columns;
  const out = new Uint8Array(households.rowCount);
  if (lon?.kind === 'number') {
    for (let row = 0; row < out.length; row++) out[row] = Number.isNaN(lon.values[row]) ? 0 : 1;
  }
  if (precision?.kind !== 'dictionary') return out;
  const coarse = includesVillagePoints ? ['town', 'none'] : ['village', 'town', 'none'];
  const isCoarse = precision.words.map((word) => word !== null && coarse.includes(word));
  for (let row = 0; row < out.length; row++) if (isCoarse[precision.codes[row]]) out[row] = 0;
  return out;
}

/** A village's point is not a household's: no walk is told from it. */
export function forgetUnlocated({ costCm, facility }: PlaceCosts, located: Uint8Array): void {
  for (let row = 0; row < located.length; row++) {
    if (located[row] === 1) continue;
    costCm[row] = -1;
    facility[row] = -1;
  }
}

/** The points with those that do not count taken off the streets. */
export function countedPoints(points: EdgePoints, counts: Uint8Array): EdgePoints {
  const edge = Int32Array.from(points.edge, (e, row) => (counts[row] === 1 ? e : -1));
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}

export function nearCount(edge: ArrayLike<number>): number {
  let near = 0;
  for (let row = 0; row < edge.length; row++) if (edge[row] >= 0) near++;
  return near;
}
