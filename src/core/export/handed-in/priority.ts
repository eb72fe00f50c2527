/**
 * 优先级 of the villages on a list: by how many of those who need it most live there (80 and over, living
 * alone, dependent; one person may count more than once). The upper third of the list is high, the next
 * third medium; equal counts are never parted.
 */
import type { Count, UncoveredSummary } from '../summary/result-summary';

/** What the order is made by. */
export type Needs = Pick<UncoveredSummary, 'age_80_plus' | 'living_alone' | 'dependent'>;

export type Priority = 'high' | 'medium' | 'low';

/** In the order of the rows; null where a count is unknown or withheld. */
export function prioritiesOf(rows: readonly Needs[]): (Priority | null)[] {
  const needs = rows.map((row) => needOf(row));
  const sorted = needs.filter((need) => need !== null).sort((a, b) => b - a);
  const atRank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [high, medium] = [atRank(1 / 3), atRank(2 / 3)];
  return needs.map((need) =>
    need === null ? null : need >= high ? 'high' : need >= medium ? 'medium' : 'low',
  );
}

function needOf(row: Needs): number | null {
  const counts: Count[] = [row.age_80_plus, row.living_alone, row.dependent];
  let need = 0;
  for (const count of counts) {
    if (typeof count !== 'number') return null;
    need += count;
  }
  return need;
}
