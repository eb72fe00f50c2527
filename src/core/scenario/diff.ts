/** What sets one option apart from another, item by item: for lists, and for the map. */
import type { Change, Scenario } from './scenario';

export interface Difference {
  readonly kind: 'only_here' | 'only_there' | 'differs';
  /** In the first option; null where it is only in the second. */
  readonly here: Change | null;
  readonly there: Change | null;
}

/** Null stands for the facilities as they are. Order as in the first, then what only the second has. */
export function diffScenarios(here: Scenario | null, there: Scenario | null): Difference[] {
  const own = byKey(here);
  const other = byKey(there);
  const found: Difference[] = [];
  for (const [key, change] of own) {
    const against = other.get(key) ?? null;
    if (against === null) found.push({ kind: 'only_here', here: change, there: null });
    else if (!sameChange(change, against)) {
      found.push({ kind: 'differs', here: change, there: against });
    }
  }
  for (const [key, change] of other) {
    if (!own.has(key)) found.push({ kind: 'only_there', here: null, there: change });
  }
  return found;
}

function byKey(scenario: Scenario | null): Map<string, Change> {
  return new Map((scenario?.changes ?? []).map((change) => [keyOf(change), change]));
}

/** A site taken from the same row of the data is the same site, whatever its own id. */
function keyOf(change: Change): string {
  if (change.kind !== 'add') return `${change.kind} ${change.facilityId}`;
  const { id, origin, originId } = change.site;
  return originId === null ? `add ${id}` : `add ${origin} ${originId}`;
}

function sameChange(a: Change, b: Change): boolean {
  const plain = (change: Change) => {
    const entries = Object.entries(change.kind === 'add' ? { ...change.site, id: '' } : change);
    return JSON.stringify(entries.sort(([one], [two]) => (one < two ? -1 : 1)));
  };
  return plain(a) === plain(b);
}
